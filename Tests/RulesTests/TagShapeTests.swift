import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// Tags, the legend that declares them, and the marker are what they are whatever the format of the list.
struct TagShapeTests {
  private static let legend = """
    # List

    ## Tasks

    `[RIS]`: Referring image segmentation<br>
    `[VOS]`: Video object segmentation<br>
    `[OVS]`: Open-vocabulary segmentation

    ## Papers


    """

  /// Forms of an entry: `%` stands for its number, `@` for its tags.
  private static let forms: [(name: String, head: String, entry: String)] = [
    (
      "plain", "",
      "- **`@`** Paper % of Many. CVPR'2024. [[paper](https://arxiv.org/abs/2401.000%)] | [[code](https://github.com/a/b%)]"
    ),
    (
      "numbers", "",
      "1. **`@`** Paper % of Many. CVPR'2024. [[paper](https://arxiv.org/abs/2401.000%)] | [[code](https://github.com/a/b%)]"
    ),
    (
      "titles that are links", "",
      "- `@` [Paper % of Many Things](https://arxiv.org/abs/2401.000%). CVPR 2024. [[code](https://github.com/a/b%)]"
    ),
    (
      "bold titles", "",
      "* `@` **Paper % of Many Things** (CVPR 2024) [[paper](https://arxiv.org/abs/2401.000%)]"
    ),
    (
      "a table", "| Tags | Title | Venue | Links |\n| --- | --- | --- | --- |\n",
      "| `@` | Paper % of Many Things | CVPR 2024 | [paper](https://arxiv.org/abs/2401.000%) |"
    ),
    (
      "nested items", "",
      "- **Paper % of Many Things** `@`\n  - CVPR 2024\n  - [paper](https://arxiv.org/abs/2401.000%)"
    ),
    (
      "plain brackets", "",
      "- @ [Paper % of Many Things](https://arxiv.org/abs/2401.000%). CVPR 2024. [[code](https://github.com/a/b%)]"
    ),
  ]

  private func entry(_ form: String, _ number: Int, _ tags: String) -> String {
    form.replacing("%", with: "\(number)").replacing("@", with: tags)
  }

  private func base(_ index: Int) -> String {
    let (_, head, form) = Self.forms[index]
    let tags = ["[RIS]", "[RIS][VOS]", "[OVS]", "[VOS]"]
    let entries = (10..<34).map { entry(form, $0, tags[$0 % 4]) }
    return Self.legend + head + entries.joined(separator: "\n") + "\n"
  }

  @Test(arguments: forms.indices)
  func `a tag that the legend lacks is reported and corrected`(index: Int) throws {
    let form = Self.forms[index].entry
    let contribution = try Contribution(entry(form, 40, "[RIS][VSO]"), to: base(index))
    #expect(contribution.rules == ["unknown-tag"], "\(Self.forms[index].name)")
    #expect(contribution.replacement == entry(form, 40, "[RIS][VOS]"))
  }

  @Test(arguments: forms.indices)
  func `a tag that stands twice goes`(index: Int) throws {
    let form = Self.forms[index].entry
    let contribution = try Contribution(entry(form, 40, "[RIS][VOS][RIS]"), to: base(index))
    #expect(contribution.rules == ["repeated-tag"], "\(Self.forms[index].name)")
    #expect(contribution.replacement == entry(form, 40, "[RIS][VOS]"))
  }

  @Test(arguments: forms.indices)
  func `an entry as the others are is left alone`(index: Int) throws {
    let form = Self.forms[index].entry
    let contribution = try Contribution(entry(form, 40, "[VOS][OVS]"), to: base(index))
    #expect(contribution.rules.isEmpty, "\(Self.forms[index].name)")
  }

  @Test(arguments: forms.indices)
  func `a rulebook's own tags are as good as the legend's`(index: Int) throws {
    let rulebook = try Rulebook(Array("tags: [NEW]\n".utf8), name: "rubric.yml")
    let form = Self.forms[index].entry
    let base = SourceText(base(index))
    func rules(_ tags: String) -> [String] {
      let report = ListReport(
        path: "README.md",
        base: base,
        head: SourceText(base.bytes + Array((entry(form, 40, tags) + "\n").utf8)),
        touched: [base.lineCount + 1..<base.lineCount + 4],
        by: RulebookChoice(rulebook),
        year: 2025,
        whereChanged: { _ in false }
      )
      return report.findings.map(\.finding.rule)
    }
    #expect(rules("[RIS][NEW]").isEmpty, "\(Self.forms[index].name)")
    #expect(rules("[RIS][NWE]") == ["unknown-tag"], "\(Self.forms[index].name)")
  }

  @Test(arguments: ["1.", "*", "+"])
  func `the bullet of all entries is the list's, and init writes it down`(marker: String) throws {
    let list = base(0).replacing("\n- ", with: "\n\(marker) ")
    let text = SourceText(list)
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    #expect(learned.rulebook.name == "papers")
    let yaml = RulebookText(learned, of: ["README.md"], text).yaml
    #expect(yaml.contains("\nmarker: \"\(marker)\""))
    let written = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    #expect(written.format.marker == marker)
    let new = entry(Self.forms[0].entry, 40, "[RIS]").replacing("- **", with: "\(marker) **")
    #expect(try Contribution(new, to: list).rules.isEmpty)
  }
}
