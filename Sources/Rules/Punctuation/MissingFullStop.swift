package import ListModel
internal import Parsing
internal import Text

/// Reports a title or a venue without the full stop after it.
package struct MissingFullStop: EntryRule {
  package static let description = RuleDescription(
    id: "missing-full-stop",
    summary: "A full stop is missing after the title or the venue.",
    rationale:
      "The full stop shows readers and tools where the title ends and the venue begins.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation1️⃣ CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add a full stop after the title",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'20241️⃣ [[paper](https://arxiv.org/abs/2308.00692)]",
        "Add a full stop after the venue",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let abbreviations = context.format.customs.contains(.bareEtAl) ? [] : entry.bareEtAls
    return abbreviations.map { end in
      finding(
        .shortened,
        at: end..<end,
        fix: .replace(end..<end, with: ".", "Add the full stop")
      )
    }
      + context.separators.filter { $0.fault == .missingFullStop }.map { separator in
        finding(
          .missing(at: separator.place),
          at: separator.range.lowerBound..<separator.range.lowerBound,
          // A question wants another mark.
          fix: separator.before == .field(.title) && entry.asksQuestion
            ? nil : entry.fullStop(in: separator),
          severity: separator.usual.flatMap { $0.isUsual ? nil : .note }
        )
      } + [openEnd(of: entry, in: context)].compactMap(\.self)
  }

  /// Reports the end of an entry without the full stop that the others have there, whatever field is
  /// their last.
  private func openEnd(of entry: Entry, in context: EntryContext) -> Finding? {
    guard context.format.customs.contains(.finalStop), entry.endsInStop == false,
      !context.separators.contains(where: { $0.after == nil && $0.fault != nil })
    else { return nil }
    let end = entry.text.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? 0
    // What is inside an item ends as it likes.
    let line = entry.text[..<end].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    if line > 0, let sign = entry.text[line...].first(where: { !$0.isWhitespace }),
      "-*+".utf8.contains(sign)
    {
      return nil
    }
    // An address would take the full stop for its own.
    let word = entry.text[..<end].lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? 0
    guard !entry.text[word..<end].starts(with: "http".utf8) else { return nil }
    let isText = end > 0 && (entry.text[end - 1].isWord || entry.text[end - 1] == UInt8(ascii: ")"))
    return finding(
      .open,
      at: end..<end,
      fix: isText ? .replace(end..<end, with: ".", "Add the full stop") : nil,
      severity: .warning
    )
  }
}

extension Entry {
  /// Returns the fix that writes the full stop, and changes the signs around it only where it has to.
  fileprivate func fullStop(in separator: JudgedSeparator) -> Fix {
    let expected = separator.expected ?? ". "
    let found = string(separator.range)
    func signs(_ text: some StringProtocol) -> [UInt8] { text.utf8.filter { !$0.isWhitespace } }
    if found.contains(where: \.isNewline), expected.first == ".",
      signs(expected.dropFirst()) == signs(found)
    {
      let start = separator.range.lowerBound
      return .replace(start..<start, with: ".", "Add the full stop")
    }
    return .replace(separator.range, with: expected, "Add the full stop")
  }

  /// Whether the title begins as a question does: with a verb, or with a question word before one.
  fileprivate var asksQuestion: Bool {
    guard let title else { return false }
    let words = title.text.lowercased().split(separator: " ").prefix(2).map(String.init)
    let verbs: Set = ["are", "can", "could", "did", "do", "does", "is", "should", "will"]
    let openers: Set = ["how", "what", "when", "where", "who", "why"]
    guard let first = words.first else { return false }
    return verbs.contains(first)
      || openers.contains(first) && words.count > 1 && verbs.contains(words[1])
  }
}

extension Message {
  fileprivate static var shortened: Message { "Write 'et al.' with a full stop" }

  fileprivate static var open: Message { "End the entry with a full stop" }

  fileprivate static func missing(at place: String) -> Message {
    "Add a full stop \(place)"
  }
}
