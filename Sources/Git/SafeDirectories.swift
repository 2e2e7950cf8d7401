import CGit2
import Glibc

/// The repositories that the user's own settings trust although someone else owns them.
///
/// See [`safe.directory`](https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory).
struct SafeDirectories {
  private var directories: [String] = []
  private var all = false

  /// Takes the values of `safe.directory`, the weakest first; an empty one revokes those before.
  init(values: [String], home: String?) {
    for value in values {
      switch value {
      case "":
        directories = []
        all = false
      case "*":
        all = true
      default:
        if value.hasPrefix("~/"), let home {
          directories.append(home + value.dropFirst())
        } else {
          directories.append(value)
        }
      }
    }
  }

  /// Returns whether the repository at `path`, an absolute path without links, is trusted.
  func contains(_ path: String) -> Bool {
    if all { return true }
    return directories.contains { directory in
      if directory.hasSuffix("/*") {
        return realPath(String(directory.dropLast())).map { path.hasPrefix(slashed($0)) } ?? false
      }
      return realPath(directory) == path
    }
  }

  /// Reads the settings that a repository cannot change: the system's, the user's, and those of the
  /// command line that git hands down.
  ///
  /// Calls `git_config_multivar_iterator_new`.
  static func configured() throws(GitError) -> SafeDirectories {
    var values: [String]
    do throws(Failure) {
      values = try configuredValues()
    } catch {
      throw GitError(
        .library,
        attempt: "read git setting",
        input: "safe.directory",
        reason: error.message
      )
    }
    values += commandLineValues(environment)
    return SafeDirectories(values: values, home: environment("HOME"))
  }

  /// Returns the values among the settings that `git -c` hands to the programs it starts, by
  /// `GIT_CONFIG_COUNT`, `GIT_CONFIG_KEY_<n>` and `GIT_CONFIG_VALUE_<n>`.
  static func commandLineValues(_ environment: (String) -> String?) -> [String] {
    let count = environment("GIT_CONFIG_COUNT").flatMap { Int($0) } ?? 0
    var values: [String] = []
    for index in 0..<max(0, min(count, 1_000))
    where environment("GIT_CONFIG_KEY_\(index)")?.lowercased() == "safe.directory" {
      values.append(environment("GIT_CONFIG_VALUE_\(index)") ?? "")
    }
    return values
  }

  private static func configuredValues() throws(Failure) -> [String] {
    let configuration = try Handle(freedBy: git_config_free) { git_config_new($0) }
    try add("GIT_CONFIG_SYSTEM", GIT_CONFIG_LEVEL_SYSTEM, to: configuration) {
      environment("GIT_CONFIG_NOSYSTEM") == nil ? git_config_find_system($0) : -1
    }
    if environment("GIT_CONFIG_GLOBAL") == nil {
      try add(nil, GIT_CONFIG_LEVEL_XDG, to: configuration) { git_config_find_xdg($0) }
    }
    try add("GIT_CONFIG_GLOBAL", GIT_CONFIG_LEVEL_GLOBAL, to: configuration) {
      git_config_find_global($0)
    }
    let iterator = try Handle(freedBy: git_config_iterator_free) {
      git_config_multivar_iterator_new($0, configuration.pointer, "safe.directory", nil)
    }
    var values: [String] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while true {
      let status = git_config_next(&entry, iterator.pointer)
      if status == GIT_ITEROVER.rawValue { return values }
      try Failure.check(status)
      values.append(entry?.pointee.value.map { String(cString: $0) } ?? "")
    }
  }

  /// Adds the file that the variable names, else the one that `find` finds, if there is one.
  private static func add(
    _ variable: String?,
    _ level: git_config_level_t,
    to configuration: borrowing Handle,
    orFoundBy find: (UnsafeMutablePointer<git_buf>) -> Int32
  ) throws(Failure) {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    var path = variable.flatMap(environment)
    if path == nil, find(&buffer) == 0, let found = buffer.ptr { path = String(cString: found) }
    guard let path, access(path, R_OK) == 0 else { return }
    try Failure.check(
      git_config_add_file_ondisk(configuration.pointer, path, level, nil, 0)
    )
  }
}

/// Returns the value of an environment variable.
private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// Returns `path` without links, dots and a slash at its end; nil if there is nothing there.
private func realPath(_ path: String) -> String? {
  guard path.hasPrefix("/"), let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

private func slashed(_ path: String) -> String {
  path.hasSuffix("/") ? path : path + "/"
}
