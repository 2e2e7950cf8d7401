import Foundation
import Testing

/// What the README and its pages show is what the program does.
struct DocumentationTests {
  private static let root = URL(filePath: #filePath)
    .appending(path: "../../..").standardized

  /// The README, and the pages it leads to.
  private static func pages() throws -> [String] {
    let folder = root.appending(path: ".github/docs")
    let pages = try FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return try ([root.appending(path: "README.md")] + pages.filter { $0.pathExtension == "md" })
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  @Test func `the finding that the README shows is what the demonstration prints`() throws {
    let program = try Program()
    let output = try program.run("demo", program.folder.appending(path: "sample").path).output
    let readme = try #require(try Self.pages().first)
    let blocks = readme.components(separatedBy: "```text\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
      .filter { $0.hasPrefix("README.md:") }
    #expect(blocks.count == 1)
    for block in blocks { #expect(output.contains(block)) }
  }

  /// A command line that a page shows, without its comment.
  private static func commandLines() throws -> Set<[String]> {
    var found: Set<[String]> = []
    for line in try pages().flatMap({ $0.split(separator: "\n") }) {
      var words = line.split(separator: " ").map(String.init)
      if words.first == "$" { words.removeFirst() }
      guard words.first == "rubric", words.count > 1 else { continue }
      let ends: Set = ["#", "|", ">", "&&"]
      found.insert(Array(words.dropFirst().prefix { !ends.contains($0) }))
    }
    return found
  }

  @Test func `each command and option that a page shows is one`() throws {
    let program = try Program()
    let lines = try Self.commandLines()
    #expect(lines.count > 20)
    let help = try Dictionary(
      uniqueKeysWithValues: Set(lines.compactMap(\.first)).map { command in
        (command, try program.run(command, "--help"))
      }
    )
    for line in lines {
      let outcome = try #require(help[line[0]])
      #expect(outcome.status == 0, "\(line)")
      for option in line where option.hasPrefix("--") {
        let name = option.split(separator: "=")[0]
        #expect(outcome.output.contains(name), "\(line)")
      }
    }
  }
}
