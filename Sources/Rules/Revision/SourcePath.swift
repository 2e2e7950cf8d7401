internal import Text

/// The path of a file that a list is generated from, from the root of the repository.
struct SourcePath: Hashable, Sendable {
  let text: String

  /// Takes a path that stands in a file in a folder; nil where it is absolute, leads out of the
  /// repository or into git's own folder.
  init?(_ path: String, in folder: some Sequence<Substring> = EmptyCollection<Substring>()) {
    guard path.utf8.first != UInt8(ascii: "/") else { return nil }
    var names = Array(folder)
    for name in path.split(separator: "/") where name != "." {
      guard name.lowercased() != ".git", !name.utf8.contains(0) else { return nil }
      if name != ".." {
        names.append(name)
      } else if names.popLast() == nil {
        return nil
      }
    }
    guard !names.isEmpty else { return nil }
    text = names.joined(separator: "/")
  }

  /// Returns what a file at a path can mean by another one: from the root of the repository, or from
  /// its own folder.
  static func meanings(of source: String, in list: String) -> [SourcePath] {
    [SourcePath(source), SourcePath(source, in: list.split(separator: "/").dropLast())]
      .compactMap { $0 }
  }
}
