import CGit2

private let walking = "read the history of"

/// A version of a file: where the first-parent history of a commit changed it.
package struct FileVersion: Hashable, Sendable {
  /// The commit that brought the version.
  package let commit: Commit
  /// The path it had then, from the root of the repository.
  package let path: String
  /// The name of its blob; nil where the commit took the file away.
  package let blob: ObjectID?
}

/// The versions of a file along a first-parent history.
package struct FileHistory: Hashable, Sendable {
  /// The oldest first.
  package let versions: [FileVersion]
  /// Whether a shallow clone ends before the history does, so that nobody knows how old the first version is.
  package let isCut: Bool

  package init(versions: [FileVersion], isCut: Bool) {
    self.versions = versions
    self.isCut = isCut
  }
}

extension Repository {
  /// Returns the versions that a file had, from the first to the one at a commit, by first parents:
  /// what a branch brought came with its merge.
  ///
  /// A file that was renamed is followed, as ``previousPath(of:from:to:)`` does. Nothing is read but
  /// names.
  ///
  /// Calls `git_commit_lookup` and `git_tree_entry_bypath`.
  ///
  /// - Throws: `invalidPath`; `missingObject`; `library`.
  package func history(of path: String, from head: ObjectID) throws(GitError) -> FileHistory {
    var versions: [FileVersion] = []
    var path = try FilePath(path, attempt: walking)
    var commit = try commit(head, path)
    var blob = try self.blob(path, in: commit.id)
    while true {
      guard let parentID = commit.parents.first, !shallowBoundary.contains(commit.id) else { break }
      let parent = try self.commit(parentID, path)
      var oldPath = path
      var old = try self.blob(path, in: parentID)
      if old == nil, blob != nil,
        let previous = try previousPath(of: path.string, from: parentID, to: .commit(commit.id))
      {
        oldPath = try FilePath(previous, attempt: walking)
        old = try self.blob(oldPath, in: parentID)
      }
      if old != blob { versions.append(FileVersion(commit: commit, path: path.string, blob: blob)) }
      (commit, path, blob) = (parent, oldPath, old)
    }
    if blob != nil { versions.append(FileVersion(commit: commit, path: path.string, blob: blob)) }
    return FileHistory(versions: versions.reversed(), isCut: shallowBoundary.contains(commit.id))
  }

  /// Returns the bytes of a version; nil where the file was taken away, or was too large to be a list.
  package func bytes(of version: FileVersion) throws(GitError) -> [UInt8]? {
    guard let blob = version.blob else { return nil }
    do throws(GitError) {
      return try bytes(of: blob, walking, "\(version.commit.id):\(version.path)")
    } catch  where error.code == .tooLarge {
      return nil
    }
  }

  /// Returns the blob of a regular file; nil for whatever else is there.
  private func blob(_ path: FilePath, in commit: ObjectID) throws(GitError) -> ObjectID? {
    guard let entry = try entry(path, in: commit), entry.kind == .regular else { return nil }
    return entry.id
  }

  private func commit(_ id: ObjectID, _ path: FilePath) throws(GitError) -> Commit {
    try attempting(walking, "\(id):\(path.string)") { () throws(Failure) in
      let repository = handle.pointer
      var oid = id.oid
      let commit = try Handle(freedBy: git_commit_free) { git_commit_lookup($0, repository, &oid) }
      return Commit(commit.pointer)
    }
  }
}
