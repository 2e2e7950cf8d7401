import Foundation
import Testing

extension Program {
  /// Runs the program in the folder on a terminal into which somebody types something; the output is all that shows
  /// there.
  func run(_ arguments: [String], typing text: String) throws -> Outcome {
    let words = [Self.executable.path] + arguments
    let command = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["--quiet", "--return", "--command", command, "/dev/null"]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path]
    let (keyboard, screen) = (Pipe(), Pipe())
    process.standardInput = keyboard
    process.standardOutput = screen
    try process.run()
    try keyboard.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    // It stays open until the program ends, as a terminal does.
    let shown = try screen.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try keyboard.fileHandleForWriting.close()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n"),
      errors: ""
    )
  }
}
