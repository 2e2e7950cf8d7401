package import ListModel
internal import Markdown
internal import Parsing

/// Reports the lines that git leaves where a merge failed.
package struct ConflictMarker: ListRule {
  package static let description = RuleDescription(
    id: "conflict-marker",
    summary: "Git's merge conflict markers are still in the file.",
    rationale:
      "They show up on the page, along with both versions of the conflicting text.",
    fixes: .never,
    examples: [
      .accepted(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n",
        in: .file
      ),
      .reported(
        "## General\n\n1️⃣<<<<<<< HEAD\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n2️⃣=======\n- **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n3️⃣>>>>>>> main\n",
        "Resolve the merge conflict that this line marks",
        "Resolve the merge conflict that this line marks",
        "Resolve the merge conflict that this line marks",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ list: ListDocument, in context: ListContext) -> [Finding] {
    var isOpen = false
    return list.text.lineNumbers.compactMap { number in
      guard let mark = list.text.conflictMark(on: number),
        !list.codeLines.contains(where: { $0.contains(number) })
      else { return nil }
      // A row of equals signs alone underlines a heading.
      if mark == UInt8(ascii: "<") { isOpen = true }
      guard isOpen else { return nil }
      if mark == UInt8(ascii: ">") { isOpen = false }
      return finding(.marker, at: list.text.line(number))
    }
  }
}

extension Message {
  fileprivate static var marker: Message { "Resolve the merge conflict that this line marks" }
}
