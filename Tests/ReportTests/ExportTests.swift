import FoundationEssentials
import Learning
import Markdown
import Review
import Rules
import Testing

/// A list as data for other programs.
struct ExportTests {
  private func export(_ texts: String...) throws -> ListExport {
    let rulebook = try #require(try Rulebook.builtIn())
    return ListExport(
      revision: nil,
      lists: texts.enumerated().map { index, text in
        let text = SourceText(text)
        return ListExport.List(
          path: "\(index).md",
          document: rulebook.document(text),
          settings: RulebookChoice(rulebook).rulebook(base: text, head: text)
        )
      }
    )
  }

  private let lisa =
    "- **`[ReferIS][ReasonIS]`** LISA, \"it\": Reasoning. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/a/b)]\n"

  @Test func `JSON has an entry's keys as the report has them`() throws {
    let text = try export("## A\n### B\n\(lisa)").json()
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    let list = try #require(value["lists"]?.items?.first)
    let item = try #require(list["entries"]?.items?.first)
    #expect(value["revision"] == .null)
    #expect(list["path"] == "0.md")
    #expect(item["identity"] == "arxiv:2308.00692")
    #expect(item["section"] == ["A", "B"])
    #expect(item["line"] == 3)
    let report = try JSONDecoder().decode(
      JSONValue.self,
      from: Data(try report(adding: lisa.replacing("\n", with: "")).json().utf8)
    )
    let change = report["lists"]?.items?.first?["changes"]?.items?.first
    #expect(item["entry"] == change?["entry"])
  }

  @Test(arguments: [
    ("[__`bnn`__] [tf]", "[bnn] [tf]"), ("__A b__ and _c_", "A b and c"), ("a_b_c", "a_b_c"),
    ("`__init__` is _called_", "__init__ is called"), ("`_a `` _b_", "_a _b_"),
  ])
  func `plain text has no marks of emphasis, and the underscores of words and of code`(
    _ markdown: String,
    _ text: String
  ) {
    #expect(PlainText(markdown).text == text)
  }

  @Test func `a record has the year of the heading above it, and the entry its own`() throws {
    let list = try export(
      "## 2019\n### B\n- Masks of Words. [[paper](https://arxiv.org/abs/2308.00692)]\n"
    )
    #expect(list.bibtex().contains("year          = {2019}"))
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(list.json().utf8))
    let item = try #require(value["lists"]?.items?.first?["entries"]?.items?.first)
    #expect(item["year"] == .number(2019))
    #expect(item["entry"]?["year"] == .null)
  }

  @Test func `CSV is that of RFC 4180`() throws {
    let text = try export("## A\n### B\n\(lisa)").csv()
    #expect(
      text == """
        list,line,section,identity,tags,name,title,authors,venue,year,date,description,url,links,keywords\r
        0.md,3,A > B,arxiv:2308.00692,ReferIS; ReasonIS,,"LISA, ""it"": Reasoning",,CVPR,2024,,,https://arxiv.org/abs/2308.00692,paper https://arxiv.org/abs/2308.00692; code https://github.com/a/b,\r

        """
    )
  }

  @Test(arguments: ["=HYPERLINK(1)", "@a"])
  func `no field is a formula`(_ title: String) throws {
    let text = try export(
      "- \(title) b c d. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n"
    ).csv()
    #expect(text.contains(",'\(title.prefix(1))"))
    #expect(!text.contains(",\(title.prefix(1))"))
  }

  @Test func `BibTeX has the record of each paper`() throws {
    let text = try export(
      """
      - **`[ReferIS]`** The LISA of 100% \\& A_B {C} \\*: $x$. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]
      - A Preprint. arXiv'2025. [[paper](https://arxiv.org/abs/2501.00001)]
      - Masks. IEEE TIP'2023. [[paper](https://doi.org/10.1109/TIP.2023.1)]

      """
    ).bibtex()
    #expect(
      text == #"""
        @inproceedings{lisa2024,
          title         = {{The LISA of 100\% \& A\_B \textbraceleft{}C\textbraceright{} *: \$x\$}},
          booktitle     = {CVPR},
          year          = {2024},
          eprint        = {2308.00692},
          archivePrefix = {arXiv},
          url           = {https://arxiv.org/abs/2308.00692},
          keywords      = {ReferIS},
        }

        @misc{preprint2025,
          title         = {{A Preprint}},
          year          = {2025},
          eprint        = {2501.00001},
          archivePrefix = {arXiv},
          url           = {https://arxiv.org/abs/2501.00001},
        }

        @article{masks2023,
          title         = {{Masks}},
          journal       = {IEEE TIP},
          year          = {2023},
          doi           = {10.1109/tip.2023.1},
          url           = {https://doi.org/10.1109/TIP.2023.1},
        }

        """#
    )
  }

  @Test func `the year of a preprint is not that of the conference`() throws {
    let text = try export("- A Paper. CVPR. [[paper](https://arxiv.org/abs/2308.00692)]\n").bibtex()
    #expect(text.contains("booktitle     = {CVPR}"))
    #expect(!text.contains("year"))
  }

  @Test func `a paper is there once, and no two have the same key`() throws {
    func line(_ id: Int) -> String {
      "- LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.\(10000 + id))]\n"
    }
    let text = try export((0..<30).map(line).joined(), line(0) + line(30)).bibtex()
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(keys.count == 31)
    #expect(Set(keys).count == 31)
    #expect(keys[0] == "@inproceedings{lisa2024," && keys[1] == "@inproceedings{lisa2024b,")
    #expect(keys[26] == "@inproceedings{lisa2024aa,")
  }

  @Test func `what a contributor wrote ends no field and is not a command`() throws {
    let text = try export(
      "- A\\}},@misc{b, \\\\input{/etc/passwd} ^~\"<|>. CVPR'2024. [[paper](https://example.org/}\\x\"%41)]\n"
    ).bibtex()
    var depth = 0
    for byte in text.utf8 {
      // BibTeX counts braces, escaped or not.
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0)
    #expect(!text.contains("\\input"))
    #expect(text.split(separator: "\n").filter { $0.hasPrefix("@") }.count == 1)
  }
}
