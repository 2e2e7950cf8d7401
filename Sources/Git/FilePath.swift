/// A path inside a repository, relative to its root: names between slashes.
struct FilePath {
  /// The names, outermost first; never empty.
  let components: [String]
  /// The path as git writes it.
  let string: String

  /// Reads a path as git writes it; `./`, doubled slashes and a slash at the end are ignored.
  ///
  /// - Throws: `invalidPath` for a path that no file of a repository can have: an absolute one, one
  ///   with `..`, one into `.git`. `attempt` is for the error.
  init(_ path: String, attempt: String) throws(GitError) {
    func invalid(_ reason: String) -> GitError {
      GitError(
        .invalidPath,
        attempt: attempt,
        input: path,
        reason: reason,
        remedy: "name it from the root of the repository, as git does"
      )
    }
    if path.utf8.first == UInt8(ascii: "/") { throw invalid("the path is absolute") }
    if path.utf8.contains(0) { throw invalid("there is a NUL in the path") }
    var components: [String] = []
    for component in path.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(Substring(component))
      if name == "." { continue }
      if name == ".." { throw invalid("the path leads upwards with '..'") }
      if name.lowercased() == ".git" { throw invalid("it lies in git's own folder") }
      components.append(name)
    }
    if components.isEmpty { throw invalid("the path names no file") }
    self.components = components
    string = components.dropFirst().reduce(components[0]) { $0 + "/" + $1 }
  }
}
