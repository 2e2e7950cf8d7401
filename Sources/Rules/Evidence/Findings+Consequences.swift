internal import ListModel
internal import Text

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
      causes: ["unbalanced-bracket", "malformed-link", "malformed-url", "unmarked-link"],
      nearby: [
        "malformed-link",
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
    // A title that is a link and should not be has the address that is missed elsewhere.
    Consequence(
      causes: ["linked-title"],
      nearby: [
        "misplaced-punctuation", "wrong-emphasis", "misplaced-space", "unknown-link-label",
        "malformed-link",
      ],
      anywhere: ["missing-field", "missing-link"]
    ),
    // Stars that mark nothing are not those that the list has there.
    Consequence(
      causes: ["unclosed-emphasis"],
      nearby: [
        "wrong-emphasis", "misplaced-punctuation", "misplaced-space", "doubled-space",
        "stray-text", "missing-full-stop", "stray-full-stop",
      ]
    ),
    // A link without its address has marks that nobody expects.
    Consequence(
      causes: ["placeholder-link"],
      nearby: ["wrong-emphasis", "misplaced-punctuation", "stray-full-stop"]
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
    // What stands in another column is not missing, nor strange there.
    Consequence(
      causes: ["misplaced-cell"],
      nearby: [],
      anywhere: [
        "missing-field", "missing-title", "unknown-cell-value", "stray-text", "missing-link",
        "linked-title", "unlinked-title", "malformed-venue", "misplaced-punctuation",
        "wrong-emphasis", "field-order", "missing-venue", "wrong-link-separator",
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

extension [Finding] {
  /// Rules that have more to say of the same thing in other words: of the next link, of the marks after a field.
  private static let ofOneKind: Set = ["wrong-emphasis", "malformed-link", "full-width-character"]

  /// Returns the findings, of which those that say the same of one line, as of each of its links, are one.
  func mergingAlike(on entry: Entry) -> [Finding] {
    // Of so many not all are told, and nothing mends the rest.
    guard count > 1, count < Judge.mostOfOneRule else { return self }
    var merged: [Finding] = []
    for finding in self {
      let index = merged.firstIndex { other in
        other.rule == finding.rule && other.severity == finding.severity
          && (other.message == finding.message || Self.ofOneKind.contains(finding.rule))
          && !entry.text[
            other.range.lowerBound..<Swift.max(other.range.lowerBound, finding.range.lowerBound)
          ]
          .contains(.newline)
      }
      if let index, let both = merged[index].fixing(with: finding) {
        merged[index] = both
      } else {
        merged.append(finding)
      }
    }
    return merged
  }
}

extension Finding {
  /// Returns the finding with the fix of another beside its own; nil where the two cannot be one.
  fileprivate func fixing(with other: Finding) -> Finding? {
    guard let fix, let more = other.fix else { return fix == nil && other.fix == nil ? self : nil }
    let new = more.edits.filter { !fix.edits.contains($0) }
    guard fix.applicability == more.applicability,
      !new.contains(where: { edit in fix.edits.contains { $0.range.touches(edit.range) } })
    else { return nil }
    let edits = (fix.edits + new).sorted { $0.range.lowerBound < $1.range.lowerBound }
    return with(fix: Fix(fix.summary, fix.applicability, edits: edits))
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
