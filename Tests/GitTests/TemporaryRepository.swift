import Foundation

@testable import Git

/// A repository in a fresh temporary folder, made by the git on the path; removed with its folder.
final class TemporaryRepository {
  /// The folder that is removed in the end; clones and the like go beside the repository.
  let folder: String

  /// The repository itself.
  let path: String

  /// Makes a repository without commits on the branch `main`.
  init(_ options: String...) throws {
    folder = try makeTemporaryFolder()
    path = folder + "/list"
    try git(in: folder, ["init", "--quiet", "--initial-branch=main"] + options + [path])
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Runs git in the repository; returns what it prints, without the last line end.
  @discardableResult
  func git(_ arguments: String..., in directory: String? = nil) throws -> String {
    try git(in: directory ?? path, arguments)
  }

  @discardableResult
  func git(in directory: String, _ arguments: [String], input: String = "") throws -> String {
    try run("git", arguments, in: directory, input: input)
  }

  func write(_ text: String, to file: String) throws {
    let name = "\(path)/\(file)"
    try FileManager.default.createDirectory(
      atPath: String(name[..<(name.lastIndex(of: "/") ?? name.endIndex)]),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: URL(fileURLWithPath: name))
  }

  /// Commits everything in the work tree, the `minute`-th minute of 2024.
  @discardableResult
  func commit(_ message: String = "Change", minute: Int = 0) throws -> ObjectID {
    try git("add", "--all")
    return try commitIndex(message, minute: minute)
  }

  @discardableResult
  func commitIndex(_ message: String = "Change", minute: Int = 0) throws -> ObjectID {
    let date = "\(1_704_067_200 + 60 * minute) +0000"
    try run(
      "git",
      ["commit", "--quiet", "--allow-empty", "-m", message],
      in: path,
      environment: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date]
    )
    return try id("HEAD")
  }

  /// What git resolves a revision to.
  func id(_ revision: String) throws -> ObjectID {
    let object = try git("rev-parse", "--verify", "--quiet", revision)
    let hex = try git("rev-parse", "--verify", "--quiet", "\(object)^{commit}")
    return try ObjectID(hex: hex) ?? { throw CommandFailure(command: hex, output: "no name") }()
  }

  /// Clones to a folder beside the repository; returns its path.
  func clone(as name: String, _ options: String...) throws -> String {
    let clone = "\(folder)/\(name)"
    try git(in: folder, ["clone", "--quiet", "--no-local"] + options + ["file://\(path)", clone])
    return clone
  }
}

/// A command that did not end well.
struct CommandFailure: Error {
  let command: String
  let output: String
}

/// Runs a program in a neutral environment: no settings but fixed ones, no questions, no network.
@discardableResult
func run(
  _ program: String,
  _ arguments: [String],
  in directory: String,
  input: String = "",
  environment: [String: String] = [:]
) throws -> String {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.currentDirectoryURL = URL(fileURLWithPath: directory)
  process.environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    "HOME": directory, "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_ALLOW_PROTOCOL": "file",
    "GIT_AUTHOR_NAME": "Rubric", "GIT_AUTHOR_EMAIL": "rubric@example.org",
    "GIT_COMMITTER_NAME": "Rubric", "GIT_COMMITTER_EMAIL": "rubric@example.org",
    "GIT_AUTHOR_DATE": "1704067200 +0000", "GIT_COMMITTER_DATE": "1704067200 +0000",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
  ].merging(environment) { $1 }
  let output = Pipe()
  let errors = Pipe()
  let standardInput = Pipe()
  process.standardOutput = output
  process.standardError = errors
  process.standardInput = standardInput
  try process.run()
  try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
  try standardInput.fileHandleForWriting.close()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw CommandFailure(
      command: "\(program) \(arguments.joined(separator: " "))",
      output: text + complaint
    )
  }
  return text.hasSuffix("\n") ? String(text.dropLast()) : text
}

func makeTemporaryFolder() throws -> String {
  let template = FileManager.default.temporaryDirectory.path + "/rubric-git-XXXXXX"
  var bytes = Array(template.utf8CString)
  guard let made = mkdtemp(&bytes), let resolved = realpath(made, nil) else {
    throw CommandFailure(command: "mkdtemp", output: template)
  }
  defer { free(resolved) }
  return String(cString: resolved)
}

extension [UInt8] {
  /// A file's bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
