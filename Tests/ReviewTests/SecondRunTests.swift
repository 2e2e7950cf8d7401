import GitHubServer
import Review
import Testing

/// What becomes of comments when the contribution goes on.
@Suite(.serialized) struct SecondRunTests {
  private let person = Scene.Account(id: 7, login: "contributor")

  /// A pull request whose three entries have been commented on.
  private func reviewed() async throws -> Bench {
    let bench = Bench(to: List.text(adding: List.faulty))
    _ = try await bench.run()
    return bench
  }

  private func push(_ entries: [String], to bench: borrowing Bench, rebased: Bool = false) {
    bench.github.edit { $0.push(["README.md": List.text(adding: entries)], rebased: rebased) }
  }

  @Test func `the comment on a mended entry goes`() async throws {
    let bench = try await reviewed()
    push([List.sound[0]] + List.faulty[1...], to: bench)
    _ = try await bench.run()
    #expect(bench.comments.count == 2)
    #expect(!bench.comments.contains { $0.body.contains("repeated-tag") })
    #expect(bench.reviews.count == 1)
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `the comment that somebody answered stays and says what mended it`() async throws {
    let bench = try await reviewed()
    let answered = bench.comments[0]
    let person = person
    bench.github.edit { scene in
      scene.comment(by: person, line: 50, replyTo: answered.id, body: "Oh, thanks!")
    }
    push([List.sound[0]] + List.faulty[1...], to: bench)
    _ = try await bench.run()
    let head = try #require(bench.github.scene.pulls[1]?.heads.last?.prefix(7))
    let comment = try #require(bench.comments.first { $0.id == answered.id })
    #expect(comment.body.hasSuffix("\nFixed in `\(head)`."))
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test func `when all is mended the review says so, once and without a new one`() async throws {
    let bench = try await reviewed()
    push(List.sound, to: bench)
    _ = try await bench.run()
    let head = try #require(bench.github.scene.pulls[1]?.heads.last?.prefix(7))
    #expect(bench.comments.isEmpty)
    #expect(bench.reviews.count == 1)
    #expect(bench.reviews[0].body.hasSuffix("\nEverything is fixed in `\(head)`."))
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test func `of several reviews the newest alone says that all is mended, once`() async throws {
    let bench = try await reviewed()
    let more =
      "- **`[ReferIS]`** Fourth Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00004)]"
    push(List.faulty + [more], to: bench)
    _ = try await bench.run()
    push(List.sound, to: bench)
    _ = try await bench.run()
    #expect(bench.reviews.count == 2)
    #expect(bench.reviews.map { $0.body.contains("Everything is fixed") } == [false, true])
    for _ in 0..<3 {
      let before = bench.github.exchanges.count
      _ = try await bench.run()
      #expect(bench.counts(since: before).writes == 0)
    }
  }

  @Test func `what is wrong again after all was mended is said again`() async throws {
    let bench = try await reviewed()
    push(List.sound, to: bench)
    _ = try await bench.run()
    push(List.faulty, to: bench)
    _ = try await bench.run()
    #expect(bench.comments.count == 3)
    #expect(bench.reviews.count == 2)
    push(List.sound, to: bench)
    _ = try await bench.run()
    #expect(bench.comments.isEmpty)
    #expect(bench.reviews.allSatisfy { $0.body.contains("Everything is fixed") })
  }

  @Test func `new findings come in a review of their own`() async throws {
    let bench = try await reviewed()
    let more =
      "- **`[ReferIS]`** Fourth Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00004)]"
    push(List.faulty + [more], to: bench)
    _ = try await bench.run()
    #expect(bench.reviews.count == 2)
    #expect(bench.comments.count == 4)
    #expect(bench.comments.last?.line == 53)
  }

  @Test func `an entry that is mended by half gets the other half said anew`() async throws {
    let faulty =
      "- **`[ReferIS][ReferIS]`** Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00009)]"
    let half = "- **`[ReferIS]`** Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00009)]"
    let bench = Bench(to: List.text(adding: [faulty]))
    _ = try await bench.run()
    push([half], to: bench)
    _ = try await bench.run()
    #expect(bench.comments.count == 1)
    #expect(bench.comments[0].body.contains("repeated-tag") == false)
  }

  @Test(arguments: [false, true])
  func `a push of the same entries elsewhere writes nothing`(isRebased: Bool) async throws {
    let bench = try await reviewed()
    let more =
      "- **`[ReferIS]`** Zeroth Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00000)]"
    push([more] + List.faulty, to: bench, rebased: isRebased)
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test func `outdated comments still count`() async throws {
    let bench = try await reviewed()
    bench.github.edit { scene in
      for index in scene.comments.indices { scene.comments[index].line = nil }
    }
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test func `a comment that stands there twice is taken back once`() async throws {
    let bench = try await reviewed()
    bench.github.edit { scene in
      var twin = scene.comments[0]
      twin.id += 1000
      scene.comments.append(twin)
    }
    _ = try await bench.run()
    #expect(bench.comments.count == 3)
  }

  @Test func `what others wrote is left alone, copied markers and all`() async throws {
    let bench = try await reviewed()
    let body = bench.comments[0].body
    let other = Scene.Account(id: 8, login: "mallory")
    bench.github.edit { scene in
      scene.comments.removeAll()
      scene.comment(by: other, line: 50, body: body)
      scene.comment(by: Bench.bot, line: 51, body: "another workflow\n" + body)
    }
    _ = try await bench.run()
    #expect(bench.github.scene.comments.contains { $0.author == other })
    #expect(bench.comments.contains { $0.body.hasPrefix("another workflow") })
    #expect(bench.comments.count == 4)
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `another account's own comments are found by asking who it is`() async throws {
    var scene = Scene(base: List.text(), head: List.text(adding: List.faulty))
    let user = Scene.Account(id: 99, login: "maintainer")
    scene.tokens["ghp_person"] = Scene.Grant(account: user, isInstallation: false)
    let bench = Bench(scene)
    _ = try await bench.run(token: "ghp_person")
    let first = bench.github.log
    #expect(!first.contains { $0.contains("user") })
    _ = try await bench.run(token: "ghp_person")
    #expect(bench.github.scene.comments.count == 3)
  }

  @Test func `an entry that stands there twice gets two comments`() async throws {
    let bench = Bench(to: List.text(adding: [List.faulty[0], List.faulty[0]]))
    _ = try await bench.run()
    #expect(Set(bench.comments.map(\.line)).count == bench.comments.count)
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }
}
