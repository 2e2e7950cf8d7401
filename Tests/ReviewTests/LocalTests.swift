import Foundation
import Git
import GitHubServer
import Review
import Testing

/// Objects from a repository on this machine.
@Suite(.serialized) struct LocalTests {
  @Test func `with the objects at hand a first review takes four requests`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.comments.count == 3)
    #expect(bench.counts().requests == 4)
    #expect(bench.counts().writes == 1)
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.counts(since: 4) == (3, 0))
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `what the repository lacks comes from GitHub`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    try clone.git("checkout", "-q", "--orphan", "other")
    try clone.git("branch", "-qD", "main", "head")
    try clone.git("reflog", "expire", "--expire=now", "--all")
    try clone.git("gc", "-q", "--prune=now")
    let bench = Bench(clone.scene)
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.comments.count == 3)
    #expect(bench.counts().requests == 5)
  }

  @Test func `without GitHub's list of files the repository says what differs`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    bench.github.fail(Fault(.status(404, "Not Found"), path: "/files"))
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.comments.map(\.line) == [50, 51, 52])
  }

  @Test func `a pull request that is closed meanwhile gets nothing`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    bench.github.edit(afterRequests: 1) { $0.pulls[1]?.state = "closed" }
    _ = try await bench.run(folder: clone.folder)
    #expect(bench.counts().writes == 0)
  }

  @Test func `a repository that somebody names has to be one`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    await #expect(throws: GitError.self) {
      try await bench.run(folder: "/nowhere", requiresRepository: true)
    }
    #expect(bench.github.exchanges.isEmpty)
  }

  @Test func `nothing is written to the repository or its work tree`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let before = try clone.files()
    let bench = Bench(clone.scene)
    _ = try await bench.run(folder: clone.folder)
    #expect(try clone.files() == before)
  }

  @Test func `a push that is at hand takes no request`() async throws {
    let clone = try Clone(base: List.text(), head: List.text(adding: List.faulty))
    let bench = Bench(clone.scene)
    let event: JSON = [
      "ref": "refs/heads/main", "before": .string(clone.base), "after": .string(clone.head),
      "repository": ["full_name": "octo/list", "default_branch": "main"],
    ]
    let outcome = try await bench.run(event: ("push", event), folder: clone.folder)
    #expect(outcome.summary?.annotations.count == 3)
    #expect(bench.github.exchanges.isEmpty)
  }
}

/// A repository in a temporary folder with a base and a head, and the scene that goes with it.
private final class Clone {
  let folder: String
  private(set) var base = ""
  private(set) var head = ""
  let scene: Scene

  init(base: String, head: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rubric-review-\(UInt64.random(in: 0 ... .max))").path
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let git = { (arguments: [String]) in try run(["-C", folder] + arguments) }
    _ = try git(["init", "-q", "--initial-branch=main"])
    var names: [String] = []
    for (text, branch) in [(base, "main"), (head, "head")] {
      if branch == "head" { _ = try git(["checkout", "-q", "-b", branch]) }
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/README.md"))
      _ = try git(["add", "README.md"])
      _ = try git(["commit", "-q", "-m", branch])
      names.append(try git(["rev-parse", "HEAD"]))
    }
    let (old, new) = (names[0], names[1])
    var scene = Scene(base: base, head: head)
    scene.commits = [
      old: Scene.Commit(sha: old, parents: [], files: ["README.md": base]),
      new: Scene.Commit(sha: new, parents: [old], files: ["README.md": head]),
    ]
    scene.branches["main"] = old
    scene.pulls[1]?.heads = [new]
    self.scene = scene
    (self.base, self.head) = (old, new)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func git(_ arguments: String...) throws {
    _ = try run(["-C", folder] + arguments)
  }

  /// The names and sizes of all files, those of git too.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      return "\(name) \(attributes[.size] ?? 0) \(attributes[.modificationDate] ?? 0)"
    }
  }
}

/// Runs git without anybody's settings; returns what it prints, without the line end.
private func run(_ arguments: [String]) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["git"] + arguments
  process.environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_AUTHOR_NAME": "Rubric", "GIT_AUTHOR_EMAIL": "rubric@example.org",
    "GIT_COMMITTER_NAME": "Rubric", "GIT_COMMITTER_EMAIL": "rubric@example.org",
    "GIT_AUTHOR_DATE": "1767225600 +0000", "GIT_COMMITTER_DATE": "1767225600 +0000",
  ]
  let output = Pipe()
  process.standardOutput = output
  process.standardError = Pipe()
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  try #require(process.terminationStatus == 0, "git \(arguments)")
  return text.trimmingCharacters(in: .whitespacesAndNewlines)
}
