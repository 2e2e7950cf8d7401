import Foundation
import GitHubServer
import ListModel
import Markdown
import Rules
import Sweep
import Testing

/// What `sweep --pull-request` writes.
struct SweepRunTests {
  @Test func `from nothing one pull request is made, with few writes`() async throws {
    let bench = Bench()
    let outcome = try await bench.run()
    #expect(outcome.number == 1)
    #expect(outcome.sentence == "made pull request 1: 3 entries")
    #expect(bench.counts().writes == 5)
    #expect(bench.text() == Sample.changed())
    let pull = try #require(bench.pulls.first)
    #expect(pull.title == "Bring 3 entries up to date")
    #expect(pull.baseRef == "main" && pull.headRef == Bench.branch)
    let head = try #require(bench.github.scene.commits[pull.heads[0]])
    #expect(head.parents == [bench.github.scene.branches["main"]])
    #expect(bench.github.violations == [])
  }

  @Test func `the text says what was, what is, and where that can be seen`() async throws {
    let bench = Bench()
    try await bench.run()
    let body = try #require(bench.pulls.first?.body)
    #expect(
      body.contains(
        "| `arXiv'2023` | `CVPR'2024` | The paper was published at `CVPR 2024`, according to `published.bib` under `DBLP:conf/cvpr/Someone24` ([see](https://dblp.org/rec/conf/cvpr/Someone24)) |"
      )
    )
    #expect(body.contains("| `somebody/old` | `somebody/new` |"))
    #expect(body.contains("([see](https://github.com/somebody/new))"))
    #expect(body.contains("`https://new.example.org/demo`"))
    #expect(body.contains("<details><summary>1 for a person to look at</summary>"))
    #expect(
      body.contains(
        "GitHub says that the repository `somebody/archived` is archived: `https://github.com/somebody/archived`"
      )
    )
    // The longest known stands in the order of the list.
    #expect(body.contains("README.md?plain=1#L13"))
  }

  @Test func `the same again writes nothing, with at most six requests`() async throws {
    let bench = Bench(["README.md": Sample.text, ".github/rubric.yml": "extends: papers\n"])
    try await bench.run()
    let start = bench.github.exchanges.count
    let outcome = try await bench.run()
    #expect(outcome.sentence == "pull request 1 says it all already: 3 entries")
    let counts = bench.counts(since: start)
    #expect(counts.writes == 0)
    #expect(counts.requests <= 6)
  }

  @Test func `the same on a base that has gone on writes nothing`() async throws {
    let bench = Bench()
    try await bench.run()
    bench.github.edit { $0.commit(["other.md": "theirs\n"], to: "main") }
    let start = bench.github.exchanges.count
    try await bench.run()
    let counts = bench.counts(since: start)
    #expect(counts.writes == 0)
    #expect(counts.requests <= 6)
  }

  @Test func `what no longer goes with the base is made anew`() async throws {
    let bench = Bench()
    try await bench.run()
    let text = Sample.text.replacing("on Segmentation", with: "on Segments")
    bench.github.edit { scene in
      scene.commit(["README.md": text], to: "main")
      scene.pulls[1]?.isMergeable = false
    }
    let outcome = try await bench.run()
    #expect(outcome.sentence == "brought pull request 1 up to date: 3 entries")
    #expect(bench.text() == Sample.changed(text))
    #expect(bench.changedFiles(of: try #require(bench.pulls.first)) == ["README.md"])
  }

  @Test func `more to say moves the branch and edits the text`() async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    let before = try #require(bench.github.scene.branches[Bench.branch])
    let outcome = try await bench.run()
    #expect(outcome.sentence == "brought pull request 1 up to date: 3 entries")
    #expect(bench.pulls.count == 1)
    #expect(bench.pulls[0].title == "Bring 3 entries up to date")
    #expect(bench.pulls[0].body?.contains("Its Fate") == true)
    #expect(bench.text() == Sample.changed())
    // Nothing is lost: the old commit is part of the new one's history.
    let after = try #require(bench.github.scene.branches[Bench.branch])
    #expect(bench.github.scene.mergeBase(after, before) == before)
    #expect(bench.github.violations == [])
  }

  @Test func `what somebody does not want is not proposed again`() async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    bench.github.edit { $0.pulls[1]?.state = "closed" }
    let start = bench.github.exchanges.count
    let quiet = try await bench.run(knowing: Sample.facts(2))
    #expect(quiet.sentence == "nothing to propose")
    #expect(bench.counts(since: start).writes == 0)
    #expect(bench.counts(since: start).requests <= 6)
    try await bench.run()
    #expect(bench.pulls.map(\.state) == ["closed", "open"])
    let body = try #require(bench.pulls.last?.body)
    #expect(!body.contains("Published Since") && body.contains("Its Fate"))
    #expect(bench.text()?.contains("Published Since. arXiv'2023") == true)
    #expect(bench.text()?.contains("somebody/old") == true)
    #expect(bench.text()?.contains("Its Fate. ICCV'2021") == true)
  }

  @Test func `of one entry a new change is proposed beside one that nobody wanted`() async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(1))
    bench.github.edit { $0.pulls[1]?.state = "closed" }
    try await bench.run(knowing: Sample.facts(2))
    #expect(bench.text()?.contains("Published Since. arXiv'2023") == true)
    #expect(bench.text()?.contains("somebody/new") == true)
  }

  @Test func `what was merged and taken back is not proposed again`() async throws {
    let bench = Bench()
    try await bench.run()
    bench.github.edit { $0.merge(1) }
    #expect(bench.text("main") == Sample.changed())
    #expect(try await bench.run().sentence == "nothing to propose")
    bench.github.edit { $0.commit(["README.md": Sample.text], to: "main") }
    #expect(try await bench.run().sentence == "nothing to propose")
    #expect(bench.pulls.count == 1)
  }

  @Test func `after a merge there is a new pull request for what is new`() async throws {
    let bench = Bench()
    try await bench.run(knowing: Sample.facts(2))
    bench.github.edit { $0.merge(1) }
    try await bench.run()
    #expect(bench.pulls.map(\.state) == ["closed", "open"])
    #expect(bench.text() == Sample.changed())
    #expect(bench.changedFiles(of: bench.pulls[1]) == ["README.md"])
    #expect(bench.pulls[1].title == "Bring 2 entries up to date")
  }

  @Test func `when nothing is left it is closed, once, and nothing of it counts as unwanted`()
    async throws
  {
    let bench = Bench()
    try await bench.run()
    bench.github.edit { $0.commit(["README.md": Sample.changed()], to: "main") }
    let start = bench.github.exchanges.count
    let outcome = try await bench.run()
    #expect(outcome.sentence == "closed pull request 1: nothing of it is left")
    #expect(bench.counts(since: start).writes == 1)
    #expect(bench.pulls[0].state == "closed")
    let next = bench.github.exchanges.count
    try await bench.run()
    #expect(bench.counts(since: next).writes == 0)
    bench.github.edit { $0.commit(["README.md": Sample.text], to: "main") }
    try await bench.run()
    #expect(bench.pulls.map(\.state) == ["closed", "open"])
  }

  @Test
  func `one that was done and that somebody opened again is used again, and not closed twice`()
    async throws
  {
    let bench = Bench()
    try await bench.run()
    bench.github.edit { $0.commit(["README.md": Sample.changed()], to: "main") }
    try await bench.run()
    bench.github.edit { $0.pulls[1]?.state = "open" }
    let start = bench.github.exchanges.count
    #expect(try await bench.run().sentence == "nothing to propose")
    #expect(bench.counts(since: start).writes == 0)
    bench.github.edit { $0.commit(["README.md": Sample.text], to: "main") }
    #expect(
      try await bench.run().sentence == "brought pull request 1 up to date: 3 entries"
    )
    #expect(bench.text() == Sample.changed())
  }

  @Test func `what a registry does not answer about is not taken back`() async throws {
    let bench = Bench()
    try await bench.run()
    var facts = Sample.facts(3)
    facts.addresses["https://old.example.org/demo"] = .notKnown
    let start = bench.github.exchanges.count
    let outcome = try await bench.run(knowing: facts)
    #expect(outcome.sentence.contains("a registry did not answer"))
    #expect(bench.counts(since: start).writes == 0)
    // Where it answers otherwise, it is.
    facts.addresses["https://old.example.org/demo"] = .yes(AddressFacts())
    try await bench.run(knowing: facts)
    #expect(bench.text() == Sample.changed(by: 3))
  }

  @Test func `at most so many entries are changed, those first that have been out of date longest`()
    async throws
  {
    let bench = Bench()
    try await bench.run(limit: 1)
    #expect(bench.text()?.contains("Its Fate. ICCV'2021") == true)
    #expect(bench.pulls[0].body?.contains("2 more entries wait") == true)
    #expect(bench.text()?.contains("CVPR'2024") == false)
    let start = bench.github.exchanges.count
    try await bench.run(limit: 1)
    #expect(bench.counts(since: start).writes == 0)
    bench.github.edit { $0.merge(1) }
    try await bench.run(limit: 1)
    #expect(bench.text()?.contains("Published Since. CVPR'2024") == true)
  }

  @Test func `a file that can be run stays one, and several lists are one pull request`()
    async throws
  {
    let bench = Bench(["README.md": Sample.text, "docs/list.md": Sample.text])
    bench.github.edit { $0.modes["docs/list.md"] = "100755" }
    try await bench.run(lists: ["README.md", "docs/*.md"])
    #expect(bench.counts().writes == 6)
    #expect(bench.text() == Sample.changed())
    #expect(bench.text(Bench.branch, "docs/list.md") == Sample.changed())
    #expect(bench.github.violations == [])
  }

  @Test func `a dry run writes nothing`() async throws {
    let bench = Bench()
    let outcome = try await bench.run(isDryRun: true)
    #expect(bench.counts().writes == 0)
    #expect(outcome.proposal.changes.count == 4)
  }

  @Test func `a stranger's text is text in the pull request`() async throws {
    let title = "A | <img src=x> @octocat #1 `code` \\| [x](y) and Some More Words"
    let entry =
      "- **`[GRES]`** \(title). arXiv'2023. [[paper](https://arxiv.org/abs/2305.00011)]"
    let bench = Bench(["README.md": Sample.text(Sample.old + [entry])])
    var facts = FactTable()
    Sample.publish(title, "CVPR", 2024, &facts)
    facts.repositories["somebody/old"] = .yes(
      RepositoryFacts(name: "some/new")
    )
    facts.addresses["https://old.example.org/demo"] = .yes(
      AddressFacts(movedTo: "https://new.example.org/|@octocat/issues/1`<b>")
    )
    try await bench.run(knowing: facts)
    let body = try #require(bench.pulls.first?.body)
    let html = String(decoding: try #require(Rendering.html(of: Array(body.utf8))), as: UTF8.self)
    #expect(!html.contains("<img") && !html.contains("<b>"))
    #expect(html.components(separatedBy: "<table>").count == 2)
    let rows = html.components(separatedBy: "<tr>").dropFirst(2)
    for row in rows { #expect(row.components(separatedBy: "<td>").count == 5) }
    let outside = html.replacing(#/<code>.*?<\/code>/#, with: "")
    #expect(!outside.contains("octocat"))
  }

  @Test func `a thousand things for people keep the text below GitHub's limit`() async throws {
    let entries = (0..<1500).map { number in
      "- **`[GRES]`** Paper Number \(number) of Very Many. CVPR'2024. [[paper](https://arxiv.org/abs/2401.\(10_000 + number))] | [[code](https://github.com/somebody/archived\(number))]"
    }
    let bench = Bench(["README.md": Sample.text(Sample.old + entries)])
    var facts = Sample.facts()
    for number in 0..<1500 {
      facts.repositories["somebody/archived\(number)"] = .yes(
        RepositoryFacts(name: "somebody/archived\(number)", isArchived: true)
      )
    }
    try await bench.run(knowing: facts)
    let body = try #require(bench.pulls.first?.body)
    #expect(body.utf8.count < 65_536)
    #expect(body.contains("</details>"))
    #expect(body.firstMatch(of: #/and \d+ more/#) != nil)
  }
}
