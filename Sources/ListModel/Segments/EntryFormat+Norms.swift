extension EntryFormat {
  /// Holds what stands between the fields of an entry that was read by its segments against what the
  /// format has there.
  func segmentGlues(of entry: Entry) -> [Glue] {
    gaps(of: entry).map { gap in
      let norm = norms?[gap.pair]
      let expected = norm?.text
      var glue = Glue(
        before: gap.before,
        after: gap.after,
        range: gap.range,
        expected: expected.map { entry.filled($0) },
        fault: expected.flatMap { gap.text == $0 ? nil : fault(of: gap, expected: $0, in: entry) }
      )
      glue.norm = norm
      return glue
    }
  }

  private func fault(of gap: Gap, expected: String, in entry: Entry) -> Glue.Fault? {
    let found = gap.text
    // What ends in its own mark takes no full stop.
    if gap.range.lowerBound > 0, "?!".utf8.contains(entry.text[gap.range.lowerBound - 1]),
      expected.replacing(".", with: "") == found
    {
      return nil
    }
    if expected.contains("\n") || found.contains("\n") {
      let isBroken = !found.breaksHard && expected.breaksHard
      if found.lines == expected.lines, isBroken { return .missingLineBreak }
      if found.lines == expected.lines { return .wrongIndentation }
      return .misplacedPunctuation
    }
    let signs = found.utf8.filter { !$0.isWhitespace }
    let wanted = expected.utf8.filter { !$0.isWhitespace }
    if signs == wanted { return .misplacedSpace }
    if case .link = gap.before, case .link? = gap.after { return .wrongLinkSeparator }
    if signs.withoutMarks == wanted.withoutMarks { return .wrongMarks }
    let stop = UInt8(ascii: ".")
    if wanted.filter({ $0 != stop }) == signs, wanted.contains(stop) { return .missingFullStop }
    if signs.filter({ $0 != stop }) == wanted, signs.contains(stop) { return .strayFullStop }
    return .misplacedPunctuation
  }
}

extension Entry {
  /// Returns an expected text with the title's own address in its place.
  fileprivate func filled(_ text: String) -> String {
    guard let titleLink else { return text }
    return text.replacing(GlueNorm.address, with: links[titleLink].url ?? "")
  }
}

extension String {
  /// Whether its line end is a hard line break.
  fileprivate var breaksHard: Bool {
    contains("\\\n") || contains("  \n") || lowercased().contains("<br")
  }

  /// Its lines without what breaks and indents them.
  fileprivate var lines: [String] {
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
