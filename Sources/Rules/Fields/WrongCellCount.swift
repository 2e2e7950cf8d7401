package import ListModel
internal import Text

/// Reports a table row with more or fewer cells than the table's header.
package struct WrongCellCount: EntryRule {
  package static let description = RuleDescription(
    id: "wrong-cell-count",
    summary: "A table row has more or fewer cells than the table's header.",
    rationale: "GitHub drops the extra cells, and the others may end up in the wrong columns.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "| LISA: Reasoning Segmentation | CVPR 2024 | [Paper](https://arxiv.org/abs/2308.00692) |",
        in: .rows
      ),
      .accepted(
        "| LISA: Reasoning Segmentation | CVPR 2024 | [Paper](https://arxiv.org/abs/2308.00692)",
        in: .rows
      ),
      .reported(
        "| LISA: Reasoning Segmentation | CVPR 2024 | [Paper](https://arxiv.org/abs/2308.00692) | 1️⃣More |",
        "This row has 4 cells; the header has 3",
        in: .rows
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let count = context.document.columnCount(of: context.place)
    guard context.format.unit == .row, count > 1 else { return [] }
    let bars = entry.cellBars
    let end = entry.text.lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? 0
    let isOpened = bars.first.map { first in
      entry.text[..<first].allSatisfy(\.isWhitespace)
    }
    guard let isOpened else { return [] }
    let isClosed = bars.last == end - 1
    let cells = bars.count + 1 - (isOpened ? 1 : 0) - (isClosed ? 1 : 0)
    if cells != count {
      let extra = entry.cells.dropFirst(count)
      let place = cells > count ? extra.first?.lowerBound ?? end : end
      let surplus = bars.last { $0 <= place }.map { $0 + 1..<end }
      let isEmpty = cells > count && extra.allSatisfy { entry.text.trimmed($0).isEmpty }
      var finding =
        finding(
          .count(cells, of: count),
          at: place..<place,
          fix: cells == count + 1 && !isEmpty
            ? entry.joining(by: context.format.links.separator)
            : isEmpty ? surplus.map { .replace($0, with: "", "Remove the empty cells") } : nil
        )
      // GitHub leaves out what is empty and too much, and fills up what is missing at the end.
      finding.isInvisible = isEmpty
      if context.rulebook.errorRules != nil, cells + 1 == count, cells > 1 {
        finding.severity = min(.note, finding.severity)
      }
      return [finding]
    }
    guard isOpened, !isClosed, !context.format.customs.contains(.openRow) else { return [] }
    var open = finding(
      .open,
      at: end..<entry.text.count,
      fix: .replace(end..<entry.text.count, with: " |", "Close the row")
    )
    open.isInvisible = true
    return [open]
  }
}

extension Entry {
  /// Puts the list's separator for the bar between two links, where one bar alone stands there.
  fileprivate func joining(by separator: String) -> Fix? {
    guard !separator.isEmpty, !separator.contains("|") else { return nil }
    let gaps = zip(links, links.dropFirst()).map { $0.range.upperBound..<$1.range.lowerBound }
      .filter { !$0.isEmpty && !cellBars.filter($0.contains).isEmpty }
    guard gaps.count == 1, text[gaps[0]].allSatisfy({ $0 == .space || $0 == UInt8(ascii: "|") })
    else { return nil }
    return .replace(gaps[0], with: separator, "Write the separator")
  }
}

extension Message {
  fileprivate static func count(_ count: Int, of header: Int) -> Message {
    "This row has \(count) \(count == 1 ? "cell" : "cells"); the header has \(header)"
  }

  fileprivate static var open: Message { "End the row with \(quoting: "|")" }
}
