import CGit2
import Glibc
import Synchronization

/// libgit2 as a whole: started on first use, never before, and never shut down.
enum Library {
  /// Whether repositories may be opened whoever owns them is a setting of the whole library, so
  /// that opening one excludes opening another.
  static let opening = Mutex<Void>(())

  /// Starts libgit2 if it is not running.
  ///
  /// The first call costs up to 5 ms with a libgit2 that speaks HTTPS, because that reads all of
  /// the system's certificates.
  static func start() throws(GitError) {
    try started.get()
  }

  private static let started = Result { () throws(GitError) in
    do throws(Failure) {
      // git_libgit2_init counts its calls; there is one, for the life of the process.
      try Failure.check(git_libgit2_init())
      // Git does not hash what it reads either, and it would be half the time of a large file.
      try Failure.check(cgit2_set_strict_hash_verification(0))
      // A run reads hardly any object twice; keeping them doubles the time of a long walk.
      try Failure.check(cgit2_set_caching(0))
      try Failure.check(setExtensions())
      try forgetClosedHome()
    } catch {
      throw GitError(
        .library,
        attempt: "start",
        input: "libgit2",
        reason: error.message
      )
    }
  }

  /// Leaves out the settings in a home that this user may not enter, as git does: a container may run a
  /// program as another user than its HOME is for.
  private static func forgetClosedHome() throws(Failure) {
    guard let home = getenv("HOME"), access(home, X_OK) != 0, errno == EACCES else { return }
    for level in [GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG] {
      try Failure.check(cgit2_set_search_path(level, ""))
    }
  }

  /// Extensions that change nothing for a reader of objects and of the index.
  ///
  /// See [the list of extensions](https://git-scm.com/docs/git-config#Documentation/git-config.txt-extensions).
  private static func setExtensions() -> Int32 {
    "worktreeconfig".withCString { worktreeConfig in
      "partialclone".withCString { partialClone in
        "preciousobjects".withCString { preciousObjects in
          "relativeworktrees".withCString { relativeWorktrees in
            var names: [UnsafePointer<CChar>?] = [
              worktreeConfig, partialClone, preciousObjects, relativeWorktrees,
            ]
            return cgit2_set_extensions(&names, names.count)
          }
        }
      }
    }
  }
}
