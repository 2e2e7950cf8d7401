import Classifier
import ListModel
import Markdown
import Rules
import Testing

/// What is said of entries by the hosts that a list's own rulebook names.
struct OwnHostsTests {
  /// What is said of entries of the sample list's form, and what they should read instead.
  private func review(_ entries: String, by rulebook: String) throws -> ListReport {
    let book = try Rulebook(Array(rulebook.utf8), name: "rubric.yml")
    let list = "## General\n\n" + entries + "\n"
    return Reviewer(rulebook: book, year: 2025).review(
      path: "README.md",
      base: book.document(SourceText("")),
      head: book.document(SourceText(list)),
      touched: [1..<list.split(separator: "\n").count + 2]
    )
  }

  private let paper = "[[paper](https://arxiv.org/abs/2308.00692)]"

  @Test func `a list's own hosts say where code is and what does not last`() throws {
    let rulebook = """
      extends: papers
      hosts:
        code: [git.example.org]
        moved: {old.example.org: new.example.org}
      """
    let code = try review(
      "- LISA: Segmentation. CVPR'2024. [[paper](https://git.example.org/a/b)]",
      by: rulebook
    )
    #expect(code.findings.map(\.finding.rule) == ["paper-link-to-code"])
    let moved = try review(
      "- LISA: Segmentation. CVPR'2024. \(paper) | [[project](https://old.example.org/a)]",
      by: rulebook
    )
    #expect(moved.findings.map(\.finding.rule) == ["expiring-url"])
    #expect(
      moved.suggestions.map(\.replacement) == [
        "- LISA: Segmentation. CVPR'2024. \(paper) | [[project](https://new.example.org/a)]"
      ]
    )
  }

  @Test func `a host keeps what is known of it unless the list says otherwise`() throws {
    let entry = "- LISA: Segmentation. CVPR'2024. [[paper](https://github.com/a/b)]"
    let known = try review(entry, by: "extends: papers\nhosts: {code: [git.example.org]}")
    #expect(known.findings.map(\.finding.rule) == ["paper-link-to-code"])
    let own = try review(entry, by: "extends: papers\nhosts: {paper: [github.com]}")
    #expect(own.findings.isEmpty)
  }
}
