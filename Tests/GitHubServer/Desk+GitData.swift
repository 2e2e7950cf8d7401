import FoundationEssentials

/// Branches, commits, trees and blobs, and what GitHub lets a client do with them.
extension Desk {
  func settings() -> LoopbackServer.Reply {
    LoopbackServer.Reply(json: [
      "full_name": .string(scene.repository), "default_branch": "main", "archived": false,
    ])
  }

  func branch(_ name: String) throws(Refusal) -> LoopbackServer.Reply {
    guard let sha = scene.branches[name], let commit = scene.commits[sha] else {
      throw Refusal(404, "Branch not found")
    }
    return LoopbackServer.Reply(json: [
      "name": .string(name), "protected": .bool(scene.protectedBranches.contains(name)),
      "commit": [
        "sha": .string(sha),
        "commit": [
          "committer": ["date": "2026-01-01T00:00:00Z"], "message": .string(commit.message),
          "tree": ["sha": .string(scene.treeName(commit.files)), "url": "u"],
        ],
      ],
    ])
  }

  /// Serves what is below `git`.
  mutating func gitData(
    _ rest: ArraySlice<String>,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    let name = rest.dropFirst(2).joined(separator: "/")
    switch (request.method, rest.first, rest.count) {
    case ("GET", "commits", 2): return try commit(named: rest.last ?? "")
    case ("GET", "trees", 2): return try tree(rest.last ?? "")
    case ("GET", "ref", 3...) where rest.dropFirst().first == "heads":
      guard let sha = scene.branches[name] else { throw Refusal(404, "Not Found") }
      return LoopbackServer.Reply(json: json(reference: name, at: sha))
    case ("POST", "blobs", 1): return try createBlob()
    case ("POST", "trees", 1): return try createTree()
    case ("POST", "commits", 1): return try createCommit()
    case ("POST", "refs", 1): return try createBranch()
    case ("PATCH", "refs", 3...) where rest.dropFirst().first == "heads":
      return try moveBranch(name)
    default: throw Refusal(404, "Not Found")
    }
  }

  private func json(reference name: String, at sha: String) -> JSON {
    [
      "ref": .string("refs/heads/\(name)"), "node_id": "R", "url": "u",
      "object": ["type": "commit", "sha": .string(sha), "url": "u"],
    ]
  }

  private func commit(named sha: String) throws(Refusal) -> LoopbackServer.Reply {
    guard let commit = scene.commits[sha] else { throw Refusal(404, "Not Found") }
    return LoopbackServer.Reply(json: json(commit))
  }

  private func json(_ commit: Scene.Commit) -> JSON {
    let parents = commit.parents.map { ["sha": .string($0), "url": "u", "html_url": "u"] as JSON }
    return [
      "sha": .string(commit.sha), "message": .string(commit.message),
      "tree": ["sha": .string(scene.treeName(commit.files)), "url": "u"],
      "parents": .array(parents),
    ]
  }

  private func tree(_ sha: String) throws(Refusal) -> LoopbackServer.Reply {
    guard request.query["recursive"] != nil, let files = scene.tree(named: sha) else {
      throw Refusal(404, "Not Found")
    }
    let folders = Set(
      files.keys.flatMap { path in
        let names = path.split(separator: "/").dropLast()
        return names.indices.map { names[...$0].joined(separator: "/") }
      }
    )
    let entries =
      files.map { path, text -> JSON in
        [
          "path": .string(path), "mode": .string(scene.modes[path] ?? "100644"), "type": "blob",
          "sha": .string(Self.blobName(text)), "size": .number(text.utf8.count), "url": "u",
        ]
      }
      + folders.map { path in
        [
          "path": .string(path), "mode": "040000", "type": "tree",
          "sha": .string(Self.blobName(path)), "url": "u",
        ]
      }
    return LoopbackServer.Reply(json: [
      "sha": .string(sha), "url": "u", "truncated": false,
      "tree": .array(entries.sorted { $0["path"]?.string ?? "" < $1["path"]?.string ?? "" }),
    ])
  }

  private mutating func createBlob() throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["content", "encoding"])
    guard let content = fields["content"]?.string else { throw Refusal(422, "Invalid request.") }
    var text = content
    if fields["encoding"]?.string == "base64" {
      guard let data = Data(base64Encoded: content) else {
        throw Refusal(422, "content is not valid Base64")
      }
      text = String(decoding: data, as: UTF8.self)
    }
    let sha = Self.blobName(text)
    scene.blobs[sha] = text
    return LoopbackServer.Reply(status: 201, json: ["sha": .string(sha), "url": "u"])
  }

  private mutating func createTree() throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["tree", "base_tree"])
    guard let base = fields["base_tree"]?.string else {
      // Every other file would be gone.
      note("a tree that stands on none")
      throw Refusal(422, "Invalid request.")
    }
    guard var files = scene.tree(named: base) else {
      throw Refusal(404, "base_tree is not a valid tree oid")
    }
    for entry in fields["tree"]?.array ?? [] {
      guard let path = entry["path"]?.string, let mode = entry["mode"]?.string,
        let sha = entry["sha"]?.string, let text = scene.blob(named: sha)
      else { throw Refusal(422, "tree.sha is not a valid blob") }
      if mode != scene.modes[path] ?? "100644" { note("'\(path)' gets the mode \(mode)") }
      files[path] = text
    }
    let sha = scene.treeName(files)
    scene.trees[sha] = files
    return LoopbackServer.Reply(
      status: 201,
      json: ["sha": .string(sha), "url": "u", "truncated": false, "tree": []]
    )
  }

  private mutating func createCommit() throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["message", "tree", "parents"])
    let parents = fields["parents"]?.array?.compactMap(\.string) ?? []
    guard let message = fields["message"]?.string, !message.isEmpty else {
      throw Refusal(422, "Invalid request.")
    }
    guard let files = fields["tree"]?.string.flatMap({ scene.tree(named: $0) }) else {
      throw Refusal(422, "Tree SHA does not exist")
    }
    guard !parents.isEmpty, parents.allSatisfy({ scene.commits[$0] != nil }) else {
      throw Refusal(422, "Parent SHA does not exist or is not a commit object")
    }
    let sha = scene.addCommit(parents: parents, files: files)
    scene.commits[sha]?.message = message
    guard let commit = scene.commits[sha] else { throw Refusal(500, "Server Error") }
    return LoopbackServer.Reply(status: 201, json: json(commit))
  }

  private mutating func createBranch() throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["ref", "sha"])
    guard let reference = fields["ref"]?.string, reference.hasPrefix("refs/heads/") else {
      throw Refusal(422, "Reference name must start with 'refs/' and have at least two slashes")
    }
    let name = String(reference.dropFirst("refs/heads/".count))
    guard let sha = fields["sha"]?.string, scene.commits[sha] != nil else {
      throw Refusal(422, "Object does not exist")
    }
    guard scene.branches[name] == nil else { throw Refusal(422, "Reference already exists") }
    try checkProtection(of: name)
    scene.branches[name] = sha
    return LoopbackServer.Reply(status: 201, json: json(reference: name, at: sha))
  }

  private mutating func moveBranch(_ name: String) throws(Refusal) -> LoopbackServer.Reply {
    let fields = try body(allowing: ["sha", "force"])
    guard let old = scene.branches[name] else { throw Refusal(422, "Reference does not exist") }
    guard let sha = fields["sha"]?.string, scene.commits[sha] != nil else {
      throw Refusal(422, "Object does not exist")
    }
    try checkProtection(of: name)
    if fields["force"] == .bool(true) { note("a branch is moved by force") }
    guard scene.mergeBase(sha, old) == old else {
      throw Refusal(422, "Update is not a fast forward")
    }
    scene.moveBranch(name, to: sha)
    return LoopbackServer.Reply(json: json(reference: name, at: sha))
  }

  private func checkProtection(of name: String) throws(Refusal) {
    guard scene.protectedBranches.contains(name) else { return }
    throw Refusal(422, "Repository rule violations found\n\nCannot update this protected ref.")
  }
}
