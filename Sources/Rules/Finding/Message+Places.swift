internal import Text

extension Message {
  /// Says what to write at a place between fields instead of what is there: "after the title", or "before" it.
  ///
  /// What both texts have away from the place is left out, so that a missing sign is one to add.
  static func misplacement(of found: String, _ expected: String, _ place: String) -> Message {
    let (own, wanted) = (found.partedFromTags, expected.partedFromTags)
    if !own.tags.isEmpty || !wanted.tags.isEmpty {
      // A tag that both have says nothing to whoever reads the message.
      return own.tags == wanted.tags && own.text != wanted.text
        ? misplacement(of: own.text, wanted.text, place) : replacement(of: found, expected, place)
    }
    // Nor does the address that a title which is a link ends in.
    if let end = found.endOfLink, expected.endOfLink == end {
      return misplacement(
        of: String(found.dropFirst(end.count)),
        String(expected.dropFirst(end.count)),
        place
      )
    }
    let isBefore = place.hasPrefix("before")
    let common =
      isBefore
      ? zip(found, expected).prefix(while: ==).count
      : zip(found.reversed(), expected.reversed()).prefix(while: ==).count
    let rest = { (text: String) in
      String(isBefore ? text.dropFirst(common) : text.dropLast(common))
    }
    let (extra, lacking) = (rest(found), rest(expected))
    if lacking.isEmpty, extra.isBlank { return "Remove \(extra.inWords) \(place)" }
    if extra.isEmpty, lacking.isBlank { return "Add \(lacking.inWords) \(place)" }
    return extra.isBlank || lacking.isBlank
      ? replacement(of: found, expected, place) : replacement(of: extra, lacking, place)
  }

  /// Says what to write at a place instead of what is there.
  static func replacement(of found: String, _ expected: String, _ place: String) -> Message {
    if expected.isEmpty { return "Remove \(quoting: found) \(place)" }
    if found.isEmpty { return "Add \(quoting: expected) \(place)" }
    return "Write \(quoting: expected) \(place), not \(quoting: found)"
  }
}

extension String {
  /// Its tags of HTML, and the text without them.
  fileprivate var partedFromTags: (text: String, tags: [Substring]) {
    var (text, tags, rest) = ("", [Substring](), self[...])
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      text += rest[..<open]
      tags.append(rest[open...close])
      rest = rest[close...].dropFirst()
    }
    return (text + rest, tags)
  }

  /// Whether it is white space and nothing else.
  fileprivate var isBlank: Bool { !isEmpty && allSatisfy(\.isWhitespace) }

  /// White space in words: "2 spaces", "a tab and a space".
  var inWords: String {
    var words: [String] = []
    var rest = Substring(self)
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      let name =
        switch first {
        case " ": "space"
        case "\t": "tab"
        case "\u{A0}": "no-break space"
        default: "sign"
        }
      words.append(run.count == 1 ? "a \(name)" : "\(run.count) \(name)s")
    }
    return words.isEmpty ? "nothing" : words.joined(separator: " and ")
  }
}

extension String {
  /// What ends a link at the start of a text, with its address: `](https://…)`; nil where it begins otherwise.
  fileprivate var endOfLink: Substring? {
    guard hasPrefix("]("), let end = lastIndex(of: ")") else { return nil }
    return self[...end]
  }
}
