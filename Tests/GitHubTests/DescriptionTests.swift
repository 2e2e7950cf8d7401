import FoundationEssentials
import GitHub
import GitHubServer
import HTTP
import Testing

/// Every call against GitHub's own description: what is sent fits it, and its example is understood.
struct DescriptionTests {
  /// An operation of the description.
  struct Operation: Sendable, CustomTestStringConvertible {
    let description: GitHubServer.JSON

    var id: String { description["id"]?.string ?? "" }
    var testDescription: String { id }
  }

  static let operations: [Operation] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    guard let data = try? Data(contentsOf: folder.appending(path: "Payloads/operations.json"))
    else { return [] }
    return JSON(Array(data))?["operations"]?.array?.map { Operation(description: $0) } ?? []
  }()

  /// Makes the call of an operation.
  private func call(_ id: String, _ bench: borrowing Bench) async throws {
    let client = bench.client
    let head = try bench.head()
    let comment = DraftReviewComment(path: "README.md", lines: 8...10, body: "here")
    switch id {
    case "pulls/get": _ = try await client.pullRequest(1)
    case "pulls/list": _ = try await client.openPullRequests(from: "patch-1", of: "octo")
    case "pulls/list-files": _ = try await client.files(ofPullRequest: 1)
    case "pulls/list-reviews": _ = try await client.reviews(ofPullRequest: 1)
    case "pulls/list-review-comments": _ = try await client.reviewComments(ofPullRequest: 1)
    case "pulls/create-review":
      let draft = DraftReview(commitID: head, body: "b", comments: [comment])
      _ = try await client.createReview(draft, ofPullRequest: 1)
    case "pulls/create-review-comment":
      _ = try await client.createReviewComment(comment, at: head, ofPullRequest: 1)
    case "pulls/update-review":
      try await client.updateReview(80, ofPullRequest: 1, body: "b")
    case "pulls/update-review-comment": try await client.updateReviewComment(80, body: "b")
    case "pulls/delete-review-comment": try await client.deleteReviewComment(80)
    case "repos/compare-commits": _ = try await client.comparison(of: head, with: head)
    case "repos/get-content": _ = try await client.contents(of: "docs/a b.md", at: head)
    case "users/get-authenticated": _ = try await client.account()
    default: Issue.record("no call for \(id)")
    }
  }

  @Test func `the description is there`() {
    #expect(Self.operations.count == 13)
  }

  @Test(arguments: operations)
  func `a call fits its description`(operation: Operation) async throws {
    let bench = try Bench(token: "opaque")
    let status = try #require(operation.description["status"]?.int)
    bench.github.fail(
      Fault(
        .reply(
          operation.description["example"].map { LoopbackServer.Reply(status: status, json: $0) }
            ?? LoopbackServer.Reply(status: status)
        )
      )
    )
    try await call(operation.id, bench)

    let request = try #require(bench.github.exchanges.first?.request)
    #expect(bench.github.exchanges.count == 1)
    #expect(request.method == operation.description["method"]?.string)
    let template = try #require(operation.description["path"]?.string)
    #expect(Self.fits(request.path, template))
    let parameters = operation.description["query"]?.array?.compactMap(\.string) ?? []
    #expect(Set(request.query.keys).isSubset(of: parameters))
    if let schema = operation.description["body"] {
      let body = try #require(JSON(request.body))
      #expect(Self.mismatch(of: body, with: schema) == nil)
    } else {
      #expect(request.body.isEmpty)
    }
  }

  /// Whether a path has the segments of a template; its last parameter may be several.
  private static func fits(_ path: String, _ template: String) -> Bool {
    let segments = path.split(separator: "/")
    let patterns = template.split(separator: "/")
    let isOpen = patterns.last == "{path}"
    guard segments.count == patterns.count || (isOpen && segments.count > patterns.count) else {
      return false
    }
    return zip(segments, patterns).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
  }

  /// Returns how a value differs from a schema; nil if it fits.
  private static func mismatch(
    of value: GitHubServer.JSON,
    with schema: GitHubServer.JSON
  ) -> String? {
    switch (schema["type"]?.string, value) {
    case ("object", .object(let fields)):
      for name in schema["required"]?.array ?? [] where fields[name.string ?? ""] == nil {
        return "\(name) is missing"
      }
      for (name, field) in fields {
        guard let inner = schema["properties"]?[name] else { return "\(name) is unknown" }
        if let mismatch = mismatch(of: field, with: inner) { return "\(name): \(mismatch)" }
      }
      return nil
    case ("array", .array(let elements)):
      guard let inner = schema["items"] else { return "no schema" }
      return elements.lazy.compactMap { mismatch(of: $0, with: inner) }.first
    case ("string", .string):
      let allowed = schema["enum"]?.array ?? [value]
      return allowed.contains(value) ? nil : "\(value) is not allowed"
    case ("integer", .number): return nil
    case (let type, _): return "\(value) is no \(type ?? "value")"
    }
  }

  @Test func `the examples are read as what they say`() async throws {
    let bench = try Bench()
    for id in ["pulls/get", "repos/compare-commits"] {
      let operation = try #require(Self.operations.first { $0.id == id })
      bench.github.fail(
        Fault(.reply(.init(json: try #require(operation.description["example"]))))
      )
    }
    let pull = try await bench.client.pullRequest(1347)
    #expect(pull.number == 1347)
    #expect(pull.head.ref == "new-topic")
    #expect(pull.base.repository?.description == "octocat/Hello-World")
    let comparison = try await bench.client.comparison(of: pull.base.sha, with: pull.head.sha)
    #expect(comparison.mergeBase.text == "6dcb09b5b57875f334f61aebed695e2e4193db5e")
  }
}
