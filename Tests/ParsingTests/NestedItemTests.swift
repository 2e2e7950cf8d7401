import ListModel
import Parsing
import Rules
import Testing

/// Nested items are read by their keys, however these are written.
struct NestedItemTests {
  private static let rulebook = """
    extends: papers
    formats:
      - marker: "-"
        template: "[{title}]({url})\\n  - {details?}"
        between: {details details: "\\n  - "}
        details:
          items:
            - "{authors}. *{venue?}*"
            - "📅 Date: {date}"
            - "**Keywords**: {keywords}"
            - "Paper: {links*}"
            - "TLDR: {description?}"
            - "Env: {text?}"

    """

  private func format() throws -> EntryFormat {
    try Rulebook(Array(Self.rulebook.utf8), name: "rubric.yml").formats.parts[0].format
  }

  private func read(_ items: String...) throws -> Entry {
    let lines = items.map { "\n  - " + $0 }.joined()
    return try format().read(
      Array("- [LISA: Reasoning](https://arxiv.org/abs/2308.00692)\(lines)".utf8)
    )
  }

  @Test func `each value is in its field`() throws {
    let entry = try read(
      "Xin Lai, Zhuotao Tian. *CVPR 2024*",
      "📅 Date: June 01, 2024",
      "**Keywords**: [reasoning], `masks`, models (large, small)",
      "Paper: [PDF](https://example.org/a)",
      "TLDR: It segments."
    )
    #expect(entry.text(of: .authors) == "Xin Lai, Zhuotao Tian")
    #expect(entry.venue?.name == "CVPR")
    #expect(entry.venue?.year == 2024)
    #expect(entry.text(of: .date) == "June 01, 2024")
    #expect(entry.text(of: .description) == "It segments.")
    #expect(entry.keywords.map(entry.string) == ["reasoning", "masks", "models (large, small)"])
    #expect(entry.links.map { entry.key(of: $0) } == [nil, "paper"])
    #expect(entry.details.count == 5)
    #expect(try format().judgedSeparators(of: entry).allSatisfy { $0.fault == nil })
  }

  @Test(arguments: [
    "**Keywords**: a", "Keywords: a", "**Keywords:** a", "keywords: a", "**Keywords**:a",
    "**Keywords**\u{FF1A}a", "Keyword: a", "Key: a", "Keywrods: a", "🔑 Keywords: a",
    "**Keywords** - a",
  ])
  func `a key is known however it is written`(_ item: String) throws {
    let entry = try read("Xin Lai, Zhuotao Tian", item)
    #expect(entry.keywords.map(entry.string) == ["a"])
  }

  @Test(arguments: ["Data: a", "Institute: a", "Keywords of this: and that: a", "https://a.org"])
  func `another key is none of the format's`(_ item: String) throws {
    let entry = try read("Xin Lai, Zhuotao Tian", "📅 Date: 2024", "**Keywords**: b", item)
    #expect(entry.nestedItems.map(\.form) == [0, 1, 2, nil])
  }

  @Test(arguments: ["Code: {links?}", "{authors}. *{venue?}*", "A: {text*}", "B: {date+}"])
  func `a form is written as it is read`(_ text: String) throws {
    #expect(try form(text).text == text)
  }

  private func form(_ text: String) throws -> DetailForm {
    let yaml =
      "extends: papers\nformats: [{unit: paragraph, template: '{title}', details: {items: ['\(text)']}}]"
    let rulebook = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    return try #require(rulebook.formats.parts[0].format.details?.forms.first)
  }
}
