internal import ListModel
internal import Parsing
internal import Text

extension EntryFormat {
  /// Tells whether a field stands in the marks of one that is missing: it may be that one.
  private func hasMarksOfAnotherField(_ separator: Separator, in entry: Entry) -> Bool {
    let signs = separator.text.filter { $0 != " " }
    guard !signs.isEmpty else { return false }
    return parts.contains { part in
      guard !part.open.isEmpty, !entry.has(part.field) else { return false }
      return separator.after?.field != nil && signs.hasSuffix(part.open)
        || signs.hasPrefix(part.close) && !part.close.isEmpty
    }
  }

  /// Returns what is wrong with a separator where something is expected in its place; nil where that stands there,
  /// or nothing is wrong that is a matter of separators.
  func fault(of separator: Separator, expected: String, in entry: Entry) -> JudgedSeparator.Fault? {
    let found = separator.text
    if found == expected { return nil }
    let signs = found.utf8.filter { !$0.isWhitespace }
    let wanted = expected.utf8.filter { !$0.isWhitespace }
    let stop = UInt8(ascii: ".")
    if expected.contains("\n") || found.contains("\n") {
      let isBroken = !found.breaksHard && expected.breaksHard
      if found.lines == expected.lines, isBroken { return .missingLineBreak }
      if found.lines == expected.lines {
        return customs.contains(.otherIndentation) ? nil : .wrongIndentation
      }
      let isStop = wanted.first == stop && !signs.contains(stop)
      return isStop && found.lines == String(expected.drop { $0 == "." }).lines
        ? .missingFullStop : .misplacedPunctuation
    }
    // `et al.` has its full stop, and names that are written out may have one in its place.
    if separator.before == .field(.authors), signs.first == UInt8(ascii: "."),
      signs.dropFirst().elementsEqual(wanted)
    {
      return nil
    }
    var isBetweenLinks = false
    if case .link = separator.before, case .link? = separator.after { isBetweenLinks = true }
    if signs == wanted { return isBetweenLinks && isExact ? .wrongLinkSeparator : .misplacedSpace }
    if isBetweenLinks { return .wrongLinkSeparator }
    if separator.before == .field(.tags), signs == [UInt8(ascii: ":")] { return .colonAfterTags }
    // What is left of a separator after the last link.
    if case .link = separator.before, separator.after == nil, !signs.isEmpty,
      signs == links.separator.utf8.filter({ !$0.isWhitespace })
    {
      return .wrongLinkSeparator
    }
    if signs.count > wanted.count, (signs + wanted).allSatisfy({ $0 == stop }) {
      return .strayFullStop
    }
    if signs.withoutMarks == wanted.withoutMarks {
      return hasMarksOfAnotherField(separator, in: entry) ? nil : .wrongMarks
    }
    if wanted.filter({ $0 != stop }) == signs, wanted.contains(stop) { return .missingFullStop }
    if signs.filter({ $0 != stop }) == wanted, signs.contains(stop) { return .strayFullStop }
    return .misplacedPunctuation
  }
}

extension [UInt8] {
  /// The bytes without marks of emphasis, brackets and quotation.
  fileprivate var withoutMarks: [UInt8] {
    filter { !"*_`[](){}\"".utf8.contains($0) }
  }
}
