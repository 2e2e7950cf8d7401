import Foundation
import GitHubServer
import Testing

@testable import rubric

/// A release on the loopback interface, as the action downloads it.
///
/// The program in it only calls the one that was built with the tests. With the variable
/// `RUBRIC_RELEASE`, the files in that folder are served instead.
struct Release {
  var files: [String: [UInt8]] = [:]
  /// With what every request is refused; nil where files are served.
  var refusal: Int?

  static let machine: String = {
    var name = utsname()
    uname(&name)
    return withUnsafeBytes(of: &name.machine) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }()

  static var archive: String { "rubric-\(Rubric.version)-linux-\(machine).tar.gz" }

  init(in program: borrowing Program) throws {
    if let folder = ProcessInfo.processInfo.environment["RUBRIC_RELEASE"] {
      for name in [Self.archive, "SHA256SUMS-\(Self.machine)"] {
        let data = try Data(contentsOf: URL(filePath: folder).appending(path: name))
        files[name.hasPrefix("SHA256SUMS") ? "SHA256SUMS" : name] = Array(data)
      }
      return
    }
    let name = "rubric-\(Rubric.version)-linux-\(Self.machine)"
    let tree = program.folder.appending(path: "release/\(name)")
    try FileManager.default.createDirectory(at: tree, withIntermediateDirectories: true)
    let file = tree.appending(path: "rubric")
    try "#!/bin/sh\nexec '\(Program.executable.path)' \"$@\"\n"
      .write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let outcome = try program.run(
      executable: URL(filePath: "/bin/sh"),
      [
        "-c",
        "cd release && tar -czf \(Self.archive) \(name) && sha256sum \(Self.archive) >SHA256SUMS",
      ]
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    for name in [Self.archive, "SHA256SUMS"] {
      let file = program.folder.appending(path: "release/\(name)")
      files[name] = Array(try Data(contentsOf: file))
    }
  }

  /// The archive's checksum, as `SHA256SUMS` has it.
  var checksum: String {
    let lines = String(decoding: files["SHA256SUMS"] ?? [], as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasSuffix("  " + Self.archive) }.map { String($0.prefix(64)) } ?? ""
  }

  /// Serves the files below the tag of this version.
  func serve() -> LoopbackServer {
    let files = Dictionary(
      uniqueKeysWithValues: files.map { ("/v\(Rubric.version)/\($0.key)", $0.value) }
    )
    return LoopbackServer { [refusal] request in
      if let refusal { return LoopbackServer.Reply(status: refusal) }
      return files[request.path].map { LoopbackServer.Reply(body: $0) }
        ?? LoopbackServer.Reply(status: 404)
    }
  }
}
