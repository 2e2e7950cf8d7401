import Classifier
import GitHubServer
import Review
import Testing

/// A review for which there is not time enough.
struct TimeLimitTests {
  /// Mistakes of three kinds: one that all make would be the contribution's own way.
  private static let faulty = (0..<14).flatMap { round in
    List.faulty.enumerated().map { index, line in
      line.replacing("Paper", with: "Paper \(round) of \(words[round])")
        .replacing("2401.0000", with: "2401.1\(100 + round)")
    }
  }
  private static let words = [
    "Birds", "Cars", "Clouds", "Dogs", "Fields", "Fish", "Flowers", "Hands", "Houses", "Lakes",
    "Roads", "Ships", "Trees", "Walls",
  ]

  @Test func `what was found in time is posted with a word that it is not all`() async throws {
    let bench = Bench(to: List.text(adding: Self.faulty))
    let outcome = try await bench.run(timeLimit: .seconds(60), secondsAtWork: 41)
    let unseen = try #require(outcome.report?.lists.first?.unseen)
    #expect((1..<42).contains(unseen))
    #expect(!bench.comments.isEmpty)
    #expect(bench.reviews.count == 1)
    #expect(bench.reviews.first?.body.contains("time ran out before \(unseen) entries") == true)
    #expect(outcome.log.contains { $0.contains("time ran out") })

    // The next run has the time, and says the rest once.
    _ = try await bench.run()
    let lines = bench.comments.compactMap(\.line)
    #expect(Set(lines).count == lines.count)
    #expect(lines.count >= 25)
  }
}
