import Foundation
import Testing

@testable import Git

struct FileTests {
  @Test func `a file is read from a commit, the index and the work tree`() throws {
    let made = try TemporaryRepository()
    try made.write("committed\n", to: "docs/list.md")
    let commit = try made.commit()
    try made.write("staged\n", to: "docs/list.md")
    try made.git("add", "docs/list.md")
    try made.write("on disk\n", to: "docs/list.md")
    let repository = try Repository(at: made.path)
    #expect(try repository.file("docs/list.md", at: .commit(commit))?.text == "committed\n")
    #expect(try repository.file("docs/list.md", at: .index)?.text == "staged\n")
    #expect(try repository.file("docs/list.md", at: .workTree)?.text == "on disk\n")
  }

  @Test func `bytes are returned as they are`() throws {
    let made = try TemporaryRepository()
    let bytes: [UInt8] = [0, 0xff, 0x0d, 0x0a, 0xc3, 0x28]
    try Data(bytes).write(to: URL(fileURLWithPath: made.path + "/list.md"))
    let commit = try made.commit()
    let repository = try Repository(at: made.path)
    for version in [.commit(commit), .index, .workTree] as [Version] {
      #expect(try repository.file("list.md", at: version) == bytes)
    }
  }

  @Test(arguments: ["text\n", "texts\n", "next\n", ""])
  func `what a file is likely to hold says nothing of what it holds`(likely: String) throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    let commit = try made.commit()
    let repository = try Repository(at: made.path)
    for version in [.commit(commit), .index, .workTree] as [Version] {
      let bytes = try repository.file("list.md", at: version, likely: Array(likely.utf8))
      #expect(bytes?.text == "text\n")
    }
  }

  @Test func `an empty file is empty and not missing`() throws {
    let made = try TemporaryRepository()
    try made.write("", to: "list.md")
    let commit = try made.commit()
    let repository = try Repository(at: made.path)
    for version in [.commit(commit), .index, .workTree] as [Version] {
      #expect(try repository.file("list.md", at: version) == [])
    }
  }

  @Test(arguments: ["list.md", "docs/list.md", "README.md/list.md", "docs"])
  func `a file that does not exist is missing everywhere`(path: String) throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "README.md")
    let commit = try made.commit()
    let repository = try Repository(at: made.path)
    for version in [.commit(commit), .index, .workTree] as [Version] {
      #expect(try repository.file(path, at: version) == nil)
    }
  }

  @Test func `a file is missing in a commit before it came and after it went`() throws {
    let made = try TemporaryRepository()
    let before = try made.commit()
    try made.write("text\n", to: "list.md")
    try made.commit()
    try made.git("rm", "--quiet", "list.md")
    let after = try made.commit()
    let repository = try Repository(at: made.path)
    #expect(try repository.file("list.md", at: .commit(before)) == nil)
    #expect(try repository.file("list.md", at: .commit(after)) == nil)
  }

  @Test(arguments: ["./docs/list.md", "docs//list.md", "docs/./list.md"])
  func `a path may be written loosely`(path: String) throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "docs/list.md")
    let commit = try made.commit()
    let repository = try Repository(at: made.path)
    for version in [.commit(commit), .index, .workTree] as [Version] {
      #expect(try repository.file(path, at: version)?.text == "text\n")
    }
  }

  @Test(
    arguments: [
      ("/etc/passwd", "the path is absolute"), ("../list.md", "the path leads upwards with '..'"),
      ("docs/../../x", "the path leads upwards with '..'"), ("", "the path names no file"),
      ("./", "the path names no file"), (".git/config", "it lies in git's own folder"),
      ("docs/.GIT/config", "it lies in git's own folder"), ("a\0b", "there is a NUL in the path"),
    ])
  func `a path that leads out of the repository is refused`(path: String, reason: String) throws {
    let made = try TemporaryRepository()
    let error = try #require(throws: GitError.self) { try read(path, .workTree, made.path) }
    #expect(error.code == .invalidPath)
    #expect(error.reason == reason)
  }

  @Test func `a bare repository has commits only`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    let commit = try made.commit()
    let clone = try made.clone(as: "bare", "--bare")
    let repository = try Repository(at: clone)
    #expect(try repository.file("list.md", at: .commit(commit))?.text == "text\n")
    for (version, part) in [(.index, "index"), (.workTree, "work tree")] as [(Version, String)] {
      let error = try #require(throws: GitError.self) { try read("list.md", version, clone) }
      #expect(error.code == .bare)
      #expect(
        error.description
          == "cannot read 'list.md': the repository '\(clone)' is bare and has no \(part); "
          + "name a commit to read from"
      )
    }
  }

  @Test func `an empty repository has a work tree and an empty index`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    let repository = try Repository(at: made.path)
    #expect(try repository.file("list.md", at: .index) == nil)
    #expect(try repository.file("list.md", at: .workTree)?.text == "text\n")
  }

  @Test func `a file that is only announced is not in the index`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    try made.git("add", "--intent-to-add", "list.md")
    let repository = try Repository(at: made.path)
    #expect(try repository.file("list.md", at: .index) == nil)
    #expect(try repository.markdownPaths(at: .index) == [])
    #expect(try repository.markdownPaths(at: .workTree) == ["list.md"])
  }

  @Test func `a file in conflict is named`() throws {
    let made = try TemporaryRepository()
    try made.write("one\n", to: "list.md")
    try made.commit()
    try made.git("checkout", "--quiet", "-b", "topic")
    try made.write("two\n", to: "list.md")
    try made.commit()
    try made.git("checkout", "--quiet", "main")
    try made.write("three\n", to: "list.md")
    try made.commit()
    _ = try? made.git("merge", "--quiet", "topic")
    let error = try #require(throws: GitError.self) { try read("list.md", .index, made.path) }
    #expect(error.code == .unmerged)
    #expect(error.remedy == "resolve the conflict and `git add` the file")
    let repository = try Repository(at: made.path)
    #expect(try repository.file("list.md", at: .workTree)?.text.contains("<<<<<<<") == true)
  }

  @Test func `a file that a sparse checkout leaves out is that of the index`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "docs/list.md")
    try made.commit()
    try made.git("sparse-checkout", "set", "--no-sparse-index", "other")
    #expect(!FileManager.default.fileExists(atPath: made.path + "/docs/list.md"))
    let repository = try Repository(at: made.path)
    #expect(try repository.file("docs/list.md", at: .workTree)?.text == "text\n")
    #expect(try repository.markdownPaths(at: .workTree) == ["docs/list.md"])
  }

  @Test func `a sparse index is refused with the way to fill it`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "docs/list.md")
    try made.commit()
    try made.git("sparse-checkout", "set", "--cone", "--sparse-index", "other")
    let error = try #require(throws: GitError.self) { try read("docs/list.md", .index, made.path) }
    #expect(error.code == .unsupported)
    #expect(error.reason == "the index is sparse")
    try made.git("sparse-checkout", "reapply", "--no-sparse-index")
    #expect(try Repository(at: made.path).file("docs/list.md", at: .index)?.text == "text\n")
  }

  @Test func `a split index is refused with the way to join it`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    try made.commit()
    try made.git("update-index", "--split-index")
    let error = try #require(throws: GitError.self) { try read("list.md", .index, made.path) }
    #expect(error.code == .unsupported)
    #expect(error.reason == "the index is split")
    try made.git("update-index", "--no-split-index")
    #expect(try Repository(at: made.path).file("list.md", at: .index)?.text == "text\n")
  }

  @Test func `a hook sees the index of the commit that is being made`() throws {
    let made = try TemporaryRepository()
    try made.write("one\n", to: "list.md")
    try made.commit()
    try made.write("two\n", to: "list.md")
    let next = made.path + "/.git/next-index.lock"
    try run(
      "git",
      ["read-tree", "HEAD"],
      in: made.path,
      environment: ["GIT_INDEX_FILE": next]
    )
    try run(
      "git",
      ["add", "list.md"],
      in: made.path,
      environment: ["GIT_INDEX_FILE": next]
    )
    let repository = try Repository(
      at: made.path,
      trustingOwner: false,
      safeDirectories: nil,
      indexFile: next
    )
    #expect(try repository.file("list.md", at: .index)?.text == "two\n")
    let other = try TemporaryRepository()
    let elsewhere = try Repository(
      at: other.path,
      trustingOwner: false,
      safeDirectories: nil,
      indexFile: next
    )
    #expect(try elsewhere.file("list.md", at: .index) == nil)
  }

  @Test func `Markdown files are listed by path`() throws {
    let made = try TemporaryRepository()
    for path in [
      "b.md", "a/z.MD", "README.markdown", "a.md", "notes.txt", "md", "a/b/c.md", ".md/x",
    ] {
      try made.write("text of \(path)\n", to: path)
    }
    try FileManager.default.createSymbolicLink(
      atPath: made.path + "/link.md",
      withDestinationPath: "a.md"
    )
    let commit = try made.commit()
    let repository = try Repository(at: made.path)
    let expected = ["README.markdown", "a.md", "a/b/c.md", "a/z.MD", "b.md"]
    for version in [.commit(commit), .index, .workTree] as [Version] {
      #expect(try repository.markdownPaths(at: version) == expected)
    }
  }

  @Test func `the work tree lists what git would add and not what it ignores`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "kept.md")
    try made.write("text\n", to: "gone.md")
    try made.write("build/\n", to: ".gitignore")
    try made.commit()
    try FileManager.default.removeItem(atPath: made.path + "/gone.md")
    try made.write("text\n", to: "new/list.md")
    try made.write("text\n", to: "build/list.md")
    let repository = try Repository(at: made.path)
    #expect(try repository.markdownPaths(at: .workTree) == ["kept.md", "new/list.md"])
    #expect(try repository.markdownPaths(at: .index) == ["gone.md", "kept.md"])
  }
}

/// Reads a file and lets the repository go.
func read(_ path: String, _ version: Version, _ repository: String) throws {
  _ = try Repository(at: repository).file(path, at: version)
}
