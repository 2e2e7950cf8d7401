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

  /// Two sections, and what stands at their ends.
  private func sections(_ first: String? = nil, _ second: String? = nil) -> String {
    func papers(_ numbers: Range<Int>) -> [String] {
      numbers.map {
        "- [A Study of Thing \($0)](https://arxiv.org/abs/2401.000\($0)) - About thing \($0)."
      }
    }
    return
      (["## One", ""] + papers(10..<50) + [first, "", "## Two", ""].compactMap { $0 }
      + papers(50..<90) + [second].compactMap { $0 })
      .joined(separator: "\n") + "\n"
  }

  private let twice =
    "- [A Study of Doing It Twice](https://arxiv.org/abs/2402.00001) - About the same thing."

  @Test func `that a paper is in another section is for a person to judge`() throws {
    let contribution = try Contribution(twice, to: sections(twice))
    #expect(contribution.severities == [.warning])
    #expect(
      contribution.messages == [
        "The same paper is in the section 'One', on line 43: keep it here only if it belongs in both"
      ]
    )
    #expect(contribution.replacement == nil)
  }

  @Test func `who brings a paper to two sections means it`() throws {
    let lines =
      "\(twice)\n\n## Three\n\n- [Another One](https://arxiv.org/abs/2402.00002) - About it.\n\(twice)"
    #expect(try Contribution(lines, to: sections()).severities.allSatisfy { $0 == .note })
  }

  @Test func `a link's label is not the title of a paper`() throws {
    let base = Contribution.list(
      (10..<50).map { number in
        "- Paper \(number). CVPR 2024. [[paper](https://arxiv.org/abs/2401.000\(number))] [[blog](https://example.org/\(number))]"
      }
    )
    let line = "- blog. CVPR 2024. [[paper](https://arxiv.org/abs/2401.00099)]\n"
    #expect(
      try !Contribution("\(line)\n## More\n\n\(line.replacing("00099", with: "00098"))", to: base)
        .rules.contains("duplicate-entry")
    )
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
