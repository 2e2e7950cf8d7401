internal import ListModel

extension [Finding] {
  /// What goes without saying beside another finding, on the same words or wherever it is.
  private struct Consequence {
    let causes: Set<String>
    let nearby: Set<String>
    var anywhere: Set<String> = []
  }

  private static let consequences = [
    // A link that is none is neither the right one nor in its place.
    Consequence(
      causes: ["unbalanced-bracket", "malformed-link", "malformed-url"],
      nearby: [
        "wrong-link-separator", "placeholder-link", "stray-text", "unknown-link-label",
        "link-label-case", "misplaced-punctuation", "misplaced-space", "wrong-emphasis",
        "unlinked-title", "space-in-link", "non-canonical-arxiv-url", "missing-line-break",
        "missing-full-stop", "stray-full-stop", "repeated-url", "link-order", "insecure-url",
      ]
    ),
    Consequence(
      causes: ["unbalanced-bracket"],
      nearby: [],
      anywhere: [
        "conflicting-identifier", "conflicting-title", "duplicate-entry", "missing-field",
        "missing-link", "wrong-link-separator",
      ]
    ),
    // What has no marker is read as something else.
    Consequence(
      causes: ["malformed-marker", "doubled-marker", "wrapped-entry"],
      nearby: [],
      anywhere: ["indented-entry", "wrong-indentation", "missing-line-break"]
    ),
    Consequence(
      causes: ["wrong-cell-count"],
      nearby: [],
      anywhere: [
        "missing-field", "missing-title", "unknown-cell-value", "stray-text", "missing-link",
      ]
    ),
    Consequence(
      causes: ["duplicate-entry"],
      nearby: [],
      anywhere: ["misordered-entry", "conflicting-title", "misnumbered-entry"]
    ),
  ]

  /// Returns the findings without those that the mending of others would mend.
  func withoutConsequences(on entry: Entry) -> [Finding] {
    guard count > 1 else { return self }
    // Each cause is looked at once: an entry can have hundreds, and links without number.
    let causes = filter { $0.severity > .note && !$0.isInvisible }.flatMap { cause in
      Self.consequences.filter { $0.causes.contains(cause.rule) }.map { consequence in
        let reach = consequence.nearby.isEmpty ? cause.range : entry.widened(cause.range)
        return (rule: cause.rule, reach: reach, consequence: consequence)
      }
    }
    guard !causes.isEmpty else { return self }
    let left = filter { finding in
      !causes.contains { rule, reach, consequence in
        rule != finding.rule
          && (consequence.anywhere.contains(finding.rule)
            || reach.touches(finding.range) && consequence.nearby.contains(finding.rule))
      }
    }
    return left.isEmpty ? self : left
  }
}

extension Entry {
  /// Returns a range together with the links that it is a part of, and the brackets around them.
  fileprivate func widened(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    for link in links where link.range.touches(range) {
      start = min(start, link.range.lowerBound)
      end = max(end, link.range.upperBound)
    }
    return max(0, start - 2)..<min(text.count, end + 2)
  }
}

extension Range<Int> {
  /// Tells whether two ranges overlap, or one begins where the other ends.
  func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
