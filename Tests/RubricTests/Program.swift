import Foundation
import Testing

/// The program itself, run as a user runs it, on a repository of its own.
struct Program: ~Copyable {
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// A folder that is there as long as this is.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "rubric-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      Issue.record("\(error)")
    }
  }

  /// Makes the sample repository and returns its path.
  func sample() throws -> String {
    let path = folder.appending(path: "sample").path
    #expect(try run("demo", path).status == 0)
    return path
  }

  /// Runs the program in the folder.
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs the program in the folder, with more in its environment.
  func run(_ arguments: [String], in environment: [String: String] = [:]) throws -> Outcome {
    try run(executable: Self.executable, arguments, in: environment)
  }

  /// Runs git in the folder.
  @discardableResult
  func git(_ arguments: String...) throws -> Outcome {
    let identity = ["-c", "user.name=Rubric", "-c", "user.email=rubric@example.org"]
    let outcome = try run(executable: URL(filePath: "/usr/bin/git"), identity + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  /// The program that was built with the tests.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rubric")
  }

  /// Runs any program in the folder.
  func run(
    executable: URL,
    _ arguments: [String],
    in environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path]
      .merging(environment) { $1 }
    let output = folder.appending(path: "output-\(UUID().uuidString)")
    let errors = folder.appending(path: "errors-\(UUID().uuidString)")
    #expect(FileManager.default.createFile(atPath: output.path, contents: nil))
    #expect(FileManager.default.createFile(atPath: errors.path, contents: nil))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    defer {
      _ = unlink(output.path)
      _ = unlink(errors.path)
    }
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8)
    )
  }
}
