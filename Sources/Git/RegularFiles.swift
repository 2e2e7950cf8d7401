import Glibc

/// Throws where a repository at or above a folder has something else in the place of one of git's own files: whoever
/// opened a pipe there would wait for a writer that never comes.
///
/// Looked at are the files that are read whenever a repository is opened, and the reference that HEAD names.
func requireRegularGitFiles(atOrAbove path: String) throws(GitError) {
  guard let real = realpath(path, nil) else { return }
  defer { free(real) }
  var folder = String(cString: real)
  while true {
    try requireRegular(folder + "/.git")
    for candidate in [folder + "/.git", folder] where access(candidate + "/HEAD", F_OK) == 0 {
      for name in gitFiles { try requireRegular(candidate + "/" + name) }
      try requireRegularTarget(ofHeadIn: candidate)
      return
    }
    // A linked work tree or a submodule: its `.git` is a file that names the folder.
    if access(folder + "/.git", F_OK) == 0 { return }
    guard folder != "/", let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
  }
}

/// What libgit2 reads by a fixed name.
private let gitFiles = [
  "HEAD", "ORIG_HEAD", "commondir", "config", "config.worktree", "gitdir", "index",
  "info/attributes",
  "info/exclude", "objects/info/alternates", "packed-refs", "shallow",
]

/// HEAD names a branch by the path of its file.
private func requireRegularTarget(ofHeadIn gitDirectory: String) throws(GitError) {
  let path = gitDirectory + "/HEAD"
  guard let file = try FileDescriptor.open(path, attempt: "open repository") else { return }
  let bytes = try file.readAll(limit: 4096, attempt: "open repository", input: path)
  let prefix = Array("ref: ".utf8)
  guard bytes.starts(with: prefix) else { return }
  let name = bytes.dropFirst(prefix.count).prefix { $0 > UInt8(ascii: " ") }
  try requireRegular(gitDirectory + "/" + String(decoding: name, as: UTF8.self))
}

private func requireRegular(_ path: String) throws(GitError) {
  var status = stat()
  guard stat(path, &status) == 0, FileKind(status) == .other else { return }
  throw GitError(
    .notARepository,
    attempt: "open repository",
    input: path,
    reason: "it is a pipe or a device where git has a file",
    remedy: "put the file back, or clone anew"
  )
}
