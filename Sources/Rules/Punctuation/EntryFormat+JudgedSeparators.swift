internal import ListModel
internal import Text

extension EntryFormat {
  /// Whether lines inside an entry break at two spaces.
  package var breaksAtSpaces: Bool {
    usualSeparators.contains { $0.value.text.contains("  \n") }
      || habits.contains { $0.value.text.contains("  \n") }
  }

  /// Holds what stands between the fields of an entry that was read by its tokens against what the
  /// format has there.
  func judgedSeparators(of entry: Entry) -> [Separator] {
    let separators = gaps(of: entry).map { gap in
      let own = usualSeparators[gap.pair] ?? (isExact ? declared(in: gap) : nil)
      let usual = own ?? habits[gap.pair].flatMap { isSlip(gap, beside: $0) ? $0 : nil }
      var expected = usual.map { entry.text(of: $0, in: gap) }
      if customs.contains(.otherIndentation) { expected = expected?.indented(as: gap.text) }
      // A title that is not a link has no address to put there.
      if entry.titleLink == nil, expected?.utf8.contains(UInt8(ascii: "{")) ?? false,
        expected?.contains(UsualSeparator.address) ?? false
      {
        expected = nil
      }
      // A title that should be no link has another rule to say so first.
      if isExact, !linksTitle, entry.titleLink != nil,
        gap.before == .field(.title) || gap.after == .field(.title)
      {
        expected = nil
      }
      var separator = Separator(
        before: gap.before,
        after: gap.after,
        range: gap.range,
        expected: expected.map { entry.filled($0) },
        fault: expected.flatMap { gap.text == $0 ? nil : fault(of: gap, expected: $0, in: entry) }
      )
      separator.usual = usual
      // Emphasis that few others have can be meant.
      if separator.fault == .wrongMarks, usual.map({ !$0.isCertain }) ?? false,
        gap.text.isEmphasised, !(expected?.isEmphasised ?? true)
      {
        separator.fault = nil
      }
      // A field of several pieces has the marks of each inside.
      if separator.fault == .wrongMarks, entry.hasMarksOfItsOwn(beside: gap) {
        separator.fault = nil
      }
      if let fault = separator.fault, isExcused(fault, in: gap, expected: expected ?? "", of: entry)
      {
        separator.fault = nil
      }
      guard separator.fault != nil, let signsEnd = gap.signsEnd else { return separator }
      return separator.keeping(
        entry.string(gap.range.lowerBound..<signsEnd),
        before: expected.flatMap { gap.tail(insteadOf: $0) }
      )
    }
    return details.map { separators + nestedSeparators(of: entry, by: $0) } ?? separators
  }

  /// Returns what stands between two fields between which others may be missing, where all of the format
  /// was written down.
  private func declared(in gap: Gap) -> UsualSeparator? {
    guard let before = gap.before.field else { return nil }
    return separator(from: before, to: gap.after?.field).map(UsualSeparator.init(declared:))
  }

  /// Tells whether what stands in a gap is a slip where most entries have something else, but too few
  /// for a norm: nothing where they have a space, or a full stop more or less.
  private func isSlip(_ gap: Gap, beside habit: UsualSeparator) -> Bool {
    let found = gap.text.utf8.filter { !$0.isWhitespace }
    let wanted = habit.text.utf8.filter { !$0.isWhitespace }
    guard !gap.text.contains("\n"), !habit.text.contains("\n") else { return false }
    if found == wanted {
      return !gap.text.contains { $0 == " " } && habit.text.contains { $0 == " " }
    }
    let stop = UInt8(ascii: ".")
    return habit.isCommon && found.filter { $0 != stop } == wanted.filter { $0 != stop }
  }

  /// Tells whether a field stands in the marks of one that is missing: it may be that one.
  private func hasMarksOfAnotherField(_ gap: Gap, in entry: Entry) -> Bool {
    let signs = gap.text.filter { $0 != " " }
    guard !signs.isEmpty else { return false }
    return parts.contains { part in
      guard !part.open.isEmpty, !entry.has(part.field) else { return false }
      return gap.after?.field != nil && signs.hasSuffix(part.open)
        || signs.hasPrefix(part.close) && !part.close.isEmpty
    }
  }

  func fault(of gap: Gap, expected: String, in entry: Entry) -> Separator.Fault? {
    let found = gap.text
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
    if gap.before == .field(.authors), signs.first == UInt8(ascii: "."),
      signs.dropFirst().elementsEqual(wanted)
    {
      return nil
    }
    var isBetweenLinks = false
    if case .link = gap.before, case .link? = gap.after { isBetweenLinks = true }
    if signs == wanted { return isBetweenLinks && isExact ? .wrongLinkSeparator : .misplacedSpace }
    if isBetweenLinks { return .wrongLinkSeparator }
    if gap.before == .field(.tags), signs == [UInt8(ascii: ":")] { return .colonAfterTags }
    // What is left of a separator after the last link.
    if case .link = gap.before, gap.after == nil, !signs.isEmpty,
      signs == links.separator.utf8.filter({ !$0.isWhitespace })
    {
      return .wrongLinkSeparator
    }
    if signs.count > wanted.count, (signs + wanted).allSatisfy({ $0 == stop }) {
      return .strayFullStop
    }
    if signs.withoutMarks == wanted.withoutMarks {
      return hasMarksOfAnotherField(gap, in: entry) ? nil : .wrongMarks
    }
    if wanted.filter({ $0 != stop }) == signs, wanted.contains(stop) { return .missingFullStop }
    if signs.filter({ $0 != stop }) == wanted, signs.contains(stop) { return .strayFullStop }
    return .misplacedPunctuation
  }
}

extension Entry {
  /// Tells whether the field before a gap ends in a mark, or the one after it begins with one.
  fileprivate func hasMarksOfItsOwn(beside gap: EntryFormat.Gap) -> Bool {
    func isField(_ neighbour: Separator.Neighbour?) -> Bool {
      if case .field? = neighbour { true } else { false }
    }
    let (start, end) = (gap.range.lowerBound, gap.range.upperBound)
    return isField(gap.before) && start > 0 && "*_`)]}\"".utf8.contains(text[start - 1])
      || isField(gap.after) && end < text.count && "*_`([{\"".utf8.contains(text[end])
  }

  /// Returns what a norm wants in a gap: what ends in its own mark takes no full stop, but may have one.
  fileprivate func text(of usual: UsualSeparator, in gap: EntryFormat.Gap) -> String {
    let last = gap.range.lowerBound - 1
    guard usual.text != gap.text, last >= 0, "?!".utf8.contains(text[last]) else {
      return usual.text
    }
    return usual.text.replacing(".", with: "")
  }

  /// Returns an expected text with the title's own address in its place.
  fileprivate func filled(_ text: String) -> String {
    guard let titleLink, text.utf8.contains(UInt8(ascii: "{")) else { return text }
    let link = links[titleLink]
    if link.urlRange == nil, let label = link.labelRange {
      return text.with(string(label.upperBound..<link.range.upperBound), for: Template.linkEnd)
    }
    return text.with(link.url ?? "", for: UsualSeparator.address)
  }
}

extension String {
  /// Returns the text with something in the place of a part of it, byte for byte.
  fileprivate func with(_ new: String, for part: String) -> String {
    let bytes = Array(utf8)
    guard let place = bytes.firstRange(of: part, in: 0..<bytes.count) else { return self }
    return String(decoding: bytes[..<place.lowerBound], as: UTF8.self) + new
      + String(decoding: bytes[place.upperBound...], as: UTF8.self)
  }
}

extension String {
  /// Whether marks of emphasis are in it.
  fileprivate var isEmphasised: Bool { utf8.contains { $0 == 0x2A || $0 == 0x5F } }

  /// Whether its line end is a hard line break.
  package var breaksHard: Bool {
    contains("\\\n") || contains("  \n") || lowercased().contains("<br")
  }

  /// Returns it with the white space before its lines that another text has there; as it is where that has
  /// other lines.
  fileprivate func indented(as other: String) -> String {
    let own = split(separator: "\n", omittingEmptySubsequences: false)
    let others = other.split(separator: "\n", omittingEmptySubsequences: false)
    guard own.count > 1, own.count == others.count else { return self }
    let rest = zip(own, others).dropFirst().map { line, other in
      other.prefix { $0 == " " } + line.drop { $0 == " " }
    }
    return ([own[0]] + rest).joined(separator: "\n")
  }

  /// It with each line end that breaks no line, and the white space around it, as one space.
  package var unwrapped: String {
    guard contains("\n"), !breaksHard, !contains("\n\n") else { return self }
    return split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      index,
      line in
      let line = index == 0 ? line[...] : line.drop { $0 == " " }
      return String(line.last == " " ? line.dropLast() : line)
    }
    .joined(separator: " ")
  }

  /// Its lines without what breaks and indents them.
  package var lines: [String] {
    replacing("\\\n", with: "\n").replacing("<br>", with: "").replacing("<br />", with: "")
      .replacing("<br/>", with: "").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " } }
  }
}

extension [UInt8] {
  /// The bytes without marks of emphasis, brackets and quotation.
  fileprivate var withoutMarks: [UInt8] {
    filter { !"*_`[](){}\"".utf8.contains($0) }
  }
}
