extension JudgedCase {
  private static let tool = "- [Tool#](https://example.org/tool#) - Does the useful thing #."
  private static let bare = "- [Tool#](https://example.org/tool#) - Does the useful thing #"
  private static let paper =
    "- Learning the Shapes of Kind #. [[paper](https://arxiv.org/abs/2101.00#)]"
  private static let pdf =
    "- [Learning the Shapes of Kind #](https://arxiv.org/pdf/2101.00#.pdf), Writer et al., 2021"
  private static let row = "| [Tool#](https://example.org/tool#) | Does the thing # | Yes |"
  private static let head = "| Tool | Description | Free |\n| --- | --- | --- |\n"

  /// What is a custom of the section or of the list, and what is a slip.
  static let habits = [
    JudgedCase(
      name: "a section without final stops in a list with them",
      section: bare,
      rest: tool,
      added: "- [New](https://example.org/new) - Does another thing",
      unsaid: ["missing-full-stop"]
    ),
    JudgedCase(
      name: "a final stop that the whole section has",
      section: tool,
      rest: tool,
      added: "- [New](https://example.org/new) - Does another thing",
      said: ["missing-full-stop"]
    ),
    JudgedCase(
      name: "a small letter where all have a capital",
      section: tool,
      rest: tool,
      added: "- [New](https://example.org/new) - does another thing.",
      said: ["small-initial"]
    ),
    JudgedCase(
      name: "an account for a description",
      section: tool,
      rest: tool,
      added: "- [New](https://writer.example.org/new) - writer (free).",
      unsaid: ["small-initial"]
    ),
    JudgedCase(
      name: "three spaces after a bullet",
      section: tool,
      rest: tool,
      added: "-   [New](https://example.org/new) - Does another thing.",
      unsaid: ["malformed-marker"]
    ),
    JudgedCase(
      name: "a bullet without its space",
      section: tool,
      rest: tool,
      added: "-[New](https://example.org/new) - Does another thing.",
      said: ["malformed-marker"]
    ),
    JudgedCase(
      name: "a dash that is missing",
      section: tool,
      rest: tool,
      added: "- [New](https://example.org/new) Does another thing.",
      said: ["misplaced-punctuation"]
    ),
  ]

  /// What no page shows.
  static let invisible = [
    JudgedCase(
      name: "a space at the end in a small list",
      section: tool,
      added: "- [New](https://example.org/new) - Does another thing. ",
      unsaid: ["trailing-space"]
    ),
    JudgedCase(
      name: "two spaces in a description",
      section: tool,
      added: "- [New](https://example.org/new) - Does another  thing.",
      unsaid: ["doubled-space"]
    ),
    JudgedCase(
      name: "a typographic apostrophe",
      section: tool,
      added: "- [New](https://example.org/new) - Does what\u{2019}s useful.",
      unsaid: ["smart-quote"]
    ),
    JudgedCase(
      name: "two spaces at the end of a large list that is free of them",
      section: tool,
      rest: tool,
      restCount: 1_100,
      added: "- [New](https://example.org/new) - Does another thing. ",
      said: ["trailing-space"]
    ),
    JudgedCase(
      name: "an empty cell too many, as in the other rows",
      section: row + " |",
      header: head,
      added: "| [New](https://example.org/new) | Does another thing | Yes | |",
      unsaid: ["wrong-cell-count"]
    ),
    JudgedCase(
      name: "a row without its last bar",
      section: row,
      rest: row,
      header: head,
      added: "| [New](https://example.org/new) | Does another thing | Yes",
      unsaid: ["wrong-cell-count"]
    ),
    JudgedCase(
      name: "a cell that GitHub drops",
      section: row,
      rest: row,
      header: head,
      added: "| [New](https://example.org/new) | Does another thing | Yes | More |",
      said: ["wrong-cell-count"]
    ),
  ]

  /// What is the same thing, and what has only its name.
  static let identities = [
    JudgedCase(
      name: "a namesake of another owner",
      section: tool,
      rest: tool,
      added: "- [Tool202](https://github.com/somebody/tool) - Mocks for tests of another kind.",
      unsaid: ["duplicate-entry"]
    ),
    JudgedCase(
      name: "an entry word for word",
      section: tool,
      rest: tool,
      added: "- [Tool202](https://example.org/tool202) - Does the useful thing 202.",
      said: ["duplicate-entry"]
    ),
    JudgedCase(
      name: "two links to one address",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New. [[paper](https://arxiv.org/abs/2102.00001)] [[code](https://arxiv.org/abs/2102.00001)]",
      said: ["repeated-url"]
    ),
    JudgedCase(
      name: "a part of the page that the title links to",
      section: tool,
      rest: tool,
      added:
        "- [New](https://example.org/new) - Does another thing ([demo](https://example.org/new#demo)).",
      unsaid: ["repeated-url"]
    ),
    JudgedCase(
      name: "the paper of another entry",
      section: paper,
      rest: paper,
      added:
        "- Recognising Entirely Other Matters. [[paper](https://arxiv.org/abs/2101.00102)]",
      said: ["conflicting-title"]
    ),
  ]

  /// Addresses and links.
  static let links = [
    JudgedCase(
      name: "the page of a paper where others link its file",
      section: pdf,
      rest: pdf,
      added:
        "- [Learning of Something New](https://arxiv.org/abs/2102.00001), Writer et al., 2021",
      unsaid: ["non-canonical-arxiv-url"]
    ),
    JudgedCase(
      name: "an address of arXiv without its safety",
      section: paper,
      rest: paper,
      added: "- Learning of Something New. [[paper](http://arxiv.org/abs/2102.00001v2)]",
      said: ["non-canonical-arxiv-url"]
    ),
    JudgedCase(
      name: "code that is promised",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New. [[paper](https://arxiv.org/abs/2102.00001)] [[code (not yet)]()]",
      unsaid: ["placeholder-link"]
    ),
    JudgedCase(
      name: "a link to nothing",
      section: paper,
      rest: paper,
      added: "- Learning of Something New. [[paper]()]",
      said: ["placeholder-link"]
    ),
    JudgedCase(
      name: "a link inside the brackets of another",
      section: paper,
      rest: paper,
      added:
        "- Learning of Something New. [[paper]([https://arxiv.org/abs/2102.00002](https://arxiv.org/abs/2102.00001))]",
      said: ["unbalanced-bracket"],
      unsaid: ["conflicting-title", "duplicate-entry", "wrong-link-separator"]
    ),
    JudgedCase(
      name: "an address without its first letter",
      section: tool,
      rest: tool,
      added: "- [New](ttps://example.org/new) - Does another thing.",
      said: ["malformed-url"]
    ),
  ]

  static let all = habits + invisible + identities + links + forms + labels + readings
}
