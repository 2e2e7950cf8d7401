import GitHubServer
import Rules
import Testing

@testable import Adding

/// What a comment `/rubric add` is answered with.
struct AddRunTests {
  @Test func `below an issue it makes one pull request, which says who asked`() async throws {
    let bench = Bench()
    #expect(try await bench.run() == "made a pull request with the entry")
    #expect(
      bench.writes == [
        "POST git/blobs", "POST git/trees", "POST git/commits", "POST git/refs", "POST pulls",
      ]
    )
    let pull = try #require(bench.github.scene.pulls.values.first)
    #expect(pull.title == "Add an entry")
    #expect(pull.headRef == Bench.branch && pull.baseRef == "main")
    let body = try #require(pull.body)
    #expect(body.contains("Asked for by `maintainer` in #5."))
    #expect(bench.added().count == 1)
    let entry = try #require(bench.added().first)
    #expect(entry.contains("A New Way of Doing It") && entry.contains("2402.02207"))
    #expect(body.contains(entry))
    #expect(body.contains("in `Survey`"))
    #expect(bench.github.violations == [])
    #expect(try await bench.run() == "this comment has its answer")
    #expect(bench.writes.count == 5)
  }

  @Test func `below a pull request it answers with the entry to copy`() async throws {
    let bench = Bench(pull: true)
    #expect(try await bench.run(pull: true) == "answered with the entry to copy")
    #expect(bench.writes == ["POST issues/1/comments"])
    let comment = try #require(bench.comments.first)
    #expect(comment.body.contains("A New Way of Doing It"))
    #expect(comment.body.contains("```\n- "))
    #expect(try await bench.run(pull: true) == "this comment has its answer")
    #expect(bench.writes.count == 1)
    #expect(bench.github.violations == [])
  }

  @Test(arguments: [
    ("/rubric add", "Name what to add"),
    ("/rubric add nonsense in Survey", "`nonsense` is not a number of arXiv's"),
    ("/rubric add 2402.99998 in Survey", "The registries know nothing of `2402.99998`"),
    ("/rubric add 2402.02207", "Name the section for `2402.02207`"),
    ("/rubric add 2402.02207 in Servey", "There is no section `Servey`. The nearest: `Survey`."),
    ("/rubric add 2301.10001 in General", "is in `README.md` already, on line 5"),
  ])
  func `what cannot be done is answered once`(_ body: String, _ answer: String) async throws {
    let bench = Bench()
    var facts = try Bench.facts()
    facts.preprints.merge(
      try Bench.facts("2301.10001").preprints.mapValues { _ in
        .yes(Preprint(title: "A Sound Paper on Segmentation", authors: ["Cy"], year: 2023))
      }
    ) { $1 }
    for _ in 1...2 { try await bench.run(body, knowing: facts) }
    #expect(bench.comments.count == 1)
    #expect(bench.comments.first?.body.contains(answer) == true, "\(bench.comments)")
    #expect(bench.github.scene.pulls.isEmpty)
  }

  @Test(arguments: ["/rubric", "/rubric adds 2402.02207", "please /rubric add 2402.02207", ""])
  func `other comments are left alone`(_ body: String) async throws {
    let bench = Bench()
    #expect(try await bench.run(body).hasPrefix("nothing to add"))
    #expect(bench.github.log.isEmpty)
  }

  @Test func `only those who may write are obeyed`() async throws {
    let bench = Bench()
    #expect(
      try await bench.run(by: "stranger")
        == "nothing to add: '/rubric add' is for those who may write here"
    )
    #expect(bench.writes.isEmpty)
  }

  @Test func `what a comment says is text`() async throws {
    let bench = Bench()
    try await bench.run("/rubric add @octocat<img>|`x` in Survey")
    let body = try #require(bench.comments.first?.body)
    #expect(body.contains("`` @octocat<img>|`x` ``") || body.contains("``@octocat<img>|`x```"))
  }

  @Test func `somebody else's comment with the marker is not an answer`() async throws {
    let bench = Bench()
    bench.github.edit { scene in
      scene.issueComments.append(
        Scene.IssueComment(
          id: 1,
          issue: 5,
          author: Scene.Account(id: 9, login: "stranger"),
          body: "<!-- rubric add 77 -->\nno"
        )
      )
    }
    #expect(try await bench.run() == "made a pull request with the entry")
  }
}

/// Whatever goes wrong: after one clean run more, there is one answer.
@Suite(.serialized) struct AddFaultTests {
  @Test(arguments: Fault.kinds.indices, 0..<13)
  func `one pull request is made`(fault: Int, at request: Int) async throws {
    for takesEffect in [false, true] where request > 7 || !takesEffect {
      let bench = Bench()
      bench.github.fail(
        Fault(Fault.kinds[fault].answer, skipping: request, takesEffect: takesEffect)
      )
      do { try await bench.run() } catch { #expect("\(error)".isEmpty == false) }
      try await bench.run()
      // Where GitHub says that the commenter may not write, nothing is said.
      #expect(bench.github.scene.pulls.count == 1)
      #expect(bench.added().count == 1)
      #expect(bench.comments.isEmpty)
      #expect(bench.github.violations == [])
    }
  }

  @Test(arguments: Fault.kinds.indices, 0..<7)
  func `one comment is made`(fault: Int, at request: Int) async throws {
    for takesEffect in [false, true] where request > 5 || !takesEffect {
      let bench = Bench(pull: true)
      bench.github.fail(
        Fault(Fault.kinds[fault].answer, skipping: request, takesEffect: takesEffect)
      )
      do { try await bench.run(pull: true) } catch { #expect("\(error)".isEmpty == false) }
      try await bench.run(pull: true)
      #expect(bench.comments.count == 1)
      #expect(bench.github.violations == [])
    }
  }
}
