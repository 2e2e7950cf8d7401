import Classifier
import Foundation
import GitHubServer
import Review
import Rules
import Testing

/// A contributor who accepts every suggestion, on a real list and on mistakes that people make in it.
@Suite(.serialized) struct AcceptanceTests {
  /// What a hand does to an entry's line, by name; a line that has no place for it stays.
  private static let mistakes: [(name: String, make: @Sendable (String) -> String)] = [
    ("no full stop", { $0.replacing(/\. ([A-Za-z]+'20)/) { " \($0.output.1)" } }),
    ("no separator", { $0.replacing("] | [", with: "] [") }),
    ("glued links", { $0.replacing("] | [", with: "][") }),
    ("with www", { $0.replacing("https://arxiv.org/", with: "https://www.arxiv.org/") }),
    (
      "a version's file",
      {
        $0.replacing(/https:\/\/arxiv.org\/abs\/([0-9.]+)/) {
          "http://arxiv.org/pdf/\($0.output.1)v2.pdf"
        }
      }
    ),
    ("a tag twice", { $0.replacing("`[ReferIS]", with: "`[ReferIS][ReferIS]") }),
    ("a misspelt tag", { $0.replacing("[ReferIS]", with: "[ReferSI]") }),
    ("no bracket", { $0.replacing("[[paper](", with: "[paper](") }),
    ("another case", { $0.replacing("[[paper](", with: "[[Paper](") }),
    ("two spaces", { $0.replacing(". ", with: ".  ") }),
    ("a space at the end", { $0 + " " }),
    ("another marker", { "* " + $0.dropFirst(2) }),
    ("no space after the marker", { "-" + $0.dropFirst(2) }),
    ("a space for the apostrophe", { $0.replacing("'20", with: " 20") }),
    ("a colon of another width", { $0.replacing(": ", with: "\u{FF1A}", maxReplacements: 1) }),
    ("an indented line", { "  " + $0 }),
    (
      "everything at once",
      { line in
        line.replacing(/\. ([A-Za-z]+'20)/) { " \($0.output.1)" }
          .replacing("] | [", with: "]  [")
          .replacing("https://arxiv.org/", with: "http://www.arxiv.org/")
          .replacing("`[ReferIS]", with: "`[ReferIS][ReferIS]") + " "
      }
    ),
  ]

  private static func seed() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Seed/README.md")
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: mistakes.indices, [false, true])
  func `accepting every suggestion leaves nothing of what was said`(
    mistake: Int,
    isNew: Bool
  ) async throws {
    let (name, make) = Self.mistakes[mistake]
    let lines = try Self.seed()
    // Every other one of the entries, so that there are sound ones between.
    let entries = lines.indices.filter {
      lines[$0].hasPrefix("- ") && lines[$0].contains("[[paper](")
    }
    let chosen = Set(entries.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).suffix(24))
    let base = lines.indices.filter { !isNew || !chosen.contains($0) }.map { lines[$0] }
    let head = lines.indices.map { chosen.contains($0) ? make(lines[$0]) : lines[$0] }
    try #require(head != lines, "'\(name)' happens")
    let text = head.joined(separator: "\n")
    let bench = Bench(from: base.joined(separator: "\n"), to: text)
    let said = Self.rules(try await bench.run())
    #expect(!bench.comments.isEmpty || said.isEmpty, "\(name)")
    let accepted = bench.accepted(text)
    bench.github.edit { $0.push(["README.md": accepted]) }
    let left = Self.rules(try await bench.run())
    // What nobody can mend for them, people still hear of; nothing else, and nothing new.
    #expect(left.allSatisfy { (said[$0.key] ?? 0) >= $0.value }, "\(name): \(left) of \(said)")
    #expect(!bench.comments.contains { $0.body.contains("`suggestion\n") }, "\(name)")
    #expect(bench.github.violations.isEmpty)
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test(arguments: [
    "no full stop", "no separator", "with www", "a tag twice", "everything at once",
  ])
  func `what can be mended is mended, and silence follows`(name: String) async throws {
    let make = try #require(Self.mistakes.first { $0.name == name }?.make)
    let lines = try Self.seed()
    let sound = try #require(
      lines.firstIndex { line in
        line.contains("`[ReferIS]") && line.contains("] | [") && line.contains("//arxiv.org/")
      }
    )
    var base = lines
    base.remove(at: sound)
    var head = lines
    head[sound] = make(lines[sound])
    let text = head.joined(separator: "\n")
    let bench = Bench(from: base.joined(separator: "\n"), to: text)
    _ = try await bench.run()
    #expect(bench.comments.count == 1)
    let accepted = bench.accepted(text)
    #expect(accepted != text)
    bench.github.edit { $0.push(["README.md": accepted]) }
    let outcome = try await bench.run()
    #expect(outcome.report?.lists.flatMap(\.findings).isEmpty == true)
    #expect(bench.comments.isEmpty)
    #expect(bench.reviews.count == 1)
  }

  /// How often each rule speaks of what the contribution brought and is worth a comment.
  private static func rules(_ outcome: ReviewOutcome) -> [String: Int] {
    var counts: [String: Int] = [:]
    for list in outcome.report?.lists ?? [] {
      for located in list.findings where located.isIntroduced {
        counts[located.finding.rule, default: 0] += 1
      }
    }
    return counts
  }
}
