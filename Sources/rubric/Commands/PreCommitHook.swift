internal import Git
internal import Glibc

/// Git's own hook that reviews what is about to be committed.
struct PreCommitHook {
  /// The lists to look at; empty for those that the rulebook names, or the README.
  let lists: [String]
  /// Whether it may go to a folder outside the repository, which others may share.
  let leavesRepository: Bool

  /// The line by which a hook is known to be one of these.
  private static let mark = "# Written by `rubric init --hook`"

  private var script: String {
    let command = (["rubric check --staged"] + lists.map { shellQuoted("--list=\($0)") })
      .joined(separator: " ")
    return """
      #!/bin/sh
      \(Self.mark): checks what is about to be committed.
      # To commit without it: git commit --no-verify. To remove it: delete this file.
      command -v rubric >/dev/null || {
        echo "pre-commit: rubric is not on the PATH; 'git commit --no-verify' commits without a check" >&2
        exit 1
      }
      exec \(command)

      """
  }

  /// Writes the hook of a repository; returns a sentence that says what was done.
  ///
  /// A hook that is somebody else's is left alone.
  func install(in repository: borrowing Repository) throws -> String {
    guard repository.workTree != nil else {
      throw HookError(
        reason: "a bare repository has no work tree to commit from",
        remedy: "use a work tree"
      )
    }
    let folder = try repository.hooksFolder()
    let path = folder.path + "/pre-commit"
    guard !folder.isShared else {
      throw HookError(
        reason: "core.hooksPath in your own settings makes '\(folder.path)' the folder of"
          + " every repository's hooks",
        remedy:
          "set core.hooksPath for this repository, or put `rubric check --staged` there yourself",
        isRefusal: true
      )
    }
    guard leavesRepository || folder.isInside else {
      throw HookError(
        reason: "core.hooksPath leads out of the repository, to '\(folder.path)'",
        remedy: "say --force to write it there all the same"
      )
    }
    guard unsafe mkdir(folder.path, 0o777) == 0 || errno == EEXIST else {
      throw HookError(folder.path, errno)
    }
    var file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o777)
    var done = "wrote"
    if file < 0, errno == EEXIST {
      guard let old = try ownHook(at: path) else {
        throw HookError(
          reason: "another hook is there: '\(path)'",
          remedy: "add this line to it: rubric check --staged",
          isRefusal: true
        )
      }
      if old == Array(script.utf8) { return "\(path) is installed already" }
      file = unsafe open(path, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC)
      done = "rewrote"
    }
    guard file >= 0 else { throw HookError(path, errno) }
    defer { close(file) }
    let bytes = Array(script.utf8)
    let count = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
    guard count == bytes.count else {
      let number = count < 0 ? errno : ENOSPC
      // Git takes an empty hook for one that agrees to everything.
      _ = unsafe unlink(path)
      throw HookError(path, number)
    }
    return "\(done) \(path): each commit is now checked first"
  }

  /// Reads the hook that is there, if it is one of these.
  private func ownHook(at path: String) throws -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      // A link: whatever it leads to is not ours to write.
      if errno == ELOOP { return nil }
      throw HookError(path, errno)
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe read(file, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw HookError(path, errno) }
    bytes.removeSubrange(count...)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2)
    guard lines.count > 1, lines[1].starts(with: Self.mark.utf8) else { return nil }
    return bytes
  }
}

/// A hook that could not be written.
struct HookError: Error, CustomStringConvertible {
  private let reason: String
  private let remedy: String?
  /// Whether the program itself declined to touch what is not its own.
  let isRefusal: Bool

  init(reason: String, remedy: String, isRefusal: Bool = false) {
    self.reason = reason
    self.remedy = remedy
    self.isRefusal = isRefusal
  }

  /// The system refused.
  init(_ path: String, _ number: Int32) {
    reason = unsafe "'\(path)': \(String(cString: strerror(number)).lowercased())"
    remedy = nil
    isRefusal = false
  }

  var description: String {
    "cannot install the pre-commit hook: \(reason)" + (remedy.map { "; \($0)" } ?? "")
  }
}
