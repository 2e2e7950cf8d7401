extension Desk {
  /// A draft of a comment as a client sent it, or as much of it as made sense.
  private struct Draft {
    var path = ""
    var body = ""
    var line: Int?
    var startLine: Int?
    var side = "RIGHT"
    var isOnFile = false
  }

  mutating func createReview(
    of pull: Scene.Pull,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["commit_id", "body", "event", "comments"])
    let commit = fields["commit_id"]?.string ?? pull.heads.last ?? ""
    guard pull.heads.contains(commit) else {
      throw Refusal(
        422,
        "Unprocessable Entity",
        errors: ["The commitOID is not part of the pull request"]
      )
    }
    guard let event = fields["event"]?.string else {
      note("a review without an event stays pending")
      throw Refusal(422, "Unprocessable Entity")
    }
    if event != "COMMENT" { note("a review that is more than a comment: \(event)") }
    let text = fields["body"]?.string ?? ""
    let drafts = fields["comments"]?.array ?? []
    guard !text.isEmpty || !drafts.isEmpty else {
      throw Refusal(422, "Unprocessable Entity", errors: ["Body can't be blank"])
    }
    try checkLength(text, "PullRequestReview")
    var comments: [Scene.Comment] = []
    for draft in drafts {
      let fields = try self.fields(
        of: draft,
        allowing: ["path", "body", "line", "side", "start_line", "start_side"]
      )
      do throws(Refusal) {
        comments.append(try comment(self.draft(fields), on: pull, commit, grant))
      } catch {
        // One bad comment refuses them all, and GitHub does not say which.
        let reason = JSON(error.reply.body)?["errors"]?.array?.first?["message"]?.string
        throw Refusal(
          422,
          "Unprocessable Entity",
          errors: [.string(reason ?? "Line could not be resolved")]
        )
      }
    }
    let review = Scene.Review(
      id: scene.takeID(),
      pull: pull.number,
      author: grant.account,
      body: text,
      state: "COMMENTED",
      commit: commit
    )
    scene.reviews.append(review)
    for var comment in comments {
      comment.id = scene.takeID()
      comment.review = review.id
      scene.comments.append(comment)
    }
    return LoopbackServer.Reply(json: json(review))
  }

  mutating func createComment(
    on pull: Scene.Pull,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: [
      "path", "body", "line", "side", "start_line", "start_side", "commit_id", "subject_type",
    ])
    guard let commit = fields["commit_id"]?.string, pull.heads.contains(commit) else {
      throw Self.invalid("commit_id", "commit_id is not part of the pull request")
    }
    var comment = try comment(draft(fields), on: pull, commit, grant)
    comment.id = scene.takeID()
    scene.comments.append(comment)
    return LoopbackServer.Reply(status: 201, json: json(comment))
  }

  mutating func updateReview(
    _ id: String,
    of pull: Scene.Pull,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    let text = try newText("PullRequestReview")
    guard
      let index = scene.reviews.firstIndex(where: { "\($0.id)" == id && $0.pull == pull.number })
    else { throw Refusal(404, "Not Found") }
    checkAuthor(scene.reviews[index].author, grant)
    scene.reviews[index].body = text
    return LoopbackServer.Reply(json: json(scene.reviews[index]))
  }

  mutating func updateComment(
    _ id: String,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    let text = try newText("PullRequestReviewComment")
    guard let index = scene.comments.firstIndex(where: { "\($0.id)" == id }) else {
      throw Refusal(404, "Not Found")
    }
    checkAuthor(scene.comments[index].author, grant)
    scene.comments[index].body = text
    return LoopbackServer.Reply(json: json(scene.comments[index]))
  }

  mutating func deleteComment(
    _ id: String,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    guard let index = scene.comments.firstIndex(where: { "\($0.id)" == id }) else {
      throw Refusal(404, "Not Found")
    }
    checkAuthor(scene.comments[index].author, grant)
    scene.comments.remove(at: index)
    return LoopbackServer.Reply(status: 204)
  }

  // MARK: - Checks

  /// Notes a change to what somebody else wrote, which GitHub allows to whoever may write.
  private mutating func checkAuthor(_ author: Scene.Account, _ grant: Scene.Grant) {
    if author != grant.account { note("touches what \(author.login) wrote") }
  }

  /// Checks a comment against the diff at its commit and returns it, without its id.
  private func comment(
    _ draft: Draft,
    on pull: Scene.Pull,
    _ commit: String,
    _ grant: Scene.Grant
  ) throws(Refusal) -> Scene.Comment {
    if pull.isLocked { throw Refusal(403, "Lock prevents review") }
    guard !draft.body.isEmpty else { throw Self.invalid("body", "body can't be blank") }
    try checkLength(draft.body, "PullRequestReviewComment")
    guard let diff = scene.changes(of: pull, at: commit)[draft.path] else {
      throw Self.invalid("path", "Path could not be resolved")
    }
    var hunk = 0
    if !draft.isOnFile {
      guard let line = draft.line,
        let found = diff.hunk(showing: line, onLeft: draft.side == "LEFT")
      else {
        throw Self.invalid("line", "Line could not be resolved")
      }
      if let start = draft.startLine {
        guard start < line else {
          throw Self.invalid("start_line", "start line must precede the end line.")
        }
        guard diff.hunk(showing: start, onLeft: draft.side == "LEFT") == found else {
          throw Self.invalid("start_line", "start line must be part of the same hunk as the line.")
        }
      }
      hunk = found
    }
    return Scene.Comment(
      id: 0,
      pull: pull.number,
      review: nil,
      replyTo: nil,
      author: grant.account,
      body: draft.body,
      path: draft.path,
      line: draft.line,
      startLine: draft.startLine,
      side: draft.side,
      originalLine: draft.line,
      originalStartLine: draft.startLine,
      commit: commit,
      originalCommit: commit,
      isOnFile: draft.isOnFile,
      diffHunk: diff.hunks.isEmpty ? "" : diff.text(diff.hunks[hunk])
    )
  }

  private func draft(_ fields: [String: JSON]) throws(Refusal) -> Draft {
    guard let path = fields["path"]?.string else { throw Self.invalid("path", "path is missing") }
    guard let body = fields["body"]?.string else { throw Self.invalid("body", "body is missing") }
    let side = fields["side"]?.string ?? "RIGHT"
    guard ["LEFT", "RIGHT"].contains(side), fields["start_side"]?.string ?? side == side else {
      throw Self.invalid("side", "side is not included in the list")
    }
    return Draft(
      path: path,
      body: body,
      line: fields["line"]?.int,
      startLine: fields["start_line"]?.int,
      side: side,
      isOnFile: fields["subject_type"]?.string == "file"
    )
  }

  private mutating func newText(_ resource: String) throws(Refusal) -> String {
    guard let text = try body(allowing: ["body"])["body"]?.string, !text.isEmpty else {
      throw Self.invalid("body", "body can't be blank")
    }
    try checkLength(text, resource)
    return text
  }

  func checkLength(_ text: String, _ resource: String) throws(Refusal) {
    // Whether GitHub counts characters or bytes is not known; this refuses what either would.
    guard text.utf8.count > 65_536 else { return }
    let message = "Body is too long (maximum is 65536 characters)"
    throw Refusal(
      422,
      "Validation Failed",
      errors: [
        [
          "resource": .string(resource), "code": "unprocessable", "field": "data",
          "message": .string(message),
        ]
      ]
    )
  }

  mutating func body(allowing names: Set<String>) throws(Refusal) -> [String: JSON] {
    guard let value = JSON(request.body) else { throw Refusal(400, "Problems parsing JSON") }
    return try fields(of: value, allowing: names)
  }

  mutating func fields(
    of value: JSON,
    allowing names: Set<String>
  ) throws(Refusal) -> [String: JSON] {
    guard case .object(let fields) = value else {
      throw Refusal(400, "Body should be a JSON object")
    }
    for name in fields.keys.sorted() where !names.contains(name) {
      note("the field '\(name)'")
      throw Self.invalid(name, "\(name) is not a permitted key")
    }
    return fields
  }

  private static func invalid(_ field: String, _ message: String) -> Refusal {
    Refusal(
      422,
      "Validation Failed",
      errors: [
        [
          "resource": "PullRequestReviewComment", "code": "custom",
          "field": .string("pull_request_review_thread.\(field)"), "message": .string(message),
        ]
      ]
    )
  }
}
