/// Pull requests that are made, edited and closed.
extension Desk {
  mutating func createPull(_ grant: Scene.Grant) throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["title", "body", "head", "base"])
    guard grant.canOpenPulls else {
      throw Refusal(403, "GitHub Actions is not permitted to create or approve pull requests.")
    }
    let (head, base) = (fields["head"]?.string ?? "", fields["base"]?.string ?? "")
    guard let tip = scene.branches[head] else { throw Self.invalidPull("head", "invalid") }
    guard let baseTip = scene.branches[base] else { throw Self.invalidPull("base", "invalid") }
    guard let title = fields["title"]?.string, !title.isEmpty else {
      throw Self.invalidPull("title", "missing_field")
    }
    let text = fields["body"]?.string ?? ""
    try checkLength(text, "PullRequest")
    let owner = scene.repository.prefix { $0 != "/" }
    let others = scene.pulls.values.filter {
      $0.state == "open" && $0.headRef == head && $0.baseRef == base
        && $0.headRepository == scene.repository
    }
    guard others.isEmpty else {
      throw Self.invalidPull("", "custom", "A pull request already exists for \(owner):\(head).")
    }
    guard scene.mergeBase(baseTip, tip) != tip else {
      throw Self.invalidPull("", "custom", "No commits between \(base) and \(head)")
    }
    let number = (scene.pulls.keys.max() ?? 0) + 1
    var pull = Scene.Pull(
      number: number,
      author: grant.account,
      headRepository: scene.repository,
      heads: [tip]
    )
    (pull.title, pull.body, pull.headRef, pull.baseRef) = (title, text, head, base)
    scene.pulls[number] = pull
    return LoopbackServer.Reply(status: 201, json: json(pull))
  }

  mutating func update(
    _ pull: Scene.Pull,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["title", "body", "state"])
    if pull.author != grant.account { note("edits the pull request of somebody else") }
    var pull = pull
    if let title = fields["title"]?.string { pull.title = title }
    if let text = fields["body"]?.string {
      try checkLength(text, "PullRequest")
      pull.body = text
    }
    if let state = fields["state"]?.string { pull.state = state }
    scene.pulls[pull.number] = pull
    return LoopbackServer.Reply(json: json(pull))
  }

  private static func invalidPull(
    _ field: String,
    _ code: String,
    _ message: String = ""
  ) -> Refusal {
    var error: [String: JSON] = ["resource": "PullRequest", "code": .string(code)]
    if !field.isEmpty { error["field"] = .string(field) }
    if !message.isEmpty { error["message"] = .string(message) }
    return Refusal(422, "Validation Failed", errors: [.object(error)])
  }
}
