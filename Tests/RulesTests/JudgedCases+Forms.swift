extension JudgedCase {
  private static let tool = "- [Tool#](https://example.org/tool#) - Does the useful thing #."
  private static let paper =
    "- Learning the Shapes of Kind # [[CVPR2021]](https://arxiv.org/abs/2101.00#) [[code]](https://github.com/example/kind#)"
  private static let torch =
    "- Learning the Shapes of Kind # [[CVPR2021]](https://arxiv.org/abs/2101.00#) [[Pytorch]](https://github.com/example/kind#)"
  private static let row = "| [Tool#](https://example.org/tool#) | Does the thing # | Yes |"
  private static let head = "| Tool | Description | Free |\n| --- | --- | --- |\n"

  /// Ways to write that are another's, a place's or the contribution's own.
  static let forms = [
    JudgedCase(
      name: "a venue of two words before its year",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New [[ICCV Workshop 2023]](https://arxiv.org/abs/2302.00001) [[code]](https://github.com/example/new)",
      unsaid: ["malformed-venue"]
    ),
    JudgedCase(
      name: "a space between a venue and its year",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New [[CVPR 2023]](https://arxiv.org/abs/2302.00001) [[code]](https://github.com/example/new)",
      unsaid: ["malformed-venue"]
    ),
    JudgedCase(
      name: "a bullet like that of the lines above",
      section: "* [Tool#](https://example.org/tool#) - Does the useful thing #.",
      sectionCount: 2,
      rest: tool,
      added: "* [New](https://example.org/new) - Does another thing.",
      unsaid: ["malformed-marker"]
    ),
    JudgedCase(
      name: "a bullet unlike that of the lines above",
      section: tool,
      rest: tool,
      added: "* [New](https://example.org/new) - Does another thing.",
      said: ["malformed-marker"]
    ),
    JudgedCase(
      name: "an item that belongs to the one above",
      section: tool,
      rest: tool,
      added:
        "- [New](https://example.org/new) - Does another thing.\n  - [Cheatsheet](https://example.org/new/sheet)",
      unsaid: ["indented-entry", "missing-field", "missing-full-stop"]
    ),
    JudgedCase(
      name: "a command inside an item",
      section: tool,
      rest: tool,
      added: "- [New](https://example.org/new) - Does another thing.\n  - `apt-get install new`",
      unsaid: ["missing-full-stop"]
    ),
    JudgedCase(
      name: "an entry on two lines that a page shows on one",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New\n[[CVPR2023]](https://arxiv.org/abs/2302.00001) [[code]](https://github.com/example/new)",
      unsaid: ["misplaced-punctuation", "misplaced-space"]
    ),
    JudgedCase(
      name: "a row that lacks its last cell",
      section: row,
      rest: row,
      header: head,
      added: "| [New](https://example.org/new) | Does another thing |",
      unsaid: ["wrong-cell-count"]
    ),
    JudgedCase(
      name: "a row in which all is in one cell",
      section: row,
      rest: row,
      header: head,
      added: "| [New](https://example.org/new) - Does another thing. |",
      said: ["wrong-cell-count"]
    ),
    JudgedCase(
      name: "a row that waits to be filled",
      section: row,
      rest: row,
      header: head,
      added: "| More of these later |  |  |",
      unsaid: ["missing-field", "unlinked-title"]
    ),
  ]

  /// What a link is called.
  static let labels = [
    JudgedCase(
      name: "a name in its own spelling",
      section: torch,
      rest: torch,
      added:
        "- Learning of Something New [[CVPR2023]](https://arxiv.org/abs/2302.00001) [[PyTorch]](https://github.com/example/new)",
      unsaid: ["link-label-case"]
    ),
    JudgedCase(
      name: "a label in another case",
      section: torch,
      rest: torch,
      added:
        "- Learning of Something New [[CVPR2023]](https://arxiv.org/abs/2302.00001) [[pytorch]](https://github.com/example/new)",
      said: ["link-label-case"]
    ),
    JudgedCase(
      name: "a paper that is not where the label says",
      section: "- Learning the Shapes of Kind # [[arXiv]](https://arxiv.org/abs/2101.00#)",
      rest: "- Learning the Shapes of Kind # [[arXiv]](https://arxiv.org/abs/2101.00#)",
      added: "- Learning of Something New [[Paper]](https://www.ecva.net/papers/eccv_2020/new.pdf)",
      unsaid: ["unknown-link-label"]
    ),
    JudgedCase(
      name: "a bracket that says what the entry is",
      section: "- [Notion] [Notes on Matter #](https://example.org/notes#)",
      rest: tool,
      added: "- [YouTube] [Talk on Another Matter](https://www.youtube.com/watch?v=new)",
      unsaid: ["placeholder-link"]
    ),
    JudgedCase(
      name: "an address in place of a label",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New [[CVPR2023]](https://arxiv.org/abs/2302.00001) [[https://github.com/example/new]]",
      said: ["placeholder-link"]
    ),
    JudgedCase(
      name: "a second link of one kind",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New [[CVPR2023]](https://arxiv.org/abs/2302.00001) [[code 2]](https://github.com/example/new)",
      unsaid: ["unknown-link-label"]
    ),
    JudgedCase(
      name: "a scheme that stands twice",
      section: tool,
      rest: tool,
      added: "- [New](https://https//example.org/new) - Does another thing.",
      said: ["malformed-url"]
    ),
  ]

  /// What is not an entry of the list's, though it has a link.
  static let readings = [
    JudgedCase(
      name: "the label of what is below it",
      section: paper,
      rest: paper,
      added: "- Univ. of Somewhere, Example Lab",
      unsaid: ["stray-full-stop", "missing-field", "missing-full-stop"]
    ),
    JudgedCase(
      name: "a keyword that begins with a sign",
      section: tool,
      rest: tool,
      added: "- [New](https://example.org/new) - k-means for another thing.",
      unsaid: ["small-initial"]
    ),
  ]
}
