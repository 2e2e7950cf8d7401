package import ListModel
internal import Text

/// Reports an entry whose number is out of step with its neighbours'.
package struct MisnumberedEntry: EntryRule {
  package static let description = RuleDescription(
    id: "misnumbered-entry",
    summary: "An entry's number does not follow from its neighbours' numbers.",
    rationale:
      "GitHub numbers the items itself, so the page shows different numbers from the source and people end up at the wrong entry. Lists that number every entry `1.` are left alone. The style is taken from the other entries, unless the rulebook sets `numbering` to `counted`, `ones` or `any`.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "1. [A](https://a.org/1) - It.\n1. [B](https://a.org/2) - It.\n1. [C](https://a.org/3) - It.\n",
        in: .file
      ),
      .accepted("22. [Tool22](https://example.org/22) - Does something.", in: .numbered),
      .reported(
        "1️⃣21. [Tool22](https://example.org/22) - Does something.",
        "Change the number 21 to 22: the entry before it is 21",
        fixed: "22. [Tool22](https://example.org/22) - Does something.",
        in: .numbered
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let slip = context.list.numberings.slip(of: context.place) else { return [] }
    let start = entry.marker.indentation.upperBound
    let digits = entry.text[start...].prefix { $0.isDigit }
    let range = digits.startIndex..<digits.endIndex
    // A corrected text is judged in the same place.
    guard let number = Int(entry.string(range)), number == slip.number else { return [] }
    guard let expected = slip.expected else {
      return [
        finding(
          .notCountedOn(number, slip.neighbour.number, line: slip.neighbour.line),
          at: range,
          // It is work on entries of others, and the page counts by itself.
          severity: .note,
          relatedLine: slip.neighbour.line
        )
      ]
    }
    return [
      finding(
        .outOfStep(number, after: slip.neighbour.number, expected),
        at: range,
        fix: slip.isAlone
          ? .replace(range, with: String(expected), "Count on from the entry before") : nil
      )
    ]
  }
}

extension Message {
  fileprivate static func outOfStep(_ number: Int, after last: Int, _ expected: Int) -> Message {
    "Change the number \(number) to \(expected): the entry before it is \(last)"
  }

  fileprivate static func notCountedOn(_ number: Int, _ next: Int, line: Int) -> Message {
    "Number the entries from line \(line) on again: \(next) comes after \(number)"
  }
}
