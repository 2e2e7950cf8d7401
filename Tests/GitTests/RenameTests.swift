import Foundation
import Testing

@testable import Git

struct RenameTests {
  @Test func `a file that was moved unchanged is followed`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "README.md")
    let base = try made.commit()
    try made.write("other\n", to: "x.md")
    try made.git("mv", "README.md", "list.md")
    let head = try made.commit()
    let repository = try Repository(at: made.path)
    for version in [.commit(head), .index, .workTree] as [Version] {
      #expect(try repository.previousPath(of: "list.md", from: base, to: version) == "README.md")
    }
  }

  @Test func `a file that was moved and changed is followed`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "docs/README.md")
    try made.write("- quite another text\n", to: "docs/other.md")
    let base = try made.commit()
    try made.git("mv", "docs/README.md", "list.md")
    try made.git("rm", "--quiet", "docs/other.md")
    try made.write(list(replacing: 8) + "- a new entry\n", to: "list.md")
    let head = try made.commit()
    let repository = try Repository(at: made.path)
    for version in [.commit(head), .index, .workTree] as [Version] {
      #expect(
        try repository.previousPath(of: "list.md", from: base, to: version) == "docs/README.md"
      )
    }
  }

  @Test func `a file that was moved on disk only is followed in the work tree`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "README.md")
    let base = try made.commit()
    try FileManager.default.moveItem(
      atPath: made.path + "/README.md",
      toPath: made.path + "/list.md"
    )
    let repository = try Repository(at: made.path)
    #expect(try repository.previousPath(of: "list.md", from: base, to: .workTree) == "README.md")
    #expect(try repository.previousPath(of: "list.md", from: base, to: .index) == nil)
  }

  @Test func `a file that was rewritten is not followed`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "README.md")
    let base = try made.commit()
    try made.git("rm", "--quiet", "README.md")
    try made.write(list(replacing: 40), to: "list.md")
    let head = try made.commit()
    let repository = try Repository(at: made.path)
    #expect(try repository.previousPath(of: "list.md", from: base, to: .commit(head)) == nil)
  }

  @Test func `a copy of a file that stays is not a renaming`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "README.md")
    let base = try made.commit()
    try made.write(list(), to: "list.md")
    let head = try made.commit()
    let repository = try Repository(at: made.path)
    #expect(try repository.previousPath(of: "list.md", from: base, to: .commit(head)) == nil)
  }

  @Test func `a file that had its path at the base was not renamed`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "README.md")
    try made.write(list(), to: "list.md")
    let base = try made.commit()
    try made.git("rm", "--quiet", "README.md")
    let head = try made.commit()
    let repository = try Repository(at: made.path)
    #expect(try repository.previousPath(of: "list.md", from: base, to: .commit(head)) == nil)
    #expect(try repository.previousPath(of: "README.md", from: base, to: .commit(head)) == nil)
    #expect(try repository.previousPath(of: "nothing.md", from: base, to: .commit(head)) == nil)
  }

  @Test func `of several files that are the same the one with the same name is taken`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "a.md")
    try made.write(list(), to: "docs/list.md")
    let base = try made.commit()
    try made.git("rm", "--quiet", "a.md")
    try made.git("mv", "docs/list.md", "list.md")
    let head = try made.commit()
    let repository = try Repository(at: made.path)
    #expect(
      try repository.previousPath(of: "list.md", from: base, to: .commit(head)) == "docs/list.md"
    )
  }

  @Test func `a sparse checkout does not count as deleted`() throws {
    let made = try TemporaryRepository()
    try made.write(list(), to: "docs/list.md")
    let base = try made.commit()
    try made.git("sparse-checkout", "set", "--no-sparse-index", "other")
    try made.write(list(), to: "list.md")
    let repository = try Repository(at: made.path)
    #expect(try repository.previousPath(of: "list.md", from: base, to: .workTree) == nil)
  }

  private func list(replacing count: Int = 0) -> String {
    (0..<40).map { index in
      index < count
        ? "- something else, number \(index)\n"
        : "- the \(index * 7)th entry of the list, with \(index * index) words\n"
    }.joined()
  }
}
