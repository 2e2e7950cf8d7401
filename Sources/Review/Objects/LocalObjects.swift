package import Git
internal import GitHub

/// What a repository on this machine has of some commits; its work tree is never looked at.
package struct LocalObjects: Sendable {
  /// A folder in the repository.
  private let folder: String
  private let trustsOwner: Bool
  private let isRequired: Bool

  /// - Parameters:
  ///   - folder: A folder in the repository.
  ///   - isRequired: Whether somebody says that there is a repository, so that it is an error where
  ///     there is none that can be read.
  ///   - trustsOwner: Whether the repository may belong to another user.
  package init(folder: String, isRequired: Bool = false, trustsOwner: Bool = false) {
    self.folder = folder
    self.isRequired = isRequired
    self.trustsOwner = trustsOwner
  }

  /// What is known of a file at a commit.
  enum File: Sendable, Equatable {
    case bytes([UInt8])
    /// The commit has no such file.
    case absent
    /// The repository does not have the commit, or not all of it.
    case unknown
  }

  /// Returns the best common ancestor of two commits; nil where the repository does not know.
  func mergeBase(of base: CommitSHA, and head: CommitSHA) throws(GitError) -> CommitSHA? {
    guard let base = ObjectID(hex: base.text), let head = ObjectID(hex: head.text) else {
      return nil
    }
    return try known { () throws(GitError) in
      let repository = try repository()
      return CommitSHA(try repository.mergeBase(base, head).description)
    } ?? nil
  }

  /// Returns a file as it is at a commit.
  func file(_ path: String, at commit: CommitSHA) throws(GitError) -> File {
    guard let commit = ObjectID(hex: commit.text) else { return .unknown }
    return try known { () throws(GitError) in
      let bytes = try repository().file(path, at: .commit(commit))
      return bytes.map { .bytes($0) } ?? .absent
    } ?? .unknown
  }

  /// Tells whether a file or a folder differs between two commits that the repository has, whatever became of it.
  func changes(
    _ path: String,
    from base: CommitSHA,
    to head: CommitSHA
  ) throws(GitError) -> Bool {
    guard let base = ObjectID(hex: base.text), let head = ObjectID(hex: head.text) else {
      return false
    }
    return try known { () throws(GitError) in
      try repository().isChanged(path, from: base, to: .commit(head))
    } ?? false
  }

  /// Returns the path that a file had at an earlier commit, nil where it was not renamed or where
  /// the repository does not know.
  func previousPath(
    of path: String,
    from base: CommitSHA,
    to head: CommitSHA
  ) throws(GitError) -> String? {
    guard let base = ObjectID(hex: base.text), let head = ObjectID(hex: head.text) else {
      return nil
    }
    return try known { () throws(GitError) in
      try repository().previousPath(of: path, from: base, to: .commit(head))
    } ?? nil
  }

  /// Returns the paths that may be lists at a commit.
  func markdownPaths(at commit: CommitSHA) throws(GitError) -> [String] {
    guard let commit = ObjectID(hex: commit.text) else { return [] }
    return try known { () throws(GitError) in
      try repository().markdownPaths(at: .commit(commit))
    } ?? []
  }

  /// Returns the UTC calendar year of a commit; nil where the repository does not have it.
  func year(of commit: CommitSHA) throws(GitError) -> Int? {
    try known { () throws(GitError) in
      try repository().commit(commit.text).committerYear
    }
  }

  /// Throws where there has to be a repository, and is none that can be read.
  package func check() throws(GitError) {
    if isRequired { _ = try repository() }
  }

  private func repository() throws(GitError) -> Repository {
    try Repository(at: folder, trustingOwner: trustsOwner)
  }

  /// Returns nil where a repository is missing, or is not ours to open, or does not have all of what
  /// is asked of it: GitHub has it.
  private func known<Value>(_ read: () throws(GitError) -> Value) throws(GitError) -> Value? {
    do throws(GitError) {
      return try read()
    } catch  where Self.gaps.contains(error.code) {
      return nil
    }
  }

  private static let gaps: [GitError.Code] = [
    .notARepository, .foreignOwner, .unsupported, .unknownRevision, .notACommit, .shallow,
    .unrelatedHistories, .missingObject,
  ]
}
