package import ListModel
internal import Parsing
internal import Text

/// Reports two or more spaces in a row.
package struct DoubledSpace: EntryRule {
  package static let description = RuleDescription(
    id: "doubled-space",
    summary: "There are two or more spaces in a row.",
    rationale:
      "GitHub shows only one, but the others get in the way when someone searches or compares the text.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA:1️⃣  Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Use one space, not 2",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    // Where spaces keep fields apart, two words of a title still have one between them.
    let isCustom = context.format.customs.contains(.doubledSpace)
    if isCustom, !entry.hasDoubledSpaceInTitle { return [] }
    let runs = entry.doubledSpaces
    // Where a bar was lost, spaces are all that is left of it.
    guard !runs.isEmpty, !context.document.isTorn(entry, at: context.place) else { return [] }
    // In a link's marks and in a wrong separator they are other rules' matter.
    let wrong = runs.filter { run in
      (!isCustom || run.isBetweenLetters(ofTitleOf: entry))
        && !entry.links.contains { link in
          link.range.overlaps(run) && !(link.labelRange?.contains(run.lowerBound) ?? false)
        }
        && !context.separators.contains { $0.fault != nil && $0.range.overlaps(run) }
    }
    guard let first = wrong.first else { return [] }
    var finding = finding(
      wrong.count == 1 ? .doubled(first.count) : .doubled(first.count, places: wrong.count),
      at: first,
      fix: Fix("Leave one space", edits: wrong.map { Fix.Edit($0, " ") })
    )
    finding.part = entry.part(of: first)
    return [finding]
  }
}

extension Entry {
  /// Returns in words in which field, or after which, a place is.
  fileprivate func part(of place: Range<Int>) -> String {
    if let field = texts.first(where: { $0.range.contains(place.lowerBound) }) {
      return field.field.rawValue
    }
    if title?.range.contains(place.lowerBound) ?? false { return FieldName.title.rawValue }
    return separators.first { $0.range.overlaps(place) }?.place ?? ""
  }
}

extension Entry {
  /// Whether two spaces stand in a row in the title, which is told without looking at all the rest.
  fileprivate var hasDoubledSpaceInTitle: Bool {
    guard let range = title?.range else { return false }
    return range.dropLast().contains { text[$0] == .space && text[$0 + 1] == .space }
  }
}

extension Range<Int> {
  /// How many words a part of a title has at most: more, with a capital, are a description that the
  /// spaces set apart.
  private static var longestPart: Int { 4 }

  /// Tells whether letters of the title stand on both sides.
  fileprivate func isBetweenLetters(ofTitleOf entry: Entry) -> Bool {
    guard let title = entry.title?.range, title.lowerBound < lowerBound,
      upperBound < title.upperBound, entry.text[lowerBound - 1].isLetter,
      entry.text[upperBound].isLetter
    else { return false }
    let words = entry.text[upperBound..<title.upperBound].split(separator: .space)
    return words.count <= Self.longestPart || !entry.text[upperBound].isUppercase
  }
}

extension Message {
  fileprivate static func doubled(_ count: Int) -> Message {
    "Use one space, not \(count)"
  }

  fileprivate static func doubled(_ count: Int, places: Int) -> Message {
    "Use one space, not \(count), here and in \(places - 1) other \(places == 2 ? "place" : "places")"
  }
}
