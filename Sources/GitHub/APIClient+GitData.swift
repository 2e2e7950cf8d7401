internal import FoundationEssentials
internal import HTTP

/// What a repository's branches, commits, trees and blobs are read and made by: GitHub's "git database".
extension APIClient {
  /// Returns the name of the branch that pull requests go to: `repos/get`.
  package func defaultBranch() async throws(GitHubError) -> String {
    let object: RepositoryObject = try await receive(
      Request(.get, address()),
      to: "read the settings"
    )
    return object.defaultBranch
  }

  /// Returns the tip of a branch: `repos/get-branch`.
  package func branch(_ name: String) async throws(GitHubError) -> BranchTip {
    try await receive(Request(.get, address("branches", name)), to: "read the branch '\(name)'")
  }

  /// Returns all files of a tree, whatever their folder: `git/get-tree`.
  package func tree(_ sha: String) async throws(GitHubError) -> GitTree {
    try await receive(
      Request(.get, address("git", "trees", sha, query: [("recursive", "1")])),
      to: "list the files at \(sha.prefix(7))"
    )
  }

  /// Returns the commit that a branch is at; nil where there is no such branch: `git/get-ref`.
  package func head(ofBranch name: String) async throws(GitHubError) -> CommitSHA? {
    do throws(GitHubError) {
      let target = address("git", "ref", "heads").appending(Self.segments(of: name))
      let reference: GitReference = try await receive(
        Request(.get, target),
        to: "read the branch '\(name)'"
      )
      return reference.object.sha
    } catch {
      guard error.kind == .notFound else { throw error }
      return nil
    }
  }

  /// Returns a commit: `git/get-commit`.
  package func commit(_ sha: CommitSHA) async throws(GitHubError) -> GitCommit {
    try await receive(
      Request(.get, address("git", "commits", sha.text)),
      to: "read the commit \(sha.abbreviated)"
    )
  }

  /// Keeps the bytes of a file and returns its name: `git/create-blob`.
  ///
  /// The same bytes have the same name, and nobody sees what no tree names: to do it twice is to do it once.
  package func createBlob(_ bytes: [UInt8]) async throws(GitHubError) -> String {
    let body = JSON.encode([
      "content": Data(bytes).base64EncodedString(), "encoding": "base64",
    ])
    let blob: ObjectName = try await receive(
      Request(.post, address("git", "blobs"), body: body),
      to: "keep a file's text"
    )
    return blob.sha
  }

  /// Makes a tree that differs from another in some files, and returns its name: `git/create-tree`.
  ///
  /// As with blobs, to do it twice is to do it once.
  package func createTree(
    of files: [GitTree.File],
    onto base: String
  ) async throws(GitHubError) -> String {
    let body = JSON.encode(TreeDraft(baseTree: base, tree: files))
    let tree: ObjectName = try await receive(
      Request(.post, address("git", "trees"), body: body),
      to: "keep the files' names"
    )
    return tree.sha
  }

  /// Makes a commit by the token's account, and returns its name: `git/create-commit`.
  ///
  /// Nobody sees it before a branch is there.
  package func createCommit(
    _ message: String,
    tree: String,
    parents: [CommitSHA]
  ) async throws(GitHubError) -> CommitSHA {
    let body = JSON.encode(CommitDraft(message: message, tree: tree, parents: parents))
    let commit: ObjectName = try await receive(
      Request(.post, address("git", "commits"), body: body),
      to: "make a commit"
    )
    guard let sha = CommitSHA(commit.sha) else {
      throw GitHubError(.unexpectedAnswer, "make a commit of \(repository)")
    }
    return sha
  }

  /// Makes a branch, which must not be there yet: `git/create-ref`.
  package func createBranch(_ name: String, at commit: CommitSHA) async throws(GitHubError) {
    let body = JSON.encode(["ref": "refs/heads/\(name)", "sha": commit.text])
    try await send(
      Request(.post, address("git", "refs"), body: body),
      to: "make the branch '\(name)'"
    )
  }

  /// Moves a branch on to a commit that has everything of its present one: `git/update-ref`.
  ///
  /// GitHub refuses where it has not: what somebody pushed meanwhile is never lost.
  package func advanceBranch(_ name: String, to commit: CommitSHA) async throws(GitHubError) {
    let body = JSON.encode(ReferenceDraft(sha: commit, force: false))
    let target = address("git", "refs", "heads").appending(Self.segments(of: name))
    try await send(Request(.patch, target, body: body), to: "move the branch '\(name)'")
  }

  private static func segments(of name: String) -> [String] {
    name.split(separator: "/").map(String.init)
  }
}

/// A repository, as far as it is read.
private struct RepositoryObject: Decodable {
  let defaultBranch: String

  private enum CodingKeys: String, CodingKey {
    case defaultBranch = "default_branch"
  }
}

private struct GitReference: Decodable {
  let object: Target

  struct Target: Decodable {
    let sha: CommitSHA
  }
}

/// The answer to whatever made an object.
private struct ObjectName: Decodable {
  let sha: String
}

private struct TreeDraft: Encodable {
  let baseTree: String
  let tree: [GitTree.File]

  private enum CodingKeys: String, CodingKey {
    case tree
    case baseTree = "base_tree"
  }
}

private struct CommitDraft: Encodable {
  let message: String
  let tree: String
  let parents: [CommitSHA]
}

private struct ReferenceDraft: Encodable {
  let sha: CommitSHA
  let force: Bool
}
