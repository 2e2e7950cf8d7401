/// The objects of the API, with the keys that clients read.
extension Desk {
  func json(_ account: Scene.Account) -> JSON {
    [
      "login": .string(account.login), "id": .number(account.id), "type": .string(account.type),
      "node_id": .string("U_\(account.id)"), "site_admin": false,
      "html_url": .string("https://github.com/\(account.login)"),
    ]
  }

  func json(_ pull: Scene.Pull) -> JSON {
    let repository = { (name: String?) -> JSON in
      guard let name else { return nil }
      return ["full_name": .string(name), "fork": .bool(name != scene.repository)]
    }
    let head = pull.heads.last ?? ""
    let owner = pull.headRepository.map { String($0.prefix { $0 != "/" }) } ?? "unknown"
    return [
      "id": .number(1000 + pull.number), "number": .number(pull.number),
      "title": .string(pull.title), "state": .string(pull.state), "draft": .bool(pull.isDraft),
      "locked": .bool(pull.isLocked), "body": JSON(pull.body),
      "user": json(pull.author), "author_association": "NONE",
      "html_url": .string("https://github.com/\(scene.repository)/pull/\(pull.number)"),
      "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
      "merged_at": pull.isMerged ? "2026-01-02T00:00:00Z" : nil,
      "head": [
        "ref": .string(pull.headRef), "sha": .string(head),
        "label": .string("\(owner):\(pull.headRef)"), "repo": repository(pull.headRepository),
      ],
      "base": [
        "ref": .string(pull.baseRef), "sha": JSON(scene.branches[pull.baseRef]),
        "label": .string(pull.baseRef), "repo": repository(scene.repository),
      ],
    ]
  }

  func json(_ review: Scene.Review) -> JSON {
    [
      "id": .number(review.id), "node_id": .string("PRR_\(review.id)"),
      "user": json(review.author), "body": .string(review.body), "state": .string(review.state),
      "commit_id": .string(review.commit), "author_association": "NONE",
      "html_url": .string(
        "https://github.com/\(scene.repository)/pull/\(review.pull)"
          + "#pullrequestreview-\(review.id)"
      ),
      "submitted_at": "2026-01-01T00:00:00Z",
    ]
  }

  func json(_ comment: Scene.Comment) -> JSON {
    let json: JSON = [
      "id": .number(comment.id), "node_id": .string("PRRC_\(comment.id)"),
      "pull_request_review_id": JSON(comment.review),
      "user": json(comment.author), "body": .string(comment.body), "path": .string(comment.path),
      "line": JSON(comment.line), "start_line": JSON(comment.startLine),
      "side": .string(comment.side),
      "start_side": comment.startLine == nil ? nil : .string(comment.side),
      "original_line": JSON(comment.originalLine),
      "original_start_line": JSON(comment.originalStartLine),
      "position": comment.line == nil ? nil : 1, "original_position": 1,
      "commit_id": .string(comment.commit), "original_commit_id": .string(comment.originalCommit),
      "subject_type": comment.isOnFile ? "file" : "line",
      "diff_hunk": .string(comment.diffHunk), "author_association": "NONE",
      "html_url": .string(
        "https://github.com/\(scene.repository)/pull/\(comment.pull)#discussion_r\(comment.id)"
      ),
      "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z",
    ]
    // Only an answer has this key.
    return comment.replyTo.map { json.adding("in_reply_to_id", .number($0)) } ?? json
  }
}
