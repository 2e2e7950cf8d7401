internal import FoundationEssentials
internal import Git
internal import Learning
internal import ListModel
internal import Markdown
internal import Review
internal import Rules
internal import Text

/// The two versions of a repository that are compared: which commits they are, and how the lists
/// read there.
struct Comparison: ~Copyable {
  private let repository: Repository
  let ends: Ends
  /// The lists that were named, by their paths from the root; empty where none was.
  let namedLists: [String]

  /// Where a comparison begins and ends.
  struct Ends {
    let base: Commit
    let mergeBase: ObjectID
    let head: Version
    /// The UTC calendar year of the head commit; for the work tree, of the last commit.
    let year: Int
    /// The default branch as it was last fetched, where `HEAD` is on it, has other commits, and was taken
    /// for the base instead.
    var fetched: String?

    /// The commit at the head; nil for the work tree and the index.
    var headID: ObjectID? {
      if case .commit(let id) = head { id } else { nil }
    }
  }

  init(_ options: RepositoryOptions, _ versions: VersionOptions) throws {
    let repository = try Repository(at: options.repository, trustingOwner: options.trustsOwner)
    let paths = ListPaths(repository, folder: options.repository)
    var versions = versions
    let operands = try versions.takeLists(in: repository, paths)
    ends = try Ends(versions, in: repository)
    namedLists = (options.lists + operands).map(paths.fromRoot)
    self.repository = repository
  }

  /// The paths of the lists: those that were named, else those of the rulebook, else the README.
  ///
  /// A list that the contribution gave another name has that name.
  func listPaths(_ rulebook: RulebookChoice) throws -> [String] {
    let patterns = namedLists.map { PathPattern($0) }
    if !patterns.isEmpty, patterns.allSatisfy(\.isPath) { return try currentPaths(namedLists) }
    let candidates = try repository.markdownPaths(at: ends.head)
    if !patterns.isEmpty { return try lists(patterns, among: candidates) }
    if let lists = rulebook.lists(named: [], among: candidates) {
      let old = try repository.markdownPaths(at: .commit(ends.mergeBase))
      guard !lists.isEmpty || rulebook.lists(named: [], among: old)?.isEmpty == false else {
        throw ListFileError(
          path: RulebookChoice.path,
          place: placeOfHead,
          reason: "no Markdown file matches its 'lists'",
          remedy: "'*' stops at a slash and '**' does not"
        )
      }
      return try currentPaths(lists)
    }
    if let readme = ListNames.readme(among: candidates) { return [readme] }
    let current = try currentPath("README.md")
    if current != "README.md" { return [current] }
    // A link or a folder of that name has an error of its own.
    _ = try repository.file("README.md", at: ends.head)
    let found = candidates.prefix(5).joined(separator: ", ")
    throw ListFileError(
      path: "README.md",
      place: placeOfHead,
      reason: "there is no such file",
      remedy: found.isEmpty
        ? "name the list with --list" : "name the list with --list; there is \(found)"
    )
  }

  /// Tells what is wrong with a list that a rulebook names; nil where there is such a file, or was one.
  ///
  /// A pattern may match nothing yet, where another does.
  func fault(of list: PathPattern) throws -> String? {
    let path = list.text
    let base = Version.commit(ends.mergeBase)
    guard list.isPath, try repository.file(path, at: ends.head) == nil,
      try repository.file(path, at: base) == nil
    else { return nil }
    let nearest = try repository.markdownPaths(at: ends.head).nearest(to: path)
    return "there is no file '\(path)' \(placeOfHead)"
      + (nearest.map { "; did you mean '\($0)'?" } ?? "")
  }

  /// Returns the lists that patterns name.
  private func lists(_ patterns: [PathPattern], among candidates: [String]) throws -> [String] {
    var lists: [String] = []
    for pattern in patterns {
      let found = pattern.isPath ? [pattern.text] : candidates.filter(pattern.matches)
      guard !found.isEmpty else {
        throw ListFileError(
          path: pattern.text,
          place: placeOfHead,
          reason: "no Markdown file matches the pattern",
          remedy: "'*' stops at a slash and '**' does not"
        )
      }
      lists += found.filter { !lists.contains($0) }
    }
    return lists
  }

  /// Reads a list as it was at the merge base, under the name it had then; an empty list where it
  /// did not exist.
  ///
  /// What reads there as it does at the head is the head's text itself.
  func baseText(_ path: String, head: SourceText) throws -> SourceText {
    let version = Version.commit(ends.mergeBase)
    if ends.head == version { return head }
    let old = try repository.previousPath(of: path, from: ends.mergeBase, to: ends.head) ?? path
    let bytes = try repository.file(old, at: version, likely: head.bytes) ?? []
    return bytes == head.bytes ? head : try text(bytes, path: old, place: "at \(ends.mergeBase)")
  }

  /// Reads a list as it is at the head; an empty list where it was deleted.
  func headText(_ path: String) throws -> SourceText {
    guard let bytes = try repository.file(path, at: ends.head) else {
      guard try repository.file(path, at: .commit(ends.mergeBase)) != nil else {
        let found = try repository.markdownPaths(at: ends.head).prefix(5).joined(separator: ", ")
        throw ListFileError(
          path: path,
          place: placeOfHead,
          reason: "there is no such file, at the base either",
          remedy: found.isEmpty ? "name another with --list" : "there is \(found)"
        )
      }
      return try text([], path: path, place: placeOfHead)
    }
    return try text(bytes, path: path, place: placeOfHead)
  }

  private func currentPaths(_ paths: [String]) throws -> [String] {
    var current: [String] = []
    for path in paths { current.append(try currentPath(path)) }
    return current
  }

  /// Returns the path that a list has at the head: another one where the contribution renamed it.
  private func currentPath(_ path: String) throws -> String {
    let base = Version.commit(ends.mergeBase)
    guard try repository.file(path, at: ends.head) == nil,
      try repository.file(path, at: base) != nil
    else { return path }
    let old = Set(try repository.markdownPaths(at: base))
    for candidate in try repository.markdownPaths(at: ends.head) where !old.contains(candidate) {
      let previous = try repository.previousPath(of: candidate, from: ends.mergeBase, to: ends.head)
      if previous == path { return candidate }
    }
    return path
  }

  /// Tells whether there is a file of a path at the head.
  func hasFile(_ path: String) throws -> Bool { try repository.file(path, at: ends.head) != nil }

  /// Reads a file that somebody names by its path on this machine as the base has it; nil where it is
  /// none of the repository's, or none yet.
  func fileAtBase(_ path: String) throws -> [UInt8]? {
    guard let workTree = repository.workTree else {
      return path.hasPrefix("/") ? nil : try repository.file(path, at: .commit(ends.base.id))
    }
    let file = URL(filePath: path)
    let folder = file.deletingLastPathComponent().resolvingSymlinksInPath().path
    let root = URL(filePath: workTree).resolvingSymlinksInPath().path
    guard folder == root || folder.hasPrefix(root + "/") else { return nil }
    let inside = String(folder.dropFirst(root.count).drop { $0 == "/" })
    let name = inside.isEmpty ? file.lastPathComponent : inside + "/" + file.lastPathComponent
    return try repository.file(name, at: .commit(ends.base.id))
  }

  /// Reads the rulebook that the repository has at the head, the work tree's as a rule; nil where it has
  /// none.
  func rulebookAtHead() throws -> [UInt8]? {
    try repository.file(RulebookChoice.path, at: ends.head)
  }

  /// Reads the rulebook that the repository has at the base; nil where it has none.
  func rulebookAtBase() throws -> [UInt8]? {
    try repository.file(RulebookChoice.path, at: .commit(ends.base.id))
  }

  /// Tells whether the contribution changes the repository's rulebook.
  func changesRulebook() throws -> Bool { try changes(RulebookChoice.path) }

  /// Tells whether the rulebook is not as the current commit has it.
  func hasUncommittedRulebook() throws -> Bool {
    try repository.isChanged(
      RulebookChoice.path,
      from: repository.commit("HEAD").id,
      to: ends.head
    )
  }

  /// Tells whether the contribution changes a file or a folder, whatever became of it.
  func changes(_ path: String) throws -> Bool {
    try repository.isChanged(path, from: ends.mergeBase, to: ends.head)
  }

  private var placeOfHead: String {
    switch ends.head {
    case .commit(let id): "at \(id)"
    case .index: "in the index"
    case .workTree: "in the work tree"
    }
  }

  private func text(_ bytes: [UInt8], path: String, place: String) throws -> SourceText {
    do throws(TextFault) {
      return try SourceText(validating: bytes)
    } catch {
      throw ListFileError(path: path, place: place, reason: error.reason, remedy: error.remedy)
    }
  }
}

extension Comparison.Ends {
  fileprivate init(_ versions: VersionOptions, in repository: borrowing Repository) throws {
    if let base = versions.base, let head = versions.head {
      let base = try repository.commit(base)
      let head = try repository.commit(head)
      self.init(
        base: base,
        mergeBase: try repository.mergeBase(base.id, head.id),
        head: .commit(head.id),
        year: head.committerYear
      )
      return
    }
    guard let current = try repository.head() else {
      throw GitError(
        .unknownRevision,
        attempt: "compare with",
        input: "HEAD",
        reason: "the repository has no commit yet",
        remedy: "commit the list first"
      )
    }
    let head = versions.isStaged ? Version.index : .workTree
    if let base = versions.base {
      let base = try repository.commit(base)
      self.init(base: base, mergeBase: base.id, head: head, year: current.committerYear)
      return
    }
    var base = current
    var fetched: String?
    // What the next commit brings is told apart from what the branch has brought so far.
    if !versions.isStaged, let trunk = try repository.defaultBranch() {
      // On the default branch nobody contributes to it: its own rulebook and exceptions hold.
      let own = repository.currentBranch().map { [$0, "origin/" + $0] } ?? []
      if !own.contains(trunk.name) {
        base = trunk.commit
      } else if trunk.commit.id != current.id {
        fetched = trunk.name
      }
    }
    self.init(
      base: base,
      mergeBase: try repository.mergeBase(base.id, current.id),
      head: head,
      year: current.committerYear,
      fetched: fetched
    )
  }
}
