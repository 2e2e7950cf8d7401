import CGit2
import Glibc
import Synchronization

private let opening = "open repository"

/// Opens the repository at or above `path`.
///
/// Calls `git_repository_open_ext`.
func openHandle(
  at path: String,
  trustingOwner: Bool,
  safeDirectories: SafeDirectories?
) throws(GitError) -> Handle {
  try requireFolder(path)
  try requireRegularGitFiles(atOrAbove: path)
  return try Library.opening.withLock { (_) throws(GitError) -> Handle in
    if trustingOwner { return try openWithoutValidation(path) }
    do throws(Failure) {
      return try open(path)
    } catch {
      guard isAboutOwner(error) else { throw explain(error, opening: path) }
    }
    // libgit2 knows fewer forms of `safe.directory` than git does, so git's rule is applied here.
    let handle = try openWithoutValidation(path)
    let trusted =
      root(ofWorkTree: handle.pointer) ?? folder(git_repository_path(handle.pointer)) ?? path
    let safe: SafeDirectories
    if let safeDirectories {
      safe = safeDirectories
    } else {
      safe = try SafeDirectories.configured()
    }
    guard safe.contains(trusted) else {
      throw GitError(
        .foreignOwner,
        attempt: opening,
        input: path,
        reason: "'\(trusted)' belongs to another user",
        remedy:
          "if you trust it, run `git config --global --add safe.directory \(shellQuoted(trusted))`, "
          + "or use `--trust-repository`"
      )
    }
    return handle
  }
}

/// Reads the boundary of a shallow clone; empty if the clone is complete.
func readShallowBoundary(in commonDirectory: String) throws(GitError) -> Set<ObjectID> {
  let path = commonDirectory + "/shallow"
  let file = try FileDescriptor.open(path, attempt: opening)
  guard let file else { return [] }
  let bytes = try file.readAll(limit: Repository.fileSizeLimit, attempt: opening, input: path)
  var boundary = Set<ObjectID>()
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    guard let id = ObjectID(hex: String(decoding: line, as: UTF8.self)) else {
      throw GitError(
        .notARepository,
        attempt: opening,
        input: commonDirectory,
        reason: "its file 'shallow' does not list commits"
      )
    }
    boundary.insert(id)
  }
  return boundary
}

/// Returns `text` as one word of a shell command.
package func shellQuoted(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "@"), 0x80...:
      true
    default:
      false
    }
  }
  if isPlain, !text.isEmpty { return text }
  var quoted = "'"
  for character in text {
    if character == "'" { quoted += #"'\''"# } else { quoted.append(character) }
  }
  return quoted + "'"
}

private func open(_ path: String) throws(Failure) -> Handle {
  let handle = try Handle(freedBy: git_repository_free) {
    git_repository_open_ext($0, path, 0, nil)
  }
  guard try isBareByWorkTreeSettings(handle) else { return handle }
  let flags = GIT_REPOSITORY_OPEN_BARE.rawValue
  return try Handle(freedBy: git_repository_free) {
    git_repository_open_ext($0, path, flags, nil)
  }
}

/// Whether the settings of this work tree alone make the repository bare.
///
/// `git sparse-checkout` moves `core.bare` of a bare repository there, where libgit2 does not look:
/// it then takes the folder above for the work tree.
private func isBareByWorkTreeSettings(_ repository: borrowing Handle) throws(Failure) -> Bool {
  guard git_repository_is_worktree(repository.pointer) == 0,
    let gitDirectory = folder(git_repository_path(repository.pointer)),
    access(gitDirectory + "/config.worktree", F_OK) == 0
  else { return false }
  let settings = try Handle(freedBy: git_config_free) {
    git_config_open_ondisk($0, gitDirectory + "/config.worktree")
  }
  var isBare: Int32 = 0
  let status = git_config_get_bool(&isBare, settings.pointer, "core.bare")
  if status == GIT_ENOTFOUND.rawValue { return false }
  try Failure.check(status)
  return isBare != 0
}

/// Opens a repository whoever owns it; only while ``Library/opening`` is locked.
private func openWithoutValidation(_ path: String) throws(GitError) -> Handle {
  do throws(Failure) {
    try Failure.check(cgit2_set_owner_validation(0))
    defer { _ = cgit2_set_owner_validation(1) }
    return try open(path)
  } catch {
    throw explain(error, opening: path)
  }
}

/// Whether libgit2 refused because of the owner.
///
/// Without any `safe.directory` in git's settings, version 1.5 says that it missed this setting.
private func isAboutOwner(_ failure: Failure) -> Bool {
  failure.status == GIT_EOWNER
    || failure.status == GIT_ENOTFOUND && failure.category == GIT_ERROR_CONFIG
      && failure.message.contains("safe.directory")
}

/// Throws unless `path` is a folder: libgit2 would take a file's folder for it, and reports what
/// does not exist as if it were merely no repository.
private func requireFolder(_ path: String) throws(GitError) {
  guard !path.isEmpty else {
    throw GitError(.notARepository, attempt: opening, input: path, reason: "the path is empty")
  }
  var status = stat()
  guard stat(path, &status) == 0 else {
    let reason = errno == ENOENT ? "no such directory" : systemMessage(errno)
    throw GitError(
      errno == ENOENT ? .notARepository : .system,
      attempt: opening,
      input: path,
      reason: reason
    )
  }
  guard status.st_mode & S_IFMT == S_IFDIR else {
    throw GitError(.notARepository, attempt: opening, input: path, reason: "not a directory")
  }
}

private func explain(_ failure: Failure, opening path: String) -> GitError {
  let extensionPrefix = "unsupported extension name extensions."
  if failure.message.hasPrefix(extensionPrefix) {
    let name = failure.message.dropFirst(extensionPrefix.count)
    let (reason, remedy): (String, String?) =
      switch name {
      case "objectformat":
        (
          "its objects have SHA-256 names, and libgit2 reads only SHA-1",
          "use a SHA-1 repository (`git init --object-format=sha1`, then "
            + "`git fast-export --all` there into `git fast-import` here)"
        )
      case "refstorage":
        (
          "its references are not stored as files, and libgit2 reads only files",
          "run `git refs migrate --ref-format=files` in it"
        )
      default:
        ("it uses the extension '\(name)', which libgit2 does not know", nil)
      }
    return GitError(.unsupported, attempt: opening, input: path, reason: reason, remedy: remedy)
  }
  if failure.message.hasPrefix("unsupported repository version") {
    return GitError(.unsupported, attempt: opening, input: path, reason: failure.message)
  }
  if failure.status == GIT_ENOTFOUND, failure.category == GIT_ERROR_REPOSITORY {
    return GitError(
      .notARepository,
      attempt: opening,
      input: path,
      reason: "neither it nor a folder above it is a git repository",
      remedy: "name a work tree or a bare repository"
    )
  }
  // libgit2 keeps no error number; so reads, too, that a folder named in `.git` has gone.
  let isGone = failure.message.hasSuffix("No such file or directory")
  return GitError(
    failure.category == GIT_ERROR_OS && !isGone ? .system : .notARepository,
    attempt: opening,
    input: path,
    reason: failure.message
  )
}
