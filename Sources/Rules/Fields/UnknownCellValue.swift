package import ListModel

/// Reports a table cell that differs from the few values its column has only in marks, case or a slip.
package struct UnknownCellValue: EntryRule {
  package static let description = RuleDescription(
    id: "unknown-cell-value",
    summary: "A table cell differs slightly from one of the few values used in its column.",
    rationale:
      "Readers can search and count a column of a few values, if each value is always written the same way.",
    fixes: .always,
    examples: [
      .accepted(
        "| LISA: Reasoning Segmentation | CVPR 2024 | [Paper](https://arxiv.org/abs/2308.00692) |",
        in: .rows
      ),
      .reported(
        "| LISA: Reasoning Segmentation | 1️⃣CVPR-2023 | [Paper](https://arxiv.org/abs/2308.00692) |",
        "Write 'CVPR 2023', not 'CVPR-2023', as the other rows do",
        fixed:
          "| LISA: Reasoning Segmentation | CVPR 2023 | [Paper](https://arxiv.org/abs/2308.00692) |",
        in: .rows
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let columns = context.format.columnValues
    guard !columns.isEmpty else { return [] }
    return entry.cells.enumerated().compactMap { index, range in
      guard index < columns.count, let values = columns[index] else { return nil }
      let found = entry.string(range)
      guard !found.isEmpty, !values.contains(found), let value = nearest(to: found, values) else {
        return nil
      }
      return finding(
        .other(found, value),
        at: range,
        fix: .replace(range, with: value, "Write \(value)")
      )
    }
  }

  private func nearest(to found: String, _ values: Set<String>) -> String? {
    let key = plain(found)
    return values.sorted().first { plain($0) == key }
  }

  /// A value without marks, spaces and case.
  private func plain(_ value: String) -> String {
    value.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Message {
  fileprivate static func other(_ found: String, _ value: String) -> Message {
    "Write \(quoting: value), not \(quoting: found), as the other rows do"
  }
}
