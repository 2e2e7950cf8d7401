/// Objects by their names, and branches that move.
extension Scene {
  /// The name of a tree: not git's, but the same for the same files.
  func treeName(_ files: [String: String]) -> String {
    let lines = files.sorted { $0.key < $1.key }.map { "\($0.key) \(Desk.blobName($0.value))" }
    return Desk.blobName("tree\n" + lines.joined(separator: "\n"))
  }

  /// The files of a tree that was made, or that a commit has.
  func tree(named sha: String) -> [String: String]? {
    trees[sha] ?? commits.values.lazy.map(\.files).first { treeName($0) == sha }
  }

  /// A text that was kept, or that a commit has.
  func blob(named sha: String) -> String? {
    blobs[sha]
      ?? commits.values.lazy.flatMap(\.files.values).first { Desk.blobName($0) == sha }
  }

  /// Moves a branch, and with it the pull requests that are open from it.
  package mutating func moveBranch(_ name: String, to sha: String) {
    branches[name] = sha
    for number in pulls.keys {
      guard let pull = pulls[number], pull.state == "open", pull.headRef == name,
        pull.headRepository == repository
      else { continue }
      pulls[number]?.heads.append(sha)
    }
  }

  /// Commits files on top of a branch, as if somebody had pushed them.
  @discardableResult
  package mutating func commit(
    _ files: [String: String],
    to branch: String,
    message: String = "Edit the list"
  ) -> String {
    guard let tip = branches[branch], let old = commits[tip]?.files else {
      preconditionFailure("the branch '\(branch)' is in the scene")
    }
    let sha = addCommit(parents: [tip], files: old.merging(files) { $1 })
    commits[sha]?.message = message
    moveBranch(branch, to: sha)
    return sha
  }

  /// Merges a pull request as GitHub does with its button.
  package mutating func merge(_ number: Int) {
    guard let pull = pulls[number], let tip = branches[pull.baseRef], let head = pull.heads.last,
      let base = mergeBase(tip, head)
    else { preconditionFailure("pull request \(number) is in the scene") }
    var files = commits[tip]?.files ?? [:]
    for (path, text) in commits[head]?.files ?? [:] where text != commits[base]?.files[path] {
      files[path] = text
    }
    branches[pull.baseRef] = addCommit(parents: [tip, head], files: files)
    pulls[number]?.state = "closed"
    pulls[number]?.isMerged = true
  }
}
