import Foundation
import Git
import Learning
import Markdown
import Page
import Review
import Rules
import Testing

/// A repository whose commits are a day apart.
final class HistoryRepository {
  let folder: URL
  private var count: Int64 = 0
  private static let first: Int64 = 1_700_000_000

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      Issue.record("\(error)")
    }
  }

  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments =
      ["-c", "user.name=Rubric", "-c", "user.email=rubric@example.org"] + arguments
    process.currentDirectoryURL = folder
    let date = "\(Self.first + count * 86_400) +0000"
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "GIT_AUTHOR_DATE": date,
      "GIT_COMMITTER_DATE": date,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }

  /// Commits a version of a file; nil takes it away.
  func commit(_ text: String?, path: String) throws {
    let file = folder.appending(path: path)
    if let text {
      try Data(text.utf8).write(to: file)
    } else {
      try FileManager.default.removeItem(at: file)
    }
    try git("add", "-A")
    try git("commit", "-q", "-m", "Version \(count)")
    count += 1
  }

  func rename(_ path: String, to other: String) throws {
    try git("mv", path, other)
    try git("commit", "-q", "-m", "Rename")
    count += 1
  }

  func merge(_ branch: String) throws {
    try git("merge", "-q", "--no-ff", "-m", "Merge", branch)
    count += 1
  }

  func shallowClone(depth: Int) throws -> String {
    let path = folder.appending(path: "shallow").path
    try git("clone", "-q", "--depth", "\(depth)", "file://\(folder.path)", path)
    return path
  }

  /// Reads the history of a list; `told` gets the index of each version that is read.
  func history(
    _ path: String,
    at folder: String? = nil,
    by rulebook: Rulebook? = nil,
    keptIn cache: HistoryCache? = nil,
    telling told: (Int) -> Void = { _ in }
  ) throws -> ListHistory {
    let repository = try Repository(at: folder ?? self.folder.path)
    let head = try repository.commit("HEAD")
    let text = SourceText(try #require(try repository.file(path, at: .commit(head.id))))
    let named = try rulebook ?? #require(try Rulebook.builtIn())
    let settings = RulebookChoice(named).rulebook(base: text, head: text)
    return try ListHistory(
      of: ListExport.List(path: path, document: settings.document(text), settings: settings),
      from: head.id,
      in: repository,
      keptIn: cache
    ) { index, _ in told(index) }
  }

  func days(_ path: String) throws -> [Int?] {
    try history(path).added.map { $0.map { Int(($0.seconds - Self.first) / 86_400) } }
  }

  /// Makes the page of the list as it is at the newest commit.
  func site() throws -> Site {
    let repository = try Repository(at: folder.path)
    let head = try repository.commit("HEAD")
    let text = SourceText(try #require(try repository.file("README.md", at: .commit(head.id))))
    let settings = RulebookChoice(try #require(try Rulebook.builtIn())).rulebook(
      base: text,
      head: text
    )
    let list = ListExport.List(
      path: "README.md",
      document: settings.document(text),
      settings: settings
    )
    return try Site(ListExport(revision: nil, lists: [list]), of: head, in: repository)
  }

  /// Judges lists as they are at the newest commit, and over their history.
  func health(_ paths: String...) throws -> Health {
    let repository = try Repository(at: folder.path)
    let head = try repository.commit("HEAD")
    var lists: [ListExport.List] = []
    var histories: [FileHistory] = []
    for path in paths {
      let text = SourceText(try #require(try repository.file(path, at: .commit(head.id))))
      let settings = RulebookChoice(try #require(try Rulebook.builtIn())).rulebook(
        base: text,
        head: text
      )
      lists.append(
        ListExport.List(path: path, document: settings.document(text), settings: settings)
      )
      histories.append(try repository.history(of: path, from: head.id))
    }
    return try Health(
      of: ListExport(revision: nil, lists: lists),
      histories,
      year: 2024,
      in: repository
    ) { _, _ in }
  }
}
