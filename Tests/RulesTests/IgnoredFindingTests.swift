import ListModel
import Rules
import Testing
import YAML

/// What a rulebook says of findings that are not to be reported.
struct IgnoredFindingTests {
  private static let format = """
    name: sample
    entry:
      marker: "-"
      template: "{title}. {venue}. {links}"
      venue: { form: "{name}'{year}" }
      links: { item: "[[{label}]({url})]", separator: " | ", labels: { paper: [], code: [] } }
    ignore:

    """

  private func rulebook(_ rows: String) throws -> Rulebook {
    try Rulebook(Array((Self.format + rows).utf8), name: "rubric.yml")
  }

  @Test func `rows are read with where they stand`() throws {
    let ignored = try rulebook(
      """
        - rule: insecure-url
          entry: doi:10.1000/ABC
          reason: the host has no certificate
        - { rule: mixed-line-ends, reason: two editors }
      """
    ).ignored
    #expect(ignored.map(\.rule) == ["insecure-url", "mixed-line-ends"])
    #expect(ignored.map(\.mark.line) == [8, 11])
    #expect(ignored[0].matches("insecure-url", on: .doi("10.1000/abc"), titled: ""))
    #expect(!ignored[0].matches("www-in-url", on: .doi("10.1000/abc"), titled: ""))
    #expect(!ignored[0].matches("insecure-url", on: nil, titled: ""))
    #expect(ignored[1].matches("mixed-line-ends", on: nil, titled: ""))
    #expect(!ignored[1].matches("mixed-line-ends", on: .doi("10.1000/abc"), titled: ""))
  }

  /// Each `ignore`, and the error.
  @Test(arguments: [
    ("  a: b", "8:3: 'ignore' must be a sequence, not a mapping"),
    ("  - insecure-url", "8:5: an item of 'ignore' must be a mapping, not a scalar"),
    (
      "  - { rule: insecure-ulr, entry: a, reason: b }",
      "8:13: 'insecure-ulr' is not a rule; did you mean 'insecure-url'?"
    ),
    (
      "  - { rul: insecure-url, entry: a, reason: b }",
      "8:7: 'rul' is not a key here; did you mean 'rule'?"
    ),
    ("  - { rule: insecure-url, entry: a }", "8:5: the key 'reason' is missing"),
    (
      "  - { rule: insecure-url, entry: a, reason: '' }",
      "8:45: 'reason' is empty; say why the finding is let be"
    ),
    ("  - { rule: insecure-url, entry: a, reason: b, line: 3 }", "8:48: 'line' is not a key here"),
    (
      "  - { rule: insecure-url, reason: b }",
      "8:5: the key 'entry' is missing; to switch 'insecure-url' off, write 'insecure-url: off' under 'rules'"
    ),
    (
      "  - { rule: mixed-line-ends, entry: a, reason: b }",
      "8:37: 'mixed-line-ends' is about the list, not an entry"
    ),
    (
      "  - { rule: insecure-url, entry: 'arxiv:2308', reason: b }",
      "8:34: '2308' is not an identifier of arXiv, such as 2308.00692"
    ),
    (
      "  - { rule: insecure-url, entry: '...', reason: b }",
      "8:34: 'entry' names no entry; write its identity or its title"
    ),
  ])
  func `a mistake is an error with line and column`(_ rows: String, _ message: String) throws {
    let error = try #require(throws: YAMLError.self) { try rulebook(rows) }
    #expect(error.description.split(separator: "\n").first == "rubric.yml:\(message)")
  }
}
