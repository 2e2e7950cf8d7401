import Foundation
import Testing

/// Lists that a program writes, as a maintainer's commits have them.
struct GeneratedListTests {
  private static let entry =
    "- One Paper about Things. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]\n"

  /// A program in whose folder a repository `list` has, at its last two commits, a list without and
  /// with a second entry; the last one changes the source, too, where `regenerated`.
  private func prepared(regenerated: Bool) throws -> Program {
    let program = try Program()
    try program.git("init", "--quiet", "--initial-branch", "main", "list")
    try write(Self.entry, "data/papers.yaml", program)
    try write(
      "# List\n\nThis list is generated from `data/papers.yaml`.\n\n## Papers\n\n\(Self.entry)",
      "README.md",
      program
    )
    try commit(program)
    let list = folder(program).appending(path: "README.md")
    let text = try String(contentsOf: list, encoding: .utf8)
    try write(
      text + Self.entry.replacing("One", with: "Two").replacing("00001", with: "00002"),
      "README.md",
      program
    )
    if regenerated { try write("more", "data/papers.yaml", program) }
    return program
  }

  private func folder(_ program: borrowing Program) -> URL {
    program.folder.appending(path: "list")
  }

  private func write(_ text: String, _ path: String, _ program: borrowing Program) throws {
    let file = folder(program).appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func commit(_ program: borrowing Program) throws {
    try program.git("-C", "list", "add", ".")
    try program.git("-C", "list", "commit", "--quiet", "--message", "List")
  }

  @Test(arguments: [true, false])
  func `an edit with that of its source is the program's, at every stage`(
    regenerated: Bool
  ) throws {
    let program = try prepared(regenerated: regenerated)
    func isReported(_ arguments: String...) throws -> Bool {
      try program.run(["check"] + arguments + ["--repo", "list"]).output
        .contains("edited-generated-list")
    }
    #expect(try isReported() == !regenerated)
    try program.git("-C", "list", "add", ".")
    #expect(try isReported("--staged") == !regenerated)
    try commit(program)
    #expect(try isReported("HEAD~1", "HEAD") == !regenerated)
  }
}
