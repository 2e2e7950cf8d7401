import Classifier
import FoundationEssentials
import GitHubServer
import Learning
import Review
import RuleBooks
import Rules
import Testing
import YAML

/// Which rules a contribution is held against.
@Suite(.serialized) struct RulebookTests {
  /// The built-in rulebook with one rule switched off.
  private static let lenient = builtIn + "\nrules:\n  missing-full-stop: off\n"
  private static let builtIn = String(
    decoding: RuleBooks.all.first { $0.name == "papers" }?.text ?? [],
    as: UTF8.self
  )

  private func scene(base: String?, head: String?) -> Scene {
    var old = ["README.md": List.text()]
    var new = ["README.md": List.text(adding: List.faulty)]
    old[RulebookChoice.path] = base
    new[RulebookChoice.path] = head
    return Scene(base: old, head: new)
  }

  @Test func `the base's rulebook holds`() async throws {
    let bench = Bench(scene(base: Self.lenient, head: Self.lenient))
    let outcome = try await bench.run()
    #expect(bench.comments.map(\.line) == [50, 52])
    #expect(bench.counts() == (6, 1))
    #expect(outcome.log.isEmpty)
  }

  @Test func `what the contribution makes of the rulebook is told, not obeyed`() async throws {
    let bench = Bench(scene(base: nil, head: Self.lenient))
    let outcome = try await bench.run()
    #expect(bench.comments.count == 3)
    #expect(outcome.log == [RulebookChoice.notice])
    #expect(bench.reviews[0].body.contains("`.github/rubric.yml` is changed here"))
  }

  @Test func `a rulebook of the head's does not even have to be right`() async throws {
    let bench = Bench(scene(base: Self.lenient, head: "nonsense: ["))
    _ = try await bench.run()
    #expect(bench.comments.count == 2)
  }

  @Test func `a wrong rulebook at the base is an error that the job shows`() async throws {
    let bench = Bench(scene(base: "nam: x\n", head: "nam: x\n"))
    let summary = FileManager.default.temporaryDirectory
      .appending(path: "rubric-summary-\(UInt64.random(in: 0 ... .max)).md")
    defer { try? FileManager.default.removeItem(at: summary) }
    let error = await #expect(throws: YAMLError.self) {
      try await bench.run(summary: summary.path)
    }
    #expect(error?.file == RulebookChoice.path)
    #expect(error?.mark.line == 1)
    let text = try String(contentsOf: summary, encoding: .utf8)
    #expect(text.contains(".github/rubric.yml:1:1: "))
    #expect(bench.counts().writes == 0)
  }

  @Test(arguments: [true, false])
  func `GitHub says whether a generated list's source changes`(regenerated: Bool) async throws {
    let settings = "extends: papers\ngenerated-from: data/papers.yml\n"
    var old = ["README.md": List.text(), "data/papers.yml": "a\n"]
    old[RulebookChoice.path] = settings
    var new = old
    new["README.md"] = List.text(adding: List.faulty)
    if regenerated { new["data/papers.yml"] = "b\n" }
    let bench = Bench(Scene(base: old, head: new))
    let outcome = try await bench.run()
    let rules = outcome.report?.lists.flatMap(\.findings).map(\.finding.rule)
    #expect(rules == (regenerated ? [] : ["edited-generated-list"]))
  }

  @Test func `a push is held against the rulebook before it`() async throws {
    let bench = Bench(scene(base: Self.lenient, head: nil))
    let head = try #require(bench.github.scene.pulls[1]?.heads.last)
    let base = try #require(bench.github.scene.branches["main"])
    let event: JSON = [
      "ref": "refs/heads/main", "before": .string(base), "after": .string(head),
      "repository": ["full_name": "octo/list", "default_branch": "main"],
    ]
    let outcome = try await bench.run(event: ("push", event))
    #expect(outcome.summary?.annotations.count == 2)
    #expect(outcome.log == [RulebookChoice.notice])
  }
}
