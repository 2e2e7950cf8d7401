import Glibc

/// Opens a folder to walk on from, which needs no permission to list it; Linux's `O_PATH`, which
/// the headers hide from Swift.
private let openForWalking: Int32 = 0o10_000_000 | O_DIRECTORY | O_CLOEXEC

/// The files of a work tree, read without following a symbolic link and without leaving it.
struct WorkTree {
  /// The absolute path of the root.
  let root: String

  /// Returns the bytes of a file; nil if there is none.
  ///
  /// - Throws: `notRegularFile` for anything else, also if a folder on the way is a symbolic link or
  ///   another repository; `tooLarge`; `system` if the file may not be read.
  func read(_ path: FilePath, attempt: String) throws(GitError) -> [UInt8]? {
    guard let found = try find(path, attempt: attempt), let kind = found.kind else { return nil }
    guard kind == .regular else { throw kind.error(attempt: attempt, input: path.string) }
    return try read(found.name, in: found.parent, attempt: attempt, input: path.string)
  }

  private func read(
    _ name: String,
    in folder: borrowing FileDescriptor,
    attempt: String,
    input: String
  ) throws(GitError) -> [UInt8]? {
    // Not to wait for a writer, should a pipe have taken the file's place meanwhile.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let number = openat(folder.number, name, flags)
    guard number >= 0 else {
      if errno == ENOENT { return nil }
      throw systemError(errno, attempt: attempt, input: input)
    }
    let file = FileDescriptor(number)
    var status = stat()
    guard fstat(file.number, &status) == 0 else {
      throw systemError(errno, attempt: attempt, input: input)
    }
    let kind = FileKind(status)
    guard kind == .regular else { throw kind.error(attempt: attempt, input: input) }
    return try file.readAll(limit: Repository.fileSizeLimit, attempt: attempt, input: input)
  }

  /// Replaces a file that reads as it is expected to, or makes one where there is none; returns whether it did.
  ///
  /// Folders on the way are made. The file is found once, and replaced in the folder that was opened then.
  ///
  /// - Throws: as ``read(_:attempt:)`` does.
  func replace(
    _ path: FilePath,
    expecting old: [UInt8]?,
    with new: [UInt8],
    attempt: String
  ) throws(GitError) -> Bool {
    if old == nil { try makeFolders(of: path, attempt: attempt) }
    guard let found = try find(path, attempt: attempt, orMissingFrom: true) else { return false }
    let present =
      found.kind == nil
      ? nil : try read(found.name, in: found.parent, attempt: attempt, input: path.string)
    guard present == old else { return false }
    // Opened for walking only, a folder cannot be written to.
    let number = openat(found.parent.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw systemError(errno, attempt: attempt, input: path.string) }
    try Folder(FileDescriptor(number)).replace(found.name, with: new, naming: path.string)
    return true
  }

  /// Makes the folders that a path leads through, as far as they are missing.
  private func makeFolders(of path: FilePath, attempt: String) throws(GitError) {
    let number = open(root, openForWalking)
    guard number >= 0 else { throw systemError(errno, attempt: attempt, input: root) }
    var folder = FileDescriptor(number)
    for name in path.components.dropLast() {
      guard mkdirat(folder.number, name, 0o777) == 0 || errno == EEXIST else {
        throw systemError(errno, attempt: attempt, input: path.string)
      }
      let number = openat(folder.number, name, openForWalking | O_NOFOLLOW)
      guard number >= 0 else { throw systemError(errno, attempt: attempt, input: path.string) }
      folder = FileDescriptor(number)
    }
  }

  /// Whether there is a regular file at a path that git records: not one after a symbolic link,
  /// nor one in another repository.
  func hasRegular(_ path: String, attempt: String) throws(GitError) -> Bool {
    let path = try FilePath(path, attempt: attempt)
    do throws(GitError) {
      guard let found = try find(path, attempt: attempt) else { return false }
      return found.kind == .regular
    } catch  where error.code == .notRegularFile {
      return false
    }
  }

  private struct Found: ~Copyable {
    let parent: FileDescriptor
    let name: String
    /// Nil where there is nothing of the name.
    let kind: FileKind?
  }

  /// Walks down to a path, one open folder at a time, so that nothing can be exchanged on the way.
  ///
  /// Nil where there is nothing; with `orMissingFrom` only where there is no folder either.
  private func find(
    _ path: FilePath,
    attempt: String,
    orMissingFrom isFolderEnough: Bool = false
  ) throws(GitError) -> Found? {
    let input = path.string
    let number = open(root, openForWalking)
    guard number >= 0 else { throw systemError(errno, attempt: attempt, input: root) }
    var folder = FileDescriptor(number)
    var walked = ""
    for (index, name) in path.components.enumerated() {
      let isLast = index == path.components.count - 1
      guard let status = try status(folder.number, name, attempt: attempt, input: input) else {
        return isFolderEnough && isLast ? Found(parent: folder, name: name, kind: nil) : nil
      }
      walked += index == 0 ? name : "/" + name
      var kind = FileKind(status)
      if kind == .directory {
        let number = openat(folder.number, name, openForWalking | O_NOFOLLOW)
        guard number >= 0 else { throw systemError(errno, attempt: attempt, input: input) }
        let inner = FileDescriptor(number)
        if try self.status(inner.number, ".git", attempt: attempt, input: input) != nil {
          kind = .submodule
        }
        if !isLast, kind == .directory {
          folder = inner
          continue
        }
      }
      if isLast { return Found(parent: folder, name: name, kind: kind) }
      switch kind {
      case .symbolicLink, .submodule:
        throw kind.error(attempt: attempt, input: input, part: walked)
      case .regular, .directory, .other:
        return nil
      }
    }
    return nil
  }

  /// Returns what `fstatat` tells of a name in a folder, without following a link; nil if there is
  /// nothing.
  private func status(
    _ folder: Int32,
    _ name: String,
    attempt: String,
    input: String
  ) throws(GitError) -> stat? {
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    if errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG { return nil }
    throw systemError(errno, attempt: attempt, input: input)
  }

  private func systemError(_ number: Int32, attempt: String, input: String) -> GitError {
    GitError(
      .system,
      attempt: attempt,
      input: input,
      reason: systemMessage(number),
      remedy: number == EACCES ? "make it readable for the current user" : nil
    )
  }
}
