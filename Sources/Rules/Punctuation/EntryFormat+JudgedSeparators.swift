package import ListModel
internal import Parsing
internal import Text

extension EntryFormat {
  /// Holds what stands between the fields of an entry against what the format has there.
  package func judgedSeparators(of entry: Entry) -> [JudgedSeparator] {
    entry.separators.map { separator in
      if separator.item == nil { return judged(separator, of: entry) }
      let expected = usualText(at: separator, inItemOf: entry)
      return JudgedSeparator(
        separator,
        expected: expected,
        fault: expected.flatMap { fault(of: separator, expected: $0, in: entry) }
      )
    }
  }

  private func judged(_ separator: Separator, of entry: Entry) -> JudgedSeparator {
    let usual =
      usual(at: separator)
      ?? habits[separator.pair].flatMap { isSlip(separator, beside: $0) ? $0 : nil }
    let expected = usual.flatMap { expectation(by: $0, at: separator, of: entry) }
    let fault = expected.flatMap { expected in
      self.fault(of: separator, expected: expected, in: entry).flatMap { fault in
        isMeant(fault, in: separator, expected: expected, beside: usual, of: entry) ? nil : fault
      }
    }
    guard fault != nil, let signsEnd = separator.signsEnd else {
      return JudgedSeparator(
        separator,
        expected: expected.map { entry.filled($0) },
        usual: usual,
        fault: fault
      )
    }
    // The pictures in it stay as they are.
    let tail = expected.flatMap { separator.tail(insteadOf: $0) }
    let first = entry.string(separator.range.lowerBound..<signsEnd)
    return JudgedSeparator(
      separator,
      expected: tail.map { first + $0 },
      usual: usual,
      fault: tail == nil ? nil : fault
    )
  }

  /// Returns what belongs in the place of a separator by what entries usually have there; nil where nothing is to
  /// be held against that.
  private func expectation(
    by usual: UsualSeparator,
    at separator: Separator,
    of entry: Entry
  ) -> String? {
    var expected = entry.text(of: usual, at: separator)
    if customs.contains(.otherIndentation) { expected = expected.indented(as: separator.text) }
    // A title that is not a link has no address to put there.
    if entry.titleLink == nil, expected.utf8.contains(UInt8(ascii: "{")),
      expected.contains(UsualSeparator.address)
    {
      return nil
    }
    // A title that should be no link has another rule to say so first.
    if isExact, !linksTitle, entry.titleLink != nil,
      separator.before == .field(.title) || separator.after == .field(.title)
    {
      return nil
    }
    return expected
  }

  /// Tells whether what differs from what is expected can be meant so.
  private func isMeant(
    _ fault: JudgedSeparator.Fault,
    in separator: Separator,
    expected: String,
    beside usual: UsualSeparator?,
    of entry: Entry
  ) -> Bool {
    if fault == .wrongMarks {
      // Emphasis that few others have.
      if usual.map({ !$0.isCertain }) ?? false, separator.text.isEmphasised,
        !expected.isEmphasised
      {
        return true
      }
      // A field of several pieces has the marks of each inside.
      if entry.hasMarksOfItsOwn(beside: separator) { return true }
    }
    return isExcused(fault, in: separator, expected: expected, of: entry)
  }

  /// Tells whether a separator is a slip where most entries have something else, but too few
  /// for a norm: nothing where they have a space, or a full stop more or less.
  private func isSlip(_ separator: Separator, beside habit: UsualSeparator) -> Bool {
    let found = separator.text.utf8.filter { !$0.isWhitespace }
    let wanted = habit.text.utf8.filter { !$0.isWhitespace }
    guard !separator.text.contains("\n"), !habit.text.contains("\n") else { return false }
    if found == wanted {
      return !separator.text.contains { $0 == " " } && habit.text.contains { $0 == " " }
    }
    let stop = UInt8(ascii: ".")
    return habit.isCommon && found.filter { $0 != stop } == wanted.filter { $0 != stop }
  }
}

extension Entry {
  /// Tells whether the field before a separator ends in a mark, or the one after it begins with one.
  fileprivate func hasMarksOfItsOwn(beside separator: Separator) -> Bool {
    func isField(_ neighbour: Separator.Neighbour?) -> Bool {
      if case .field? = neighbour { true } else { false }
    }
    let (start, end) = (separator.range.lowerBound, separator.range.upperBound)
    return isField(separator.before) && start > 0 && "*_`)]}\"".utf8.contains(text[start - 1])
      || isField(separator.after) && end < text.count && "*_`([{\"".utf8.contains(text[end])
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
}
