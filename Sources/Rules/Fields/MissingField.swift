package import ListModel

/// Reports a field that the list's other entries have.
package struct MissingField: EntryRule {
  package static let description = RuleDescription(
    id: "missing-field",
    summary: "An entry lacks a field that the list's other entries have.",
    rationale: "Who looks for it in an entry expects it in all.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation with a language model.",
        in: .described
      ),
      .reported(
        "- [1️⃣LISA](https://github.com/dvlab-research/LISA)",
        "no description, which the other entries have",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !context.format.isPlainLine, !entry.isEmpty, let title = entry.title,
      // Where cells are missing, the fields are in the wrong ones.
      context.format.unit != .row
        || entry.cells.count == context.document.columnCount(of: context.place)
    else { return [] }
    return context.format.parts.filter { !$0.isOptional && !entry.has($0.field) }.map { part in
      finding(.missing(part.field.rawValue), at: title.range.lowerBound..<title.range.lowerBound)
    }
  }
}

extension Message {
  fileprivate static func missing(_ field: String) -> Message {
    "no \(field), which the other entries have"
  }
}
