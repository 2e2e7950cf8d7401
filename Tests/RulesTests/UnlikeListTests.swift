import Classifier
import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// What is said of lists that are written in other ways than most.
struct UnlikeListTests {
  private func report(_ list: String) throws -> ListReport {
    let text = SourceText(list)
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let document = learned.rulebook.document(text)
    return Reviewer(rulebook: learned.rulebook, year: 2025).review(
      path: "README.md",
      base: document,
      head: document,
      touched: [],
      lookingAtAll: true
    )
  }

  private func list(_ entries: [String]) -> String {
    "# List\n\n## Papers\n\n" + entries.joined(separator: "\n") + "\n"
  }

  @Test func `labelled links below a title without a link are its own`() throws {
    let entries = (10..<20).map { number in
      """
      - **Walk Embeddings of Kind \(number) (ICML 2018)**
        - Ada Adams and Bo Brown
        - [[Paper]](https://arxiv.org/abs/1805.119\(number))
        - [[Python Reference]](https://github.com/a/walk\(number))

      """
    }
    let report = try report(list(entries))
    #expect(report.document.entries.count == 10)
    let first = report.document.entry(at: report.document.entries[0])
    #expect(first.title?.text.hasPrefix("Walk Embeddings of Kind 10") == true)
    #expect(first.links.count == 2)
    #expect(report.findings.isEmpty)
  }

  @Test func `entries below a topic are entries`() throws {
    let entries = (10..<20).map { number in
      """
      - **Topic \(number)**
        - Walk\(number) [[Paper]](https://arxiv.org/abs/1805.119\(number))
        - Run\(number) [[Paper]](https://arxiv.org/abs/1806.119\(number))
      """
    }
    #expect(try report(list(entries)).document.entries.count >= 20)
  }

  @Test func `what no entry of a list without links has is not asked for`() throws {
    let entries = [
      "* Burke et al. **Hybrid Recommender Systems: Survey and Experiments.** UMUAI, 2002.",
      "* Su et al. **A survey of collaborative filtering techniques.** AAI, 2009.",
      "* Tang et al. **Social recommendation: a review.** SNAM, 2013.",
      "* Shoujin et al. **Sequential Recommender Systems.** IJCAI, 2019.",
      "* Qingyu et al. **A Survey on Knowledge Graph-Based Recommender Systems.** arXiv, 2020.",
    ]
    #expect(try report(list(entries)).findings.isEmpty)
    let twice = try report(list(entries + [entries[1]]))
    #expect(twice.findings.map(\.finding.rule) == ["duplicate-entry"])
  }

  @Test func `three entries of another form have no errors`() throws {
    let entries = (10..<13).map { number in
      "* [Transformer \(number): A Paper](https://arxiv.org/abs/2201.127\(number)), Ada Adams et al., ICML 2022"
    }
    let findings = try report(list(entries)).findings
    #expect(!findings.contains { $0.finding.severity == .error })
  }

  @Test func `empty bullets between entries are a custom`() throws {
    let entries = (10..<20).map { number in
      "- [[CVPR](https://arxiv.org/abs/1612.005\(number))] PointNet \(number): Deep Learning on Point Sets. [[code](https://github.com/a/p\(number))]\n-"
    }
    #expect(try !report(list(entries)).findings.contains { $0.finding.rule == "empty-bullet" })
  }

  @Test func `a year after a bullet is not a second bullet`() throws {
    let entries = (2008..<2018).map { year in
      "- \(year). [Learning to Fix \(year)](https://arxiv.org/abs/1508.0\(year)). Ada Adams, Bo Brown."
    }
    #expect(try report(list(entries)).findings.isEmpty)
  }

  @Test func `a bullet without its space begins an entry`() throws {
    let entries = (10..<20).map { number in
      "- (*ICML 2018*) Walk Embeddings \(number) [[paper](https://arxiv.org/abs/1805.119\(number))]"
    }
    let bad = "-(*ECCV 2024*) Free Long Videos [[paper](https://arxiv.org/abs/2407.19918)]"
    let good = "- (*ECCV 2024*) Free Long Videos [[paper](https://arxiv.org/abs/2407.19918)]"
    let report = try report(list(entries + [bad]))
    #expect(report.document.entries.count == 11)
    #expect(report.suggestions.map(\.replacement) == [good])
  }

  @Test(arguments: ["in *ICML* 2022", "In *ICML* 2022", "in ICML 2022", "In ICML, 2022"])
  func `the word before a venue is not part of the title`(_ venue: String) throws {
    let entries = (10..<20).map { number in
      "* Transformer Hawkes Process \(number), \(venue). [[paper]](https://arxiv.org/abs/2201.127\(number))"
    }
    let document = try report(list(entries)).document
    let first = document.entry(at: document.entries[0])
    #expect(first.title?.text == "Transformer Hawkes Process 10")
    #expect(first.venue?.name == "ICML")
  }

  @Test func `the word before authors is not part of them`() throws {
    let entries = (10..<20).map { number in
      "* [Learning \(number): A Survey](https://arxiv.org/abs/2201.127\(number)) by Kok J R, Vlassis N. ICML, 2004."
    }
    let document = try report(list(entries)).document
    #expect(document.entry(at: document.entries[0]).text(of: .authors) == "Kok J R, Vlassis N")
  }

  @Test func `a fix that mends nothing is not made again and again`() throws {
    let entries = (10..<24).map {
      "- [tool\($0)](https://github.com/a/tool\($0)) - Some tool number \($0)."
    }
    let bad = "- [z1](https://github.com/a/z1) - seventh  tool..."
    for suggestion in try report(list(entries + [bad])).suggestions {
      #expect(!suggestion.replacement.contains("...."))
    }
  }

  @Test func `links that share a pair of brackets are not an error`() throws {
    let entries = (10..<20).map { number in
      number % 2 == 0
        ? "- **Simulator \(number)**. IROS 2004. [[page](https://a.org/\(number)), [code](https://github.com/a/s\(number))]"
        : "- **Simulator \(number)**. IROS 2004. [[page](https://a.org/\(number))]"
    }
    let findings = try report(list(entries)).findings
    #expect(!findings.contains { $0.finding.severity == .error })
  }

  @Test func `a correction leaves no half of a pair of marks`() throws {
    let entries = (10..<30).map { number in
      "- **Neural Type Hints \(number)**(2020), Ada Adams, Bo Brown. [[pdf]](https://arxiv.org/abs/2004.106\(number))"
    }
    let bad =
      "- Visual Prompt Tuning(2022), Cy Cole, Di Dean. [[pdf]](https://arxiv.org/abs/2203.12119)"
    for suggestion in try report(list(entries + [bad])).suggestions {
      #expect(suggestion.replacement.components("**") % 2 == 1)
    }
  }
}

extension String {
  /// How many parts a mark cuts the text into.
  fileprivate func components(_ mark: String) -> Int {
    split(separator: mark, omittingEmptySubsequences: false).count
  }
}
