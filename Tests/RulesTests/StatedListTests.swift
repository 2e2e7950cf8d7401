import Classifier
import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// What a list states of its entries against what they do.
struct StatedListTests {
  /// A list with a form in a block of code and entries that end their venues with a full stop, but for
  /// the last of them.
  private func list(
    stating form: String,
    _ count: Int = 73,
    without: Int = 28,
    entry: (Int, String) -> String = Self.italic
  ) -> String {
    let entries = (10..<10 + count).map { entry($0, $0 < 10 + count - without ? "." : "") }
    return "## Papers\n\n" + entries.joined() + "\n## Contributing\n\n```markdown\n\(form)\n```\n"
  }

  private static func italic(_ number: Int, _ stop: String) -> String {
    "- Paper \(number) About Things. *CVPR 2023*\(stop) [[paper](https://arxiv.org/abs/2211.000\(number))] [[code](https://github.com/a/\(number))]\n"
  }

  private static let form = "- Paper Title. *Conference Year*. [[paper](link)] [[code](link)]"

  private func learned(_ list: String) throws -> LearnedRulebook {
    let text = SourceText(list)
    return try #require(try Rulebook.builtIn()).learned(from: text, or: text)
  }

  private func yaml(_ list: String) throws -> String {
    RulebookText(try learned(list), of: ["README.md"], SourceText(list)).yaml
  }

  @Test
  func `a statement outranks the habit into which a list drifts`() throws {
    let builtIn = try #require(try Rulebook.builtIn())
    let form = "- Paper Name. Conference'Year. [[paper](link)] | [[code](link)] | ..."
    let list = list(stating: form) { number, stop in
      let tags = number % 2 == 0 ? "**`[ReferIS][GRES]`** " : ""
      return
        "- \(tags)Paper \(number) About Things. CVPR'2023\(stop) [[paper](https://arxiv.org/abs/2211.000\(number))] | [[code](https://github.com/a/\(number))]\n"
    }
    let lessons = FormatLearner(
      DocumentOutline(
        SourceText(list),
        asides: builtIn.asides,
        labels: builtIn.format.links.labels
      ),
      vocabulary: .init(labels: builtIn.format.links.labels, venues: builtIn.venues)
    ).learn()
    let lesson = try #require(lessons.first)
    let usual = try #require(lesson.part.format.usualSeparators[FieldPair(.venue, .links)])
    #expect(usual.text == ". ")
    #expect(usual.count == 45)
    #expect(usual.total == 73)
    #expect(usual.statedOn == 80)
    #expect(usual.isCertain)
    // That the form has no tags forbids none, and nothing is said of what may follow its links.
    let has = lesson.part.format.has(.tags)
    #expect(has)
    #expect(lesson.part.format.usualSeparators[FieldPair(.links, nil)]?.statedOn == nil)
    #expect(lesson.evidence.statement?.text == form)
  }

  @Test
  func `what nearly all do and a list states is an error, and init says where it stands`() throws {
    let list = list(stating: Self.form, without: 7)
    let rulebook = try learned(list).rulebook
    let found = report(on: list, by: rulebook).findings.map(\.finding)
      .filter { $0.rule != "misordered-entry" }
    #expect(found.map(\.rule) == Array(repeating: "missing-full-stop", count: 7))
    #expect(found.allSatisfy { $0.severity == .error })
    let yaml = try yaml(list)
    #expect(yaml.contains(#"# The list states their form on line 80: "\#(Self.form)""#))
    #expect(
      yaml.contains(##"# after venue, before links: "*. ", stated on line 80; 66 of 73 follow"##)
    )
    let read = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    #expect(try findings(on: list, by: read) == findings(on: list, by: rulebook))
    #expect(
      report(on: list, by: read).findings.map(\.finding.severity)
        == report(on: list, by: rulebook).findings.map(\.finding.severity)
    )
  }

  @Test
  func `what a list states and only some do is not an error`() throws {
    let list = list(stating: Self.form, without: 28)
    let found = report(on: list, by: try learned(list).rulebook).findings.map(\.finding)
      .filter { $0.rule == "missing-full-stop" }
    #expect(found.count == 28)
    #expect(found.allSatisfy { $0.severity < .error })
  }

  @Test
  func `a statement that hardly anybody follows is out of date`() throws {
    let list = list(stating: Self.form, without: 70)
    #expect(
      report(on: list, by: try learned(list).rulebook).findings
        .allSatisfy { $0.finding.rule != "missing-full-stop" }
    )
    let yaml = try yaml(list)
    #expect(
      yaml.contains(##"# venue links: "*. "  # stated on line 80; 3 of 73 follow: habit is kept"##)
    )
    let summary = RulebookSummary(try learned(list), of: ["README.md"], SourceText(list)).text
    #expect(summary.contains(#"not kept  "*. " after venue, before links"#))
    #expect(summary.contains("3 of 73 follow"))
  }

  @Test
  func `what a statement leaves out is not forbidden`() throws {
    let list = list(stating: Self.form.replacing("*. ", with: "* "))
    let yaml = try yaml(list)
    #expect(yaml.contains(##"venue links: {text: "*. ", count: 45, of: 73}"##))
    #expect(
      yaml.contains(##"# venue links: "* "  # stated on line 80; 28 of 73 follow: habit is kept"##)
    )
  }

  @Test
  func `of two statements the nearest to the habit counts`() throws {
    let list = list(stating: "- *Venue Year*, Title, [paper](link), [code](link)\n" + Self.form)
    let lesson = try #require(try learned(list).lessons.first)
    #expect(lesson.evidence.statement?.line == 81)
  }

  @Test
  func `an example of an entry states nothing`() throws {
    let list = list(stating: Self.italic(99, ""))
    #expect(try learned(list).lessons.first?.evidence.statement == nil)
  }

  @Test
  func `a label that is stated stands for the others of its kind`() throws {
    let list = list(stating: Self.form) { number, _ in
      Self.italic(number, ".").replacing("[paper]", with: number % 3 == 0 ? "[pdf]" : "[paper]")
    }
    let labels = try learned(list).rulebook.format.links.labels
    #expect(labels.names == ["paper", "code"])
    #expect(labels.accepted == ["paper", "code"])
  }

  @Test
  func `how far lines are indented is not a matter of the form where entries differ`() throws {
    let form = "- Paper Title.\n  [[paper]](link)\n  [[code]](link)"
    let list = list(stating: form) { number, stop in
      let indent = number % 2 == 0 ? "  " : "    "
      return
        "- Paper \(number) About Things\(stop)\n\(indent)[[paper]](https://arxiv.org/abs/2211.000\(number))\n\(indent)[[code]](https://github.com/a/\(number))\n"
    }
    let found = report(on: list, by: try learned(list).rulebook).findings.map(\.finding)
    #expect(found.count { $0.rule == "missing-full-stop" } == 28)
    #expect(!found.contains { $0.rule == "wrong-indentation" })
  }

  @Test
  func `entries that are broken do not vote`() throws {
    let list =
      "## Papers\n\n"
      + (10..<40).map { number in
        // The broken ones lack the full stop as well.
        number % 7 == 0
          ? "- Paper \(number) About Things *CVPR 2023* [[paper](https://arxiv.org/abs/2211.000\(number)]\n"
            .replacing("[[", with: "[")
          : Self.italic(number, ".")
      }.joined()
    let usual = try learned(list).lessons.first?.evidence.usualSeparators[FieldPair(.title, .venue)]
    #expect(usual?.count == 26)
    #expect(usual?.total == 26)
  }
}

extension StatedListTests {
  @Test(arguments: ["links", "sections"])
  func `a link that a rulebook states is asked for, whatever the entries have`(
    _ place: String
  )
    throws
  {
    let stated = "required-links: [code]\n"
    let yaml =
      place == "links" ? stated : "sections:\n- names: [Papers]\n  \(stated)"
    let entries = (10..<40).map {
      "- [Paper \($0) About Things](https://arxiv.org/abs/2211.000\($0)), CVPR 2023 | [site](https://example.org/\($0))\n"
    }
    let text = SourceText("## Papers\n\n" + entries.joined())
    let line =
      "- [Paper New About Things](https://arxiv.org/abs/2211.00099), CVPR 2023 | [site](https://example.org/n)\n"
    let head = SourceText("## Papers\n\n" + entries.joined() + line)
    let rulebook = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
      .learned(from: text, or: text).rulebook
    let report = Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(text),
      head: rulebook.document(head),
      touched: [text.lineCount + 1..<head.lineCount + 1]
    )
    #expect(report.findings.map(\.finding.rule) == ["missing-link"])
  }
}
