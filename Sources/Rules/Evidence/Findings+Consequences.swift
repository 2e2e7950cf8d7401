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
    let left = filter { finding in
      !contains { cause in
        cause.rule != finding.rule && cause.severity > .note && !cause.isInvisible
          && Self.consequences.contains { consequence in
            consequence.causes.contains(cause.rule)
              && (consequence.anywhere.contains(finding.rule)
                || consequence.nearby.contains(finding.rule)
                  && entry.widened(cause.range).touches(finding.range))
          }
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
