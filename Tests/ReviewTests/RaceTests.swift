import GitHubServer
import Review
import Testing

/// Two runs on one pull request, and lists of comments that are shown late.
@Suite(.serialized) struct RaceTests {
  private func expectEachOnce(_ bench: borrowing Bench) {
    for line in List.sound {
      #expect(bench.comments.count { $0.body.contains(line) } == 1, "\(line)")
    }
    #expect(bench.github.violations.isEmpty)
  }

  /// The other run posts right after this one has looked, so many requests from the start.
  @Test(arguments: 1...5)
  func `what two runs say at one time stands there once`(requests: Int) async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    let other = Bench(to: List.text(adding: List.faulty))
    _ = try await other.run()
    let (reviews, comments) = (other.reviews, other.comments)
    bench.github.edit(afterRequests: requests) { scene in
      // Made at the same time, by the same account, with IDs of their own.
      scene.reviews += reviews.map { review in
        var review = review
        review.id -= 1000
        return review
      }
      scene.comments += comments.map { comment in
        var comment = comment
        comment.id -= 1000
        comment.review = comment.review.map { $0 - 1000 }
        return comment
      }
    }
    _ = try await bench.run()
    expectEachOnce(bench)
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test func `two runs that go on side by side say everything once`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    let github = bench.github
    async let one = Bench(sharing: github).run()
    async let two = Bench(sharing: github).run()
    _ = try await (one, two)
    _ = try await bench.run()
    expectEachOnce(bench)
  }

  @Test func `what is shown late is waited for, and doubles nothing`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    _ = try await bench.run()
    let (reviews, comments) = (bench.reviews, bench.comments)
    bench.github.edit { scene in
      scene.reviews = []
      scene.comments = []
    }
    // The old ones turn up with the third request after the new ones are made.
    bench.github.edit(afterRequests: 7) { scene in
      scene.reviews = reviews + scene.reviews
      scene.comments = comments + scene.comments
    }
    _ = try await bench.run()
    _ = try await bench.run()
    expectEachOnce(bench)
  }
}
