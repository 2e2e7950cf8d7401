import Glibc

private let writing = "write"

/// A file that is written as a whole or not at all.
package struct WholeFile {
  private let path: String

  package init(_ path: String) { self.path = path }

  /// Writes what the file is to hold: a new file takes the place of the old one, with its mode.
  ///
  /// A link stays, and what it leads to is replaced. What is not a regular file, as a pipe, is written to, and so is
  /// what a link leads to that is not there yet.
  ///
  /// - Throws: `system`; then the file is as it was.
  package func write(_ bytes: [UInt8]) throws(GitError) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere ? FileKind(status) == .other : isLink { return try writeThrough(bytes) }
    let path = resolved
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = end.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let parent = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw systemError(errno, path) }
    try Folder(FileDescriptor(folder)).replace(name, with: bytes, naming: path)
  }

  /// The path with all links followed, as far as there is something.
  private var resolved: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private var isLink: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && FileKind(status) == .symbolicLink
  }

  private func writeThrough(_ bytes: [UInt8]) throws(GitError) {
    let number = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw systemError(errno, path) }
    try FileDescriptor(number).writeAll(bytes, naming: path)
  }
}

/// An open folder, in which files are replaced by name: whoever exchanges a folder on the way to it gains nothing.
struct Folder: ~Copyable {
  private let descriptor: FileDescriptor

  init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  /// Writes a file beside the one that is there, with its mode, and renames it into its place.
  ///
  /// `path` is for errors.
  ///
  /// - Throws: `system`; then the file is as it was, and nothing is left beside it.
  func replace(_ name: String, with bytes: [UInt8], naming path: String) throws(GitError) {
    var status = stat()
    let hasOld = fstatat(descriptor.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    if hasOld, FileKind(status) != .regular {
      throw FileKind(status).error(attempt: writing, input: path)
    }
    let (number, temporary) = try create(beside: name, path)
    do throws(GitError) {
      let file = FileDescriptor(number)
      if hasOld, fchmod(number, status.st_mode & 0o7777) != 0 { throw systemError(errno, path) }
      try file.writeAll(bytes, naming: path)
      guard fsync(number) == 0 else { throw systemError(errno, path) }
      guard renameat(descriptor.number, temporary, descriptor.number, name) == 0 else {
        throw systemError(errno, path)
      }
    } catch {
      unlinkat(descriptor.number, temporary, 0)
      throw error
    }
  }

  /// Makes a new file for writing, with the mode that the user's mask leaves.
  private func create(
    beside name: String,
    _ path: String
  ) throws(GitError) -> (number: Int32, name: String) {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<16 {
      let temporary = ".\(name.utf8.count < 200 ? name : "list").\(generator.next() as UInt32)"
      let number = openat(
        descriptor.number,
        temporary,
        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
        0o666
      )
      if number >= 0 { return (number, temporary) }
      guard errno == EEXIST else { break }
    }
    throw systemError(errno, path)
  }
}

extension FileDescriptor {
  /// Writes all bytes; `path` is for errors.
  fileprivate borrowing func writeAll(_ bytes: [UInt8], naming path: String) throws(GitError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw systemError(count < 0 ? errno : ENOSPC, path) }
      written += count
    }
  }
}

private func systemError(_ number: Int32, _ path: String) -> GitError {
  let remedy =
    switch number {
    case EACCES, EPERM, EROFS: "see that the file and its folder can be written"
    case ENOSPC, EDQUOT: "make room where it is"
    default: nil as String?
    }
  return GitError(
    .system,
    attempt: writing,
    input: path,
    reason: systemMessage(number),
    remedy: remedy
  )
}
