internal import FoundationEssentials
internal import Git
internal import Rules
internal import Text

/// Lists as somebody names them, found from where that person stands.
struct ListPaths {
  /// The root of the work tree; nil where there is none, and paths are those of the repository.
  private let root: String?
  /// The folder in which somebody stands, or that `--repo` names.
  private let folder: String

  init(_ repository: borrowing Repository, folder: String) {
    root = repository.workTree.map { URL(filePath: $0).resolvingSymlinksInPath().path }
    self.folder = folder
  }

  /// Returns the path of a list from the root of the repository.
  ///
  /// It is looked for from the named folder, then from the root, then from the current folder. What is
  /// nowhere, as a list that only a commit has, is taken for what it is from the named folder.
  ///
  /// A pattern is that of a rulebook, from the root, unless it begins with `./` or `../`.
  func fromRoot(_ path: String) -> String {
    if !PathPattern(path).isPath, !path.hasPrefix("./"), !path.hasPrefix("../") { return path }
    guard let root else { return path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
    let candidates = self.candidates(path, root)
    let found = candidates.first { isFile(root + "/" + $0) }
    return found ?? candidates.first ?? path
  }

  /// Tells whether there is a file in the work tree that somebody can mean by a word.
  func names(_ word: String) -> Bool {
    guard let root else { return false }
    return candidates(word, root).contains { isFile(root + "/" + $0) }
  }

  private func candidates(_ path: String, _ root: String) -> [String] {
    let places =
      path.hasPrefix("/") ? [""] : [resolved(folder) + "/", root + "/", resolved(".") + "/"]
    return places.compactMap { inside(root, standardized($0 + path)) }
  }

  private func resolved(_ folder: String) -> String {
    URL(filePath: folder).resolvingSymlinksInPath().path
  }

  /// Resolves `.` and `..` by the names alone: a list can be one that is no longer there.
  private func standardized(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  private func inside(_ root: String, _ path: String) -> String? {
    guard path.hasPrefix(root == "/" ? root : root + "/") else { return nil }
    return String(path.dropFirst(root.utf8.count).drop { $0 == "/" })
  }

  private func isFile(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
  }
}

extension VersionOptions {
  /// Takes what is not a revision but a file of the work tree for a list, and says so.
  mutating func takeLists(
    in repository: borrowing Repository,
    _ paths: ListPaths
  ) throws -> [String] {
    var lists: [String] = []
    var revisions: [String] = []
    // A list of one revision and nothing before it has that as both.
    let isOne = base == head
    for operand in [base, isOne ? nil : head].compactMap({ $0 }) {
      let isFile = paths.names(operand)
      guard isFile || operand.isMarkdownPath, try !isRevision(operand, in: repository)
      else {
        revisions.append(operand)
        continue
      }
      guard isFile else {
        throw ListFileError(
          path: operand,
          place: "in the work tree",
          reason: "there is no such file",
          remedy: "name one that is there, or leave the name out for the list that Rubric finds"
        )
      }
      lists.append(operand)
      printError("rubric: '\(operand)' is not a revision, so it is read as '--list \(operand)'")
    }
    base = revisions.first
    head = isOne ? base : revisions.dropFirst().first
    return lists
  }

  private func isRevision(_ name: String, in repository: borrowing Repository) throws -> Bool {
    do throws(GitError) {
      _ = try repository.commit(name)
      return true
    } catch  where [.unknownRevision, .notACommit].contains(error.code) {
      return false
    }
  }
}
