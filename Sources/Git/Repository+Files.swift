import CGit2

private let reading = "read"

extension Repository {
  /// Returns the bytes of a file; nil if there is none at this path.
  ///
  /// The path is relative to the root of the repository, whichever folder was opened. Bytes are
  /// returned as they are: whether they are text is for the caller to say. A file that a sparse
  /// checkout leaves out of the work tree is read from the index, as git takes it for unchanged; a
  /// file that was announced with `git add --intent-to-add` is not in the index yet.
  ///
  /// `likely` is what the file may well hold, as another version of it does: where it has the name of
  /// the blob, it is returned, and nothing is read.
  ///
  /// - Throws: `notRegularFile` for a symbolic link, a submodule or a directory; `tooLarge`, before
  ///   anything is read; `invalidPath`; `bare`; `unmerged`; `missingObject`; `system`.
  package func file(
    _ path: String,
    at version: Version,
    likely: [UInt8]? = nil
  ) throws(GitError) -> [UInt8]? {
    let path = try FilePath(path, attempt: reading)
    switch version {
    case .commit(let id):
      guard let entry = try entry(path, in: id) else { return nil }
      return try blob(entry, path, likely)
    case .index:
      let index = try openIndex(reading, path.string)
      return try staged(path, in: index, likely)
    case .workTree:
      guard let workTree else { throw bareError(reading, path.string, "work tree") }
      if let bytes = try WorkTree(root: workTree).read(path, attempt: reading) { return bytes }
      let index = try openIndex(reading, path.string)
      guard let entry = index.entry(at: path.string), entry.isSkipped else { return nil }
      return try blob(entry, path, likely)
    }
  }

  /// Replaces a file of the work tree that reads as it is expected to, or makes one where nil is expected; returns
  /// false where it reads otherwise.
  ///
  /// The file is whole at any moment, the old one or the new one, and keeps its mode. Nothing outside the work tree is
  /// written, whatever becomes of its folders meanwhile.
  ///
  /// - Throws: as ``file(_:at:likely:)`` does.
  package func replaceFile(
    _ path: String,
    expecting old: [UInt8]?,
    with new: [UInt8]
  ) throws(GitError) -> Bool {
    let path = try FilePath(path, attempt: "write")
    guard let workTree else { throw bareError("write", path.string, "work tree") }
    return try WorkTree(root: workTree)
      .replace(path, expecting: old, with: new, attempt: "write")
  }

  /// Opens the index: what `git commit` names to its hooks, else the repository's own.
  func openIndex(_ attempt: String, _ input: String) throws(GitError) -> Index {
    guard !isBare else { throw bareError(attempt, input, "index") }
    return try attempting(attempt, input) { () throws(Failure) in
      let repository = handle.pointer
      return Index(
        try Handle(freedBy: git_index_free) {
          if let hookIndex { return git_index_open($0, hookIndex) }
          return git_repository_index($0, repository)
        }
      )
    }
  }

  /// Reads a blob, after a look at its size, unless it is the one that is likely.
  ///
  /// Calls `git_odb_read_header`, `git_odb_hash` and `git_odb_read`.
  func bytes(
    of id: ObjectID,
    likely: [UInt8]? = nil,
    _ attempt: String,
    _ input: String
  ) throws(GitError) -> [UInt8] {
    let odb = try attempting(attempt, input) { () throws(Failure) in
      let repository = handle.pointer
      return try Handle(freedBy: git_odb_free) { git_repository_odb($0, repository) }
    }
    var oid = id.oid
    var size = 0
    var type = GIT_OBJECT_ANY
    try attempting(attempt, input) { () throws(Failure) in
      try Failure.check(git_odb_read_header(&size, &type, odb.pointer, &oid))
    }
    guard size <= Self.fileSizeLimit else {
      throw .tooLarge(size: size, attempt: attempt, input: input)
    }
    return try attempting(attempt, input) { () throws(Failure) in
      if let likely, likely.count == size, try ObjectID(ofBlob: likely) == id { return likely }
      let object = try Handle(freedBy: git_odb_object_free) {
        git_odb_read($0, odb.pointer, &oid)
      }
      return [UInt8](
        UnsafeRawBufferPointer(
          start: git_odb_object_data(object.pointer),
          count: git_odb_object_size(object.pointer)
        )
      )
    }
  }

  /// Returns what a commit has at a path; nil if nothing.
  ///
  /// Calls `git_tree_entry_bypath`.
  func entry(_ path: FilePath, in commit: ObjectID) throws(GitError) -> FileEntry? {
    let input = path.string
    return try attempting(reading, "\(commit):\(input)") { () throws(Failure) -> FileEntry? in
      let tree = try tree(of: commit)
      do throws(Failure) {
        let entry = try Handle(freedBy: git_tree_entry_free) {
          git_tree_entry_bypath($0, tree.pointer, input)
        }
        return FileEntry(treeEntry: entry.pointer)
      } catch  where error.status == GIT_ENOTFOUND && error.category == GIT_ERROR_TREE {
        return nil
      }
    }
  }

  /// Calls `git_commit_tree`.
  func tree(of commit: ObjectID) throws(Failure) -> Handle {
    let repository = handle.pointer
    var oid = commit.oid
    let commit = try Handle(freedBy: git_commit_free) { git_commit_lookup($0, repository, &oid) }
    return try Handle(freedBy: git_tree_free) { git_commit_tree($0, commit.pointer) }
  }

  func bareError(_ attempt: String, _ input: String, _ missing: String) -> GitError {
    GitError(
      .bare,
      attempt: attempt,
      input: input,
      reason: "the repository '\(location)' is bare and has no \(missing)",
      remedy: "name a commit to read from"
    )
  }

  private func staged(
    _ path: FilePath,
    in index: borrowing Index,
    _ likely: [UInt8]?
  ) throws(GitError) -> [UInt8]? {
    if let entry = index.entry(at: path.string) {
      return entry.isIntended ? nil : try blob(entry, path, likely)
    }
    if index.hasConflict(at: path.string) {
      throw GitError(
        .unmerged,
        attempt: reading,
        input: path.string,
        reason: "it is in conflict, and the index holds several versions",
        remedy: "resolve the conflict and `git add` the file"
      )
    }
    if index.hasEntries(below: path.string) {
      throw FileKind.directory.error(attempt: reading, input: path.string)
    }
    return nil
  }

  private func blob(
    _ entry: FileEntry,
    _ path: FilePath,
    _ likely: [UInt8]?
  ) throws(GitError) -> [UInt8] {
    guard entry.kind == .regular else {
      throw entry.kind.error(attempt: reading, input: path.string)
    }
    return try bytes(of: entry.id, likely: likely, reading, path.string)
  }
}
