import Foundation
import GitHubServer
import Testing

/// A repository in a temporary folder with a base and a head, and the scene that goes with it.
final class Clone {
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
