import FoundationEssentials

extension Desk {
  func user(_ grant: Scene.Grant) throws(Refusal) -> LoopbackServer.Reply {
    if grant.isInstallation { throw Self.notAccessible("metadata=read") }
    return LoopbackServer.Reply(json: json(grant.account))
  }

  mutating func pulls() throws(Refusal) -> LoopbackServer.Reply {
    let query = request.query
    let state = query["state"] ?? "open"
    let found = scene.pulls.values.sorted { $0.number < $1.number }.filter { pull in
      let owner = pull.headRepository?.prefix { $0 != "/" } ?? ""
      return (state == "all" || pull.state == state)
        && (query["head"] == nil || query["head"] == "\(owner):\(pull.headRef)")
    }
    return try page(found.map(json), extra: ["state", "head", "base", "sort", "direction"])
  }

  func files(of pull: Scene.Pull) -> [JSON] {
    let head = pull.heads.last ?? ""
    let base = scene.branches[pull.baseRef].flatMap { scene.mergeBase($0, head) } ?? ""
    return files(from: base, to: head)
  }

  private func files(from base: String, to head: String) -> [JSON] {
    let new = scene.commits[head]?.files ?? [:]
    let old = scene.commits[base]?.files ?? [:]
    return scene.changes(from: base, to: head).sorted { $0.key < $1.key }.map { path, diff in
      let status = old[path] == nil ? "added" : new[path] == nil ? "removed" : "modified"
      return [
        "sha": .string(Self.blobName(new[path] ?? old[path] ?? "")), "filename": .string(path),
        "status": .string(status), "additions": .number(diff.additions),
        "deletions": .number(diff.deletions), "changes": .number(diff.additions + diff.deletions),
        "blob_url": .string("https://github.com/\(scene.repository)/blob/\(head)/\(path)"),
        "raw_url": .string("https://github.com/\(scene.repository)/raw/\(head)/\(path)"),
        "contents_url": .string("\(root)/repos/\(scene.repository)/contents/\(path)?ref=\(head)"),
        "patch": .string(diff.patch),
      ]
    }
  }

  mutating func comparison(_ text: String) throws(Refusal) -> LoopbackServer.Reply {
    allowParameters(["per_page", "page"])
    let ends = text.replacing("...", with: " ").split(separator: " ").map(String.init)
    guard ends.count == 2, let base = commit(ends[0]), let head = commit(ends[1]),
      let merge = scene.mergeBase(base, head)
    else { throw Refusal(404, "Not Found") }
    let status =
      base == head ? "identical" : merge == base ? "ahead" : merge == head ? "behind" : "diverged"
    return LoopbackServer.Reply(json: [
      "status": .string(status), "base_commit": json(commit: base),
      "merge_base_commit": json(commit: merge), "ahead_by": 1, "behind_by": 0,
      "total_commits": 1, "commits": [json(commit: head)],
      "files": .array(files(from: merge, to: head)),
    ])
  }

  private func json(commit sha: String) -> JSON {
    ["sha": .string(sha), "commit": ["committer": ["date": "2026-01-01T00:00:00Z"]]]
  }

  mutating func contents(of path: String) throws(Refusal) -> LoopbackServer.Reply {
    allowParameters(["ref"])
    guard let sha = commit(request.query["ref"] ?? "main"),
      let files = scene.commits[sha]?.files
    else { throw Refusal(404, "No commit found for the ref \(request.query["ref"] ?? "")") }
    guard let text = files[path] else {
      guard files.keys.contains(where: { $0.hasPrefix(path + "/") }) else {
        throw Refusal(404, "Not Found")
      }
      return LoopbackServer.Reply(json: [
        "type": "dir", "size": 0, "name": .string(path), "path": .string(path),
        "sha": .string(Self.blobName(path)), "entries": [],
      ])
    }
    if request.headers["accept"]?.contains(".raw") == true {
      return LoopbackServer.Reply(
        headers: ["Content-Type": "application/vnd.github.raw+json; charset=utf-8"],
        text: text
      )
    }
    let isLarge = text.utf8.count > 1 << 20
    let content = Data(text.utf8).base64EncodedString(options: [
      .lineLength64Characters, .endLineWithLineFeed,
    ])
    return LoopbackServer.Reply(json: [
      "type": "file", "encoding": isLarge ? "none" : "base64", "size": .number(text.utf8.count),
      "name": .string(String(path.split(separator: "/").last ?? "")), "path": .string(path),
      "content": .string(isLarge ? "" : content + "\n"), "sha": .string(Self.blobName(text)),
    ])
  }

  func permission(of login: String) -> LoopbackServer.Reply {
    let permission = scene.permissions[login] ?? "read"
    return LoopbackServer.Reply(json: [
      "permission": .string(permission), "role_name": .string(permission), "user": nil,
    ])
  }

  private func commit(_ name: String) -> String? {
    scene.branches[name] ?? (scene.commits[name] == nil ? nil : name)
  }

  /// A name for a blob: not git's, but the same for the same text.
  static func blobName(_ text: String) -> String {
    let half = hash(text.utf8)
    return String((half + half + half).prefix(40)).padding(to: 40)
  }
}

extension String {
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: "0", count: max(0, count - utf8.count))
  }
}
