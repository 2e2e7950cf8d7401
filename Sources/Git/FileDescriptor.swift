import Glibc

/// An open file; closed when its scope ends.
struct FileDescriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit {
    close(number)
  }

  /// Opens a file for reading; nil if there is none.
  static func open(_ path: String, attempt: String) throws(GitError) -> FileDescriptor? {
    // Not to wait for a writer, should it be a pipe.
    let number = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if number >= 0 { return FileDescriptor(number) }
    if errno == ENOENT { return nil }
    throw GitError(.system, attempt: attempt, input: path, reason: systemMessage(errno))
  }

  /// Reads to the end.
  ///
  /// - Throws: `tooLarge`, before anything is read, if there are more than `limit` bytes; or
  ///   `system`. `attempt` and `input` are for the error.
  func readAll(limit: Int, attempt: String, input: String) throws(GitError) -> [UInt8] {
    var status = stat()
    guard fstat(number, &status) == 0 else {
      throw GitError(.system, attempt: attempt, input: input, reason: systemMessage(errno))
    }
    guard status.st_size <= limit else {
      throw .tooLarge(size: Int(status.st_size), attempt: attempt, input: input)
    }
    // One byte more than there should be: a file that grows meanwhile fills it.
    let capacity = Int(status.st_size) + 1
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity {
        let count = read(number, buffer.baseAddress.map { $0 + filled }, capacity - filled)
        if count == 0 { break }
        if count > 0 {
          filled += count
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    guard failure == 0 else {
      throw GitError(.system, attempt: attempt, input: input, reason: systemMessage(failure))
    }
    guard bytes.count < capacity else {
      throw GitError(
        .system,
        attempt: attempt,
        input: input,
        reason: "it grew while it was read",
        remedy: "try again"
      )
    }
    return bytes
  }
}

/// Returns the system's words for an error number, in the style of our messages.
func systemMessage(_ number: Int32) -> String {
  let message = strerror(number).map { String(cString: $0) } ?? "error \(number)"
  return message.prefix(1).lowercased() + message.dropFirst()
}

extension GitError {
  /// The error for a file that is larger than ``Repository/fileSizeLimit``.
  static func tooLarge(size: Int, attempt: String, input: String) -> GitError {
    GitError(
      .tooLarge,
      attempt: attempt,
      input: input,
      reason: "it has \(size) bytes, and \(Repository.fileSizeLimit) are the most that is read"
    )
  }
}
