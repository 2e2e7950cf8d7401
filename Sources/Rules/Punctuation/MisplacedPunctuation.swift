package import ListModel
internal import Parsing
internal import Text

/// Reports punctuation between two fields that is not the format's.
package struct MisplacedPunctuation: EntryRule {
  package static let description = RuleDescription(
    id: "misplaced-punctuation",
    summary: "The punctuation between two fields is not what the format uses.",
    rationale:
      "Readers and tools tell the fields of an entry apart by the punctuation between them.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation1️⃣, CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write '.' after the title, not ','",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'20241️⃣: [[paper](https://arxiv.org/abs/2308.00692)]",
        "Write '.' after the venue, not ':'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    dangling(entry, in: context) + misplaced(entry, in: context)
  }

  private func dangling(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let commas = entry.danglingCommas.filter { comma in
      !context.separators.contains { $0.fault != nil && $0.range.contains(comma) }
    }
    return commas.map { comma in
      finding(
        .dangling,
        at: comma..<comma + 1,
        fix: .replace(comma..<comma + 1, with: "", "Remove the comma")
      )
    }
  }

  private func misplaced(_ entry: Entry, in context: EntryContext) -> [Finding] {
    context.separators.filter { $0.fault == .misplacedPunctuation }.compactMap { separator in
      guard var expected = separator.expected, !(separator.after == nil && expected.isLineBreak),
        !entry.goesOn(after: separator), !entry.text[separator.range].hasComment
      else { return nil }
      var end = entry.endOfDash(after: separator)
      // What is written ends in a space where the next word has one before it.
      if expected.hasSuffix(" ") {
        while end < entry.text.count, entry.text[end] == .space { end += 1 }
      }
      var range = separator.range.lowerBound..<end
      // The title's own address is the same in both.
      let shared = entry.sharedAddress(separator.range, expected)
      range = range.lowerBound + shared..<range.upperBound
      expected = String(decoding: expected.utf8.dropFirst(shared), as: UTF8.self)
      var finding = finding(
        .misplaced(entry.string(range), expected, at: entry.place(of: separator)),
        at: range,
        fix: .replace(range, with: expected, "Write the format's punctuation")
      )
      // A line end that breaks no line is a space on the page.
      let found = entry.string(range)
      finding.isInvisible =
        found.joinedLines == expected
        || expected.joinedLines.map { $0.hasSameWords(as: found) } ?? false
      return finding
    }
  }
}

extension Entry {
  /// Tells whether a sentence goes on after the link that a separator is before: it is not a link beside others.
  fileprivate func goesOn(after separator: JudgedSeparator) -> Bool {
    // A name can begin the title's own sentence: `**LISA** for Segmentation`.
    if separator.before == .field(.name), separator.range.upperBound < text.count,
      text[separator.range.upperBound].isLowercase
    {
      return true
    }
    guard case .link(let index)? = separator.after else { return false }
    let end = links[index].range.upperBound
    return unparsed.contains { end <= $0.lowerBound && $0.lowerBound <= end + 2 }
  }

  /// Returns where a dash ends that was taken for the description's own, as in `-Does it`, where one
  /// belongs before the description.
  fileprivate func endOfDash(after separator: JudgedSeparator) -> Int {
    var end = separator.range.upperBound
    guard separator.after == .field(.description), separator.expected?.hasSuffix("- ") ?? false
    else {
      return end
    }
    for dash in ["-", "\u{2013}", "\u{2014}", ":"] as [StaticString]
    where text.matches(dash, at: end) {
      end += dash.utf8CodeUnitCount
      while end < text.count, text[end] == .space { end += 1 }
      break
    }
    return end
  }

  /// Returns how many bytes of the end of a link are both in a range and in what is expected there.
  fileprivate func sharedAddress(_ range: Range<Int>, _ expected: String) -> Int {
    guard expected.utf8.starts(with: "](".utf8) else { return 0 }
    let same = zip(text[range], expected.utf8).prefix { $0 == $1 }.map(\.0)
    return (same.lastIndex(of: UInt8(ascii: ")")) ?? -1) + 1
  }
}

extension Entry {
  /// Returns where a separator is, in words; the number that counts the entries is not a name.
  fileprivate func place(of separator: JudgedSeparator) -> String {
    let isNumber =
      separator.before == .field(.name) && text(of: .name)?.utf8.allSatisfy(\.isDigit) ?? false
    return isNumber ? "after the number" : separator.place
  }
}

extension ArraySlice<UInt8> {
  /// Whether a comment begins or ends in it, which hides what is between.
  fileprivate var hasComment: Bool {
    firstRange(of: "<!--") != nil || firstRange(of: "-->") != nil
  }
}

extension String {
  /// Tells whether it differs from another in spaces at its ends alone.
  fileprivate func hasSameWords(as other: String) -> Bool {
    func trimmed(_ text: String) -> Substring {
      let rest = text.drop(while: \.isWhitespace)
      return rest.dropLast(rest.reversed().prefix(while: \.isWhitespace).count)
    }
    return trimmed(self) == trimmed(other)
  }

  /// Whether it is a line break in HTML, which shows nothing at the end of an item.
  fileprivate var isLineBreak: Bool {
    ["<br>", "<br/>", "<br />", "</br>"].contains(filter { $0 != "\n" }.lowercased())
  }
}

extension Message {
  fileprivate static var dangling: Message {
    "Remove the comma at the end of the line"
  }

  fileprivate static func misplaced(
    _ found: String,
    _ expected: String,
    at place: String
  ) -> Message {
    let message = misplacement(of: found.showingLineEnds, expected.showingLineEnds, place)
    guard message.quotes.contains(where: { $0.contains(Character.lineEnd) }) else { return message }
    return Message(parts: message.parts + [.text(", where \(Character.lineEnd) is a line end")])
  }
}

extension String {
  /// The text with its one line end as the space that GitHub shows there; nil where it breaks the line, or has
  /// none or several.
  fileprivate var joinedLines: String? {
    guard utf8.contains(.newline) else { return nil }
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 2, !lines[0].hasSuffix("  "), !lines[0].hasSuffix("\\"),
      !lines[0].hasSuffix("<br>")
    else { return nil }
    let first = lines[0].hasSuffix(" ") ? lines[0].dropLast() : lines[0]
    return first + " " + lines[1].drop { $0.isWhitespace }
  }

  /// The text on one line, with a sign for each line end.
  fileprivate var showingLineEnds: String {
    guard utf8.contains(where: { $0 == .newline || $0 == .carriageReturn }) else { return self }
    return replacing("\r", with: "").replacing("\n", with: String(Character.lineEnd))
  }
}

extension Character {
  /// The sign that stands for a line end.
  fileprivate static let lineEnd: Character = "\u{23CE}"
}
