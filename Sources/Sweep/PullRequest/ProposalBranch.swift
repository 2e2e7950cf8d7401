package import GitHub
internal import HTTP
internal import Review

/// A branch of the program's own with changes of lists, on top of another branch's tip.
///
/// It is only ever moved on from what was looked at, which GitHub sees to, so that nothing that somebody pushed can
/// be lost.
package struct ProposalBranch {
  package let name: String
  private let client: APIClient
  private let lists: RemoteLists
  /// What was made and need not be made again.
  private var made: (files: [String: [UInt8]], tree: String)?

  package init(_ name: String, of lists: RemoteLists, by client: APIClient) {
    self.name = name
    self.client = client
    self.lists = lists
  }

  /// Sees that the branch has a commit with changed lists, and returns it.
  ///
  /// - Throws: A ``SweepError`` where its last commit is somebody else's.
  package mutating func push(
    _ files: [String: [UInt8]],
    titled title: String
  ) async throws -> CommitSHA {
    var old: GitCommit?
    if let head = try await client.head(ofBranch: name) {
      let commit = try await client.commit(head)
      try requireOwn(commit)
      old = commit
    }
    let tree = try await tree(of: files)
    if let old, old.tree == tree, old.parents.first == lists.tip.sha { return old.sha }
    let parents = [lists.tip.sha] + (old.map { [$0.sha] } ?? [])
    let commit = try await client.createCommit(
      SweepCommit.message(title, tree: tree, parents: parents),
      tree: tree,
      parents: parents
    )
    if old == nil {
      try await client.createBranch(name, at: commit)
    } else {
      try await client.advanceBranch(name, to: commit)
    }
    return commit
  }

  private mutating func tree(of files: [String: [UInt8]]) async throws -> String {
    if let made, made.files == files { return made.tree }
    var changed: [GitTree.File] = []
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let blob = try await client.createBlob(bytes)
      let mode = lists.modes[path] ?? "100644"
      changed.append(GitTree.File(path: path, mode: mode, sha: blob))
    }
    let tree = try await client.createTree(of: changed, onto: lists.tip.tree)
    made = (files, tree)
    return tree
  }

  /// Throws where a commit is not one of the program's as it was made.
  func requireOwn(_ commit: GitCommit) throws {
    guard SweepCommit.isOwn(commit) else {
      throw SweepError.foreignCommit(commit.sha, on: name, client.repository)
    }
  }
}
