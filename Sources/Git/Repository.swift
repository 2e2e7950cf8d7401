import CGit2
import Glibc

/// A git repository, read and never written: no hook, filter, helper or network is ever used.
///
/// The path that is opened decides which repository this is. `GIT_DIR` and its kin are ignored, but
/// for `GIT_INDEX_FILE`, by which `git commit` tells its hooks what is about to be committed.
package struct Repository: ~Copyable {
  /// The largest file that is read, in bytes: 64 MiB.
  ///
  /// GitHub shows the first 512 KB of a README and refuses a push with a file of 100 MiB; a list of
  /// 100,000 entries takes 25 MB. What is larger is not a list, and would be read into memory.
  package static let fileSizeLimit = 64 << 20

  let handle: Handle

  /// The root of the work tree, an absolute path without a slash at its end; nil if bare.
  package let workTree: String?

  /// The folder with `HEAD` and the index, an absolute path without a slash at its end.
  let gitDirectory: String

  /// The commits at which a shallow clone ends: their parents were not fetched.
  let shallowBoundary: Set<ObjectID>

  /// The index that `git commit` names to its hooks, if it is one of this repository.
  let hookIndex: String?

  /// Opens the repository that `path` is the work tree or the git folder of, or lies in.
  ///
  /// A work tree, a linked work tree, a bare repository and any folder below them will do.
  ///
  /// - Parameters:
  ///   - path: a folder, absolute or relative to the current one.
  ///   - trustingOwner: open it even if it belongs to another user. Git refuses that because such a
  ///     repository's settings can name programs to run; nothing here runs any.
  /// - Throws: `notARepository`, `foreignOwner`, `unsupported` or `system`.
  package init(at path: String, trustingOwner: Bool = false) throws(GitError) {
    try self.init(
      at: path,
      trustingOwner: trustingOwner,
      safeDirectories: nil,
      indexFile: getenv("GIT_INDEX_FILE").map { String(cString: $0) }
    )
  }

  /// Opens a repository with what the public initializer takes from the surroundings.
  ///
  /// - Parameters:
  ///   - path: a folder.
  ///   - trustingOwner: open it even if it belongs to another user.
  ///   - safeDirectories: whose repositories to trust; nil: what git's settings say.
  ///   - indexFile: the value of `GIT_INDEX_FILE`.
  /// - Throws: `notARepository`, `foreignOwner`, `unsupported` or `system`.
  init(
    at path: String,
    trustingOwner: Bool,
    safeDirectories: SafeDirectories?,
    indexFile: String?
  ) throws(GitError) {
    try Library.start()
    let handle = try openHandle(
      at: path,
      trustingOwner: trustingOwner,
      safeDirectories: safeDirectories
    )
    let gitDirectory = folder(git_repository_path(handle.pointer)) ?? "/"
    let shallowBoundary = try readShallowBoundary(
      in: folder(git_repository_commondir(handle.pointer)) ?? gitDirectory
    )
    self.gitDirectory = gitDirectory
    self.shallowBoundary = shallowBoundary
    workTree = root(ofWorkTree: handle.pointer)
    hookIndex = indexFile.flatMap { lies($0, below: gitDirectory) ? $0 : nil }
    self.handle = handle
  }

  /// Whether there is neither a work tree nor an index.
  package var isBare: Bool { workTree == nil }

  /// Whether the history was cut short when it was fetched.
  package var isShallow: Bool { !shallowBoundary.isEmpty }

  /// The folder to name to `git -C` in a remedy.
  var location: String { workTree ?? gitDirectory }

  /// Whether some objects were left on the server, to be fetched when needed.
  ///
  /// Calls `git_config_iterator_new`.
  var isPartial: Bool {
    get throws(Failure) {
      let pointer = handle.pointer
      let configuration = try Handle(freedBy: git_config_free) {
        git_repository_config_snapshot($0, pointer)
      }
      // Without a pattern: libgit2 1.5 never frees what PCRE2 needs to match one.
      let iterator = try Handle(freedBy: git_config_iterator_free) {
        git_config_iterator_new($0, configuration.pointer)
      }
      var entry: UnsafeMutablePointer<git_config_entry>?
      while true {
        let status = git_config_next(&entry, iterator.pointer)
        if status == GIT_ITEROVER.rawValue { return false }
        try Failure.check(status)
        let name = entry?.pointee.name.map { String(cString: $0) } ?? ""
        if name == "extensions.partialclone" { return true }
        if name.hasPrefix("remote."), name.hasSuffix(".promisor") { return true }
      }
    }
  }
}

/// Returns a folder as libgit2 writes it, without the slash at its end.
func folder(_ path: UnsafePointer<CChar>?) -> String? {
  guard let path else { return nil }
  var name = String(cString: path)
  while name.utf8.count > 1, name.hasSuffix("/") { name.removeLast() }
  return name
}

/// Returns the root of the work tree; nil if there is none.
func root(ofWorkTree repository: OpaquePointer) -> String? {
  git_repository_is_bare(repository) == 1 ? nil : folder(git_repository_workdir(repository))
}

/// Returns whether `file`, which need not exist yet, lies in or below `folder`.
private func lies(_ file: String, below folder: String) -> Bool {
  guard let slash = file.lastIndex(of: "/") else { return false }
  guard let resolved = realpath(String(file[..<slash]) + "/", nil) else { return false }
  defer { free(resolved) }
  let parent = String(cString: resolved)
  return parent == folder || parent.hasPrefix(folder + "/")
}
