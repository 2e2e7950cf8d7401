import ListModel
import Parsing
import Rules
import Testing

/// Fields are found whatever stands between them.
struct ReadingTests {
  /// An entry's text, and its fields as `tags / title / venue year / label=url ... / unparsed`.
  @Test(arguments: [
    // As the format has it.
    ("- T One. CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- **`[A][B]`** T One. CVPR'2024. [[paper](u)]", "A B / T One / CVPR 2024 / paper=u / "),
    (
      "- T. ACL Findings'2024. [[paper](u)] | [[code](v)]",
      " / T / ACL Findings 2024 / paper=u code=v / "
    ),
    // Full stops.
    ("- T One CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR'2024 [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One CVPR'2024 [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One.CVPR'2024.[[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T vs. U. CVPR'2024. [[paper](u)]", " / T vs. U / CVPR 2024 / paper=u / "),
    ("- T 2.0. CVPR'2024. [[paper](u)]", " / T 2.0 / CVPR 2024 / paper=u / "),
    ("- T One... CVPR'2024. [[paper](u)]", " / T One... / CVPR 2024 / paper=u / "),
    ("- Why T? CVPR'2024. [[paper](u)]", " / Why T? / CVPR 2024 / paper=u / "),
    ("- T One!. CVPR'2024. [[paper](u)]", " / T One! / CVPR 2024 / paper=u / "),
    ("- T One NIPS 2023 [[paper](u)]", " / T One / NIPS 2023 / paper=u / "),
    // Commas.
    ("- T, One. CVPR'2024. [[paper](u)]", " / T, One / CVPR 2024 / paper=u / "),
    ("- T One, CVPR'2024, [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One, CVPR, 2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    // Years.
    ("- T One. CVPR 2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR24. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR'24. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR-2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR\u{2019}2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR. [[paper](u)]", " / T One / CVPR - / paper=u / "),
    ("- T One. 2024. [[paper](u)]", " / T One / - 2024 / paper=u / "),
    ("- T One. CVPR'20. [[paper](u)]", " / T One / CVPR 2020 / paper=u / "),
    ("- T One. CVPR'202. [[paper](u)]", " / T One / CVPR - / paper=u / "),
    ("- T One. [[paper](u)]", " / T One / none / paper=u / "),
    ("- T One 2. [[paper](u)]", " / T One 2 / none / paper=u / "),
    ("- GPT4. arXiv'2024. [[paper](u)]", " / GPT4 / arXiv 2024 / paper=u / "),
    ("- SAM2. CVPR'2024. [[paper](u)]", " / SAM2 / CVPR 2024 / paper=u / "),
    (
      "- The DAVIS 2017 Challenge. arXiv'2017. [[paper](u)]",
      " / The DAVIS 2017 Challenge / arXiv 2017 / paper=u / "
    ),
    // Marks around venue and year.
    ("- T One (CVPR'2024). [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One (CVPR 2024) [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. **CVPR'2024**. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. *CVPR 2024*. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR (2024). [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    // Another order.
    ("- CVPR'2024. T One. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. [[paper](u)]. CVPR'2024", " / T One / CVPR 2024 / paper=u / "),
    // Titles.
    ("- **T One**. CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- \"T One\". CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T [One]. CVPR'2024. [[paper](u)]", " / T [One] / CVPR 2024 / paper=u / "),
    ("- T's One. CVPR'2024. [[paper](u)]", " / T's One / CVPR 2024 / paper=u / "),
    (
      "- \u{56FE}\u{50CF} T. CVPR'2024. [[paper](u)]",
      " / \u{56FE}\u{50CF} T / CVPR 2024 / paper=u / "
    ),
    ("- CVPR'2024. [[paper](u)]", " / none / CVPR 2024 / paper=u / "),
    (
      "- [A Title of Words](http://u). CVPR'2024. [[code](v)]",
      " / A Title of Words / CVPR 2024 / A Title of Words=http://u code=v / "
    ),
    // Links.
    ("- T One. CVPR'2024.", " / T One / CVPR 2024 /  / "),
    ("- T One. CVPR'2024. https://u.org/x.", " / T One / CVPR 2024 / -=https://u.org/x / "),
    ("- T One. CVPR'2024. <https://u.org>", " / T One / CVPR 2024 / -=https://u.org / "),
    ("- T One. CVPR'2024. [paper](u) [code](v)", " / T One / CVPR 2024 / paper=u code=v / "),
    ("- T One. CVPR'2024. [[paper]](u)", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR'2024. [[paper](https://u(1))]", " / T One / CVPR 2024 / paper=https://u(1) / "),
    ("- T One. CVPR'2024. [[paper](u \"t\")]", " / T One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR'2024. [[code]]", " / T One / CVPR 2024 / code=- / "),
    ("- T One. CVPR'2024. [[code]()]", " / T One / CVPR 2024 / code= / "),
    ("- T One. CVPR'2024. [[](u)]", " / T One / CVPR 2024 / =u / "),
    ("- T One. CVPR'2024. [[paper](https://u]", " / T One / CVPR 2024 / paper=https://u / "),
    ("- T One. CVPR'2024. [[paper]https://u)]", " / T One / CVPR 2024 / paper=https://u / "),
    ("- T One. CVPR'2024. [[paper(https://u)]", " / T One / CVPR 2024 / paper=https://u / "),
    ("- T One. CVPR'2024. paper](https://u)]", " / T One / CVPR 2024 / paper=https://u / "),
    (
      "- T One. CVPR'2024. [[paper](https://u) | [[code](https://v)]",
      " / T One / CVPR 2024 / paper=https://u code=https://v / "
    ),
    (
      "- T One. CVPR'2024. [[paper]\u{FF08}https://u\u{FF09}]",
      " / T One / CVPR 2024 / paper=https://u / "
    ),
    // Markers, wrapped lines, unparsed.
    ("- - T One. CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("* T One. CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("-T One. CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("T One. CVPR'2024. [[paper](u)]", " / T One / CVPR 2024 / paper=u / "),
    ("- T\n  One. CVPR'2024.\n  [[paper](u)]", " / T\n  One / CVPR 2024 / paper=u / "),
    ("- T One. CVPR'2024. [[paper](u)] Oral", " / T One / CVPR 2024 / paper=u / Oral"),
    ("- T One. CVPR'2024 Oral. [[paper](u)]", " / T One / CVPR 2024 / paper=u / Oral"),
    // Tags.
    ("- `[A]` `[B]` T. CVPR'2024. [[paper](u)]", "A B / T / CVPR 2024 / paper=u / "),
    ("- **[A, B]** T. CVPR'2024. [[paper](u)]", " / **[A, B]** T / CVPR 2024 / paper=u / "),
    ("- [A][B] T. CVPR'2024. [[paper](u)]", "A B / T / CVPR 2024 / paper=u / "),
    ("- **`[A[B]`**: T. CVPR'2024. [[paper](u)]", "A B / T / CVPR 2024 / paper=u / "),
    ("- **`A`** T. CVPR'2024. [[paper](u)]", "A / T / CVPR 2024 / paper=u / "),
    ("- [A](u) T. CVPR'2024.", " / T / CVPR 2024 / A=u / "),
    ("-", " / none / none /  / "),
    ("", " / none / none /  / "),
    (
      "- \u{FF34} One\u{3002} CVPR'2024\u{FF0E} [[paper](u)]",
      " / \u{FF34} One / CVPR 2024 / paper=u / "
    ),
  ])
  func `an entry's fields are read`(_ text: String, _ fields: String) throws {
    let entry = try papers().format.read(Array(text.utf8))
    let venue = entry.venue.map { "\($0.name ?? "-") \($0.year.map(String.init) ?? "-")" }
    let links = entry.links.map { "\($0.label ?? "-")=\($0.url ?? "-")" }
    let found = [
      entry.tags?.tags.map(\.name).joined(separator: " ") ?? "",
      entry.title?.text ?? "none",
      venue ?? "none",
      links.joined(separator: " "),
      entry.unparsed.map(entry.string).joined(separator: " "),
    ]
    #expect(found.joined(separator: " / ") == fields)
  }

  @Test(arguments: [
    EntryContent(tags: [], title: "T", venue: "CVPR", year: 2024, links: [.paper]),
    EntryContent(
      tags: ["A", "B-C"],
      title: "T: U v2.0",
      venue: "arXiv",
      year: 2025,
      links: [.paper]
    ),
    EntryContent(tags: ["A"], title: "Why?", venue: "ACM MM", year: 1999, links: [.paper, .code]),
    EntryContent(
      tags: [],
      title: "\u{56FE}'s \"x\"",
      venue: "NeurIPS D&B",
      year: 2024,
      links: [.code]
    ),
    EntryContent(tags: [], title: "T", venue: "CVPR", year: 2024, links: []),
    EntryContent(tags: ["A"], title: "T", venue: nil, year: nil, links: [.paper]),
  ])
  func `what is written is read as it was meant`(_ content: EntryContent) throws {
    let format = try papers().format
    #expect(format.read(Array(format.write(content).utf8)).content == content)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["[", "(", "`", "*", "- ", ".", "'", "[[a](", "2024", "]("]
  )
  func `a line without end is read`(_ piece: String) throws {
    let text = "- " + String(repeating: piece, count: 20_000 / piece.utf8.count)
    #expect(try papers().format.read(Array(text.utf8)).text.count >= 20_000)
  }
}

extension EntryContent.LinkContent {
  fileprivate static let paper = Self(label: "paper", url: "https://arxiv.org/abs/2308.00692")
  fileprivate static let code = Self(label: "code", url: "https://github.com/a/b")
}
