package import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// Reports a cell of a table whose value is of the kind that another column has: a year, a venue or a link.
package struct MisplacedCell: EntryRule {
  package static let description = RuleDescription(
    id: "misplaced-cell",
    summary: "A year, venue or link is in a different column of the table than in the other rows.",
    rationale: "Readers look down a column; a value in another one is not found.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "| LISA: Reasoning Segmentation | CVPR 2024 | [Paper](https://arxiv.org/abs/2308.00692) |",
        in: .rows
      ),
      .reported(
        "| LISA: Reasoning Segmentation | 1️⃣[Paper](https://arxiv.org/abs/2308.00692) | CVPR 2024 |",
        "Swap the cells 'CVPR 2024' and '[Paper](https://arxiv.org/abs/2308.00692)': they are in each other's column",
        fixed:
          "| LISA: Reasoning Segmentation | CVPR 2024 | [Paper](https://arxiv.org/abs/2308.00692) |",
        in: .rows
      ),
    ]
  )

  package init() {}

  /// What a cell holds, as far as that can be told from itself.
  private enum Kind: Hashable {
    case empty
    case year
    case venue
    case link
    case words
  }

  /// How many rows to either side are looked at, and how few say what a column holds.
  private static let (reach, fewest) = (12, 4)

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard context.format.unit == .row, context.place.lines.count == 1 else { return [] }
    let text = context.document.text
    let cells = entry.cells
    let kinds = cells.map { kind(of: entry.string($0), in: context) }
    guard cells.count > 1,
      cells.count == context.document.columnCount(of: context.place),
      let index = context.document.index(of: context.place)
    else { return [] }
    func filling(ofRow other: EntryPlace) -> [Kind] {
      text.cells(of: other.lines.lowerBound).map { kind(of: $0, in: context) }
    }
    let entries = context.document.entries
    // Most rows are filled as the one above is.
    if index > 0, entries[index - 1].section == context.place.section,
      filling(ofRow: entries[index - 1]) == kinds
    {
      return []
    }
    let rows = entries[max(0, index - Self.reach)..<min(entries.count, index + Self.reach + 1)]
      .filter { other in
        other != context.place && other.section == context.place.section
          && other.format == context.place.format && !context.list.contributed.contains(other)
      }
      .map(filling(ofRow:)).filter { $0.count == cells.count }
    let usual = cells.indices.map { column in self.usual(rows.map { $0[column] }) }
    for first in cells.indices {
      for second in cells.indices.dropFirst(first + 1) {
        guard let one = usual[first], let other = usual[second], one != other,
          kinds[first] == other, kinds[second] == one
        else { continue }
        return [swapping(cells[first], cells[second], of: entry)]
      }
    }
    return []
  }

  /// Returns what nearly all filled cells of a column hold, where that is of a kind by itself.
  private func usual(_ kinds: [Kind]) -> Kind? {
    let filled = kinds.filter { $0 != .empty }
    guard filled.count >= Self.fewest,
      let most = Set(filled).first(where: { kind in
        Levels.most.isReached(by: filled.count { $0 == kind }, of: filled.count)
      }), most != .words
    else { return nil }
    return most
  }

  private func kind(of cell: String, in context: EntryContext) -> Kind {
    let words = cell.filter { !"*_` ".contains($0) }
    if words.isEmpty || words == "-" { return .empty }
    if cell.contains("](") || cell.hasPrefix("http") { return .link }
    if words.utf8.count == 4, words.utf8.allSatisfy(\.isDigit),
      words.hasPrefix("19") || words.hasPrefix("20")
    {
      return .year
    }
    // `CVPR 2024`, `CVPR'24` and `CVPR` are one kind.
    let name = cell.prefix { $0.isLetter }
    return context.rulebook.venues.name(of: String(name)) == nil ? .words : .venue
  }

  private func swapping(_ first: Range<Int>, _ second: Range<Int>, of entry: Entry) -> Finding {
    let (one, other) = (entry.string(first), entry.string(second))
    return finding(
      .swapped(other, one),
      at: first,
      fix: Fix(
        "Swap the cells",
        .needsReview,
        edits: [Fix.Edit(first, other), Fix.Edit(second, one)]
      )
    )
  }
}

extension Message {
  fileprivate static func swapped(_ first: String, _ second: String) -> Message {
    "Swap the cells \(quoting: first) and \(quoting: second): they are in each other's column"
  }
}
