import Rules
import Testing

/// When a second entry of one paper is a mistake, and when it is how the list is.
struct DuplicateTests {
  private let analyzer = "- [Ikos](https://example.org/ikos) - A static analyzer."

  private func tools(_ letter: String) -> String {
    (1...6).map { "- [\(letter)\($0)](https://example.org/\(letter)\($0)) - Does a thing." }
      .joined(separator: "\n")
  }

  @Test(arguments: [
    "<h2>Dee</h2>", "<details><summary>Dee</summary>", "**Dee**", "**Dee:**", "##Dee", "Dee:",
  ])
  func `a paper may stand again under another topic`(topic: String) throws {
    let base = "## All\n\n\(tools("C"))\n\(analyzer)\n\n\(topic)\n\n\(tools("D"))\n"
    #expect(try Contribution(analyzer, to: base).rules.isEmpty)
  }

  @Test func `a paper may stand again below another item`() throws {
    func nested(_ text: String) -> String {
      text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }
    let base =
      "## All\n\n- Cee\n\(nested(tools("C")))\n  \(analyzer)\n- Dee\n\(nested(tools("D")))\n"
    #expect(try Contribution("  \(analyzer)", to: base).rules.isEmpty)
  }

  @Test func `a paper may not stand twice under one topic`() throws {
    let base = "## All\n\n**Cee**\n\n\(tools("C"))\n\(analyzer)\n"
    let contribution = try Contribution(analyzer, to: base)
    #expect(contribution.rules == ["duplicate-entry"])
    #expect(contribution.severities == [.error])
  }

  @Test func `two numbers under one title are not an error`() throws {
    let names = ["Google", "Baidu", "Berkeley", "Toronto", "Stanford", "Microsoft"]
    let base = Contribution.list(
      names.enumerated().map { index, name in
        "* \(name) [[Paper](https://arxiv.org/abs/1406.10\(70 + index))]"
      }
    )
    let line = "* Google [[Paper](https://arxiv.org/abs/1409.0473)]"
    #expect(try Contribution(line, to: base).severities == [.note])
  }

  @Test func `where a table has a row for each task, a third is not an error`() throws {
    func row(_ task: String) -> String {
      "| [Prompt Tuning](https://arxiv.org/abs/2211.11720) | \(task) |"
    }
    let rows = (10..<30).map { "| [Paper\($0)](https://arxiv.org/abs/2201.000\($0)) | Task |" }
    let head = ["| Title | Task |", "| --- | --- |"]
    let base = Contribution.list(head + rows + [row("Patches"), row("Words")])
    let contribution = try Contribution(row("Layers"), to: base)
    #expect(contribution.severities == [.warning])
    #expect(contribution.replacement == nil)
  }
}
