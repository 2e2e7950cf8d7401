/// What is written below issues and pull requests.
extension Desk {
  mutating func issueComments(
    on issue: String,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    guard let number = Int(issue) else { throw Refusal(404, "Not Found") }
    guard request.method == "POST" else {
      return try page(scene.issueComments.filter { $0.issue == number }.map(json), extra: ["since"])
    }
    // Either permission is enough below a pull request.
    let mayWrite = grant.canWriteIssues || scene.pulls[number] != nil && grant.canWritePulls
    guard mayWrite else { throw Self.notAccessible("issues=write; pull_requests=write") }
    guard let text = try body(allowing: ["body"])["body"]?.string, !text.isEmpty else {
      throw Refusal(422, "Validation Failed")
    }
    try checkLength(text, "IssueComment")
    let comment = Scene.IssueComment(
      id: scene.takeID(),
      issue: number,
      author: grant.account,
      body: text
    )
    scene.issueComments.append(comment)
    return LoopbackServer.Reply(status: 201, json: json(comment))
  }

  private func json(_ comment: Scene.IssueComment) -> JSON {
    [
      "id": .number(comment.id), "node_id": .string("IC_\(comment.id)"),
      "user": json(comment.author), "body": .string(comment.body), "url": "u", "html_url": "u",
      "issue_url": "u", "created_at": "2026-01-01T00:00:00Z",
      "updated_at": "2026-01-01T00:00:00Z", "author_association": "NONE",
    ]
  }
}
