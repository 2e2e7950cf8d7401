import CGit2
import Glibc

extension Repository {
  /// The folder from which git runs a repository's hooks.
  package struct HooksFolder: Sendable, Equatable {
    /// An absolute path; the folder need not exist.
    package let path: String
    /// Whether it lies in the work tree or in git's own folder, all links followed.
    package let isInside: Bool
    /// Whether the user's or the system's settings name it, for other repositories too.
    package let isShared: Bool
  }

  /// Returns the folder from which git runs this repository's hooks: what `core.hooksPath` says, else
  /// `hooks` beside the objects, which linked work trees have in common.
  ///
  /// Calls `git_config_get_entry` and `git_config_get_path`.
  package func hooksFolder() throws(GitError) -> HooksFolder {
    let name = "core.hookspath"
    return try attempting("read git setting", name) { () throws(Failure) in
      let configuration = try Handle(freedBy: git_config_free) {
        git_repository_config_snapshot($0, handle.pointer)
      }
      var entry: UnsafeMutablePointer<git_config_entry>?
      let status = git_config_get_entry(&entry, configuration.pointer, name)
      if status == GIT_ENOTFOUND.rawValue {
        let common = folder(git_repository_commondir(handle.pointer)) ?? gitDirectory
        return hooksFolder(common + "/hooks", isShared: false)
      }
      try Failure.check(status)
      let level = entry?.pointee.level ?? GIT_CONFIG_LEVEL_LOCAL
      git_config_entry_free(entry)
      var buffer = git_buf()
      defer { git_buf_dispose(&buffer) }
      // With the user's folder for a tilde.
      try Failure.check(git_config_get_path(&buffer, configuration.pointer, name))
      let path = folder(buffer.ptr) ?? ""
      return hooksFolder(
        path.hasPrefix("/") ? path : "\(workTree ?? gitDirectory)/\(path)",
        isShared: level.rawValue < GIT_CONFIG_LEVEL_LOCAL.rawValue
      )
    }
  }

  private func hooksFolder(_ path: String, isShared: Bool) -> HooksFolder {
    let common = folder(git_repository_commondir(handle.pointer)) ?? gitDirectory
    let roots = [workTree, gitDirectory, common].compactMap { $0.flatMap(realPath) }
    // The folder itself need not exist yet.
    let parent = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
    let real = realPath(path) ?? realPath(parent).map { $0 + "/hooks" }
    let isInside = real.map { real in roots.contains { real.hasPrefix($0 + "/") } } ?? false
    return HooksFolder(path: path, isInside: isInside, isShared: isShared)
  }
}

/// Returns a path with all links followed; nil where there is nothing.
private func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
