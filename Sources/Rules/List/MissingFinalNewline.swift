package import ListModel
internal import Markdown
internal import Text

/// Reports a file that does not end with a line end.
package struct MissingFinalNewline: ListRule {
  package static let description = RuleDescription(
    id: "missing-final-newline",
    summary: "The file does not end with a newline.",
    rationale:
      "The next contribution will show that line as changed, even though nobody edited it.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n",
        in: .file
      ),
      .reported(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]1️⃣",
        "Add a newline at the end of the file",
        fixed:
          "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ list: ListDocument, in context: ListContext) -> [Finding] {
    let bytes = list.text.bytes
    guard let last = bytes.last, last != .newline else { return [] }
    let end = bytes.count..<bytes.count
    let style = list.text.lineCount > 1 ? list.text.lineEnd(1) : [.newline]
    return [
      finding(
        .missing,
        at: end,
        fix: .replace(end, with: String(decoding: style, as: UTF8.self), "Add the line end"),
        severity: context.rulebook.errorRules == nil ? nil : .note
      )
    ]
  }
}

extension Message {
  fileprivate static var missing: Message { "Add a newline at the end of the file" }
}
