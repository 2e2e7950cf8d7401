package import ListModel
internal import Text

/// Reports a small word that stands twice in a row.
package struct RepeatedWord: EntryRule {
  package static let description = RuleDescription(
    id: "repeated-word",
    summary: "A small word such as 'the' appears twice in a row.",
    rationale: "It is a small typo, but readers stumble over it.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - Segments what the question is about.",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - Segments what the1️⃣ the question is about.",
        "Write 'the' once",
        fixed:
          "- [LISA](https://github.com/dvlab-research/LISA) - Segments what the question is about.",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    var ranges = entry.texts.filter { $0.field == .description }.map(\.range)
    if let title = entry.title { ranges.append(title.range) }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.flatMap { range in
      entry.repeatedWords(in: range).map { place in
        let word = place.dropFirst().lowerBound..<place.upperBound
        return finding(
          .twice(entry.string(word)),
          at: place,
          fix: .replace(place, with: "", "Remove the second")
        )
      }
    }
  }
}

extension Entry {
  /// Words that no sentence has twice in a row, unlike `that`, `had` or a name.
  private static let small: [StaticString] = ["the", "of", "for", "and", "with", "a", "an", "to"]

  /// Where a small word stands for the second time, with the space before it.
  fileprivate func repeatedWords(in range: Range<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = range.lowerBound
    while let space = text.first(.space, in: index..<range.upperBound) {
      index = space + 1
      let isTwice = Self.small.first { word in
        let width = word.utf8CodeUnitCount
        let (start, end) = (space - width, space + 1 + width)
        return start >= range.lowerBound && end < range.upperBound
          && text.matches(word, at: start) && text.matches(word, at: space + 1)
          && (start == range.lowerBound || text[start - 1] == .space) && text[end] == .space
      }
      if let word = isTwice { places.append(space..<space + 1 + word.utf8CodeUnitCount) }
    }
    return places
  }
}

extension Message {
  fileprivate static func twice(_ word: String) -> Message { "Write \(quoting: word) once" }
}
