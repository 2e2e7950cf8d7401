import Classifier
import ListModel
import Markdown
import Rules
import Synchronization
import Testing

/// What is said of a list that there is no time for.
struct TimeTests {
  /// Counts how often it was asked for the time, and says after some times that it is up.
  private final class Clock: Sendable {
    private let asked = Mutex(0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func isUp() -> Bool {
      asked.withLock { asked in
        asked += 1
        return asked > limit
      }
    }
  }

  private func report(limit: Int) throws -> ListReport {
    let rulebook = try #require(try Rulebook.builtIn())
    let lines = (0..<20).map { number in
      "- **`[A]`** Paper \(number) CVPR'2024. [[paper](https://arxiv.org/abs/2401.\(10_000 + number))]"
    }
    let base = SourceText("- [A]: all.\n\n## Papers\n\n")
    let head = SourceText(base.bytes + Array((lines.joined(separator: "\n") + "\n").utf8))
    let clock = Clock(limit: limit)
    return Reviewer(rulebook: rulebook, year: 2025, isTimeUp: { clock.isUp() }).review(
      path: "README.md",
      base: rulebook.document(base),
      head: rulebook.document(head),
      touched: [base.lineCount + 1..<head.lineCount + 1]
    )
  }

  @Test func `what was found in time is told, and how much was not looked at`() throws {
    let whole = try report(limit: .max)
    #expect(whole.unseen == 0)
    #expect(whole.suggestions.count == 20)
    let part = try report(limit: 7)
    #expect(part.unseen == 13)
    #expect(Set(part.findings.map(\.line)).count == 7)
    // No suggestion is made where there is no time to prove it.
    #expect(part.suggestions.isEmpty)
  }

  @Test func `where there is no time at all everything is unseen`() throws {
    let report = try report(limit: 0)
    #expect(report.unseen == 20)
    #expect(report.findings.allSatisfy { $0.identity == nil })
  }
}
