package import ListModel
internal import Text

/// What a format has where something stands between two fields.
extension EntryFormat {
  /// Returns what entries have in the place of a separator; nil where the format does not say.
  package func usual(at separator: Separator) -> UsualSeparator? {
    if let usual = usualSeparators[separator.pair] { return usual }
    guard isExact, let before = separator.before.field else { return nil }
    return self.separator(from: before, to: separator.after?.field)
      .map(UsualSeparator.init(declared:))
  }

  /// Returns what the items inside an entry have in the place of a separator; nil where they have nothing
  /// that is always the same.
  package func usualText(at separator: Separator, inItemOf entry: Entry) -> String? {
    guard let item = separator.item, let style = details else { return nil }
    if case .link = separator.before { return style.separator }
    guard let tail = entry.nestedItems[item].form.flatMap({ style.forms[$0].tail }), tail.isUsual
    else { return nil }
    return separator.after == nil ? tail.closing : tail.opening
  }

  /// Tells whether a text is an entry of this format to the letter, but for its marker and spaces, with as
  /// many fields apart as the format has them.
  ///
  /// What else could be right there is for rules to say.
  func isFollowed(by text: [UInt8], atLeast fewest: Int) -> Bool {
    let entry = read(text)
    guard entry.title != nil, entry.links.contains(where: { $0.url != nil }),
      entry.unparsed.isEmpty, entry.marker.bullets.isEmpty
    else { return false }
    var count = 0
    for separator in entry.separators where separator.before != .start {
      let usual =
        separator.item == nil
        ? usual(at: separator).map { entry.text(of: $0, at: separator) }
        : usualText(at: separator, inItemOf: entry)
      guard let usual, !usual.isEmpty else { continue }
      guard separator.text.lines == usual.lines else { return false }
      count += 1
    }
    return count >= fewest
  }
}

extension Entry {
  /// Returns what usually stands in the place of a separator: what ends in its own mark takes no full stop, but may
  /// have one.
  package func text(of usual: UsualSeparator, at separator: Separator) -> String {
    let last = separator.range.lowerBound - 1
    guard usual.text != separator.text, last >= 0, "?!".utf8.contains(text[last]) else {
      return usual.text
    }
    return usual.text.replacing(".", with: "")
  }
}

extension String {
  /// Whether its line end is a hard line break.
  package var breaksHard: Bool {
    contains("\\\n") || contains("  \n") || lowercased().contains("<br")
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
