extension Message {
  /// Says what to write at a place between fields instead of what is there.
  static func misplacement(of found: String, _ expected: String, _ place: String) -> Message {
    if expected.isEmpty { return "Remove \(quoting: found) \(place)" }
    if found.isEmpty { return "Write \(quoting: expected) \(place)" }
    return "Write \(quoting: expected) \(place), not \(quoting: found)"
  }
}

extension String {
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
