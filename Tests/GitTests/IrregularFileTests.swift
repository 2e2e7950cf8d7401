import Foundation
import Testing

@testable import Git

/// What is not a file, may not be read, or is too large.
struct IrregularFileTests {
  @Test func `a symbolic link is named for what it is`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    try made.git(in: made.path, ["config", "core.symlinks", "true"])
    try FileManager.default.createSymbolicLink(
      atPath: made.path + "/README.md",
      withDestinationPath: "list.md"
    )
    let commit = try made.commit()
    for version in [.commit(commit), .index, .workTree] as [Version] {
      let error = try #require(throws: GitError.self) { try read("README.md", version, made.path) }
      #expect(error.code == .notRegularFile)
      #expect(
        error.description
          == "cannot read 'README.md': it is a symbolic link; name a regular file"
      )
    }
  }

  @Test func `a file behind a linked folder is not read`() throws {
    let made = try TemporaryRepository()
    try FileManager.default.createDirectory(
      atPath: made.folder + "/outside",
      withIntermediateDirectories: true
    )
    try Data("secret\n".utf8).write(to: URL(fileURLWithPath: made.folder + "/outside/list.md"))
    try FileManager.default.createSymbolicLink(
      atPath: made.path + "/docs",
      withDestinationPath: "../outside"
    )
    let error = try #require(throws: GitError.self) {
      try read("docs/list.md", .workTree, made.path)
    }
    #expect(
      error.description
        == "cannot read 'docs/list.md': 'docs' is a symbolic link; name a regular file"
    )
  }

  @Test func `a directory is named for what it is`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "docs/list.md")
    let commit = try made.commit()
    for version in [.commit(commit), .index, .workTree] as [Version] {
      let error = try #require(throws: GitError.self) { try read("docs", version, made.path) }
      #expect(error.code == .notRegularFile)
      #expect(error.reason == "it is a directory")
    }
  }

  @Test func `a submodule is named for what it is`() throws {
    let made = try TemporaryRepository()
    let other = try TemporaryRepository()
    try other.write("text\n", to: "list.md")
    try other.commit()
    try made.git("submodule", "--quiet", "add", other.path, "docs")
    let commit = try made.commit()
    for version in [.commit(commit), .index, .workTree] as [Version] {
      let error = try #require(throws: GitError.self) { try read("docs", version, made.path) }
      #expect(error.code == .notRegularFile)
      #expect(error.reason == "it is a submodule")
    }
    let error = try #require(throws: GitError.self) {
      try read("docs/list.md", .workTree, made.path)
    }
    #expect(error.reason == "'docs' is a submodule")
    let repository = try Repository(at: made.path)
    #expect(try repository.file("docs/list.md", at: .commit(commit)) == nil)
    #expect(try repository.file("docs/list.md", at: .index) == nil)
  }

  @Test func `a pipe is not waited for`() throws {
    let made = try TemporaryRepository()
    mkfifo(made.path + "/list.md", 0o600)
    let error = try #require(throws: GitError.self) { try read("list.md", .workTree, made.path) }
    #expect(error.reason == "it is neither a file nor a directory")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func `a file that may not be read is named`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    chmod(made.path + "/list.md", 0)
    let error = try #require(throws: GitError.self) { try read("list.md", .workTree, made.path) }
    #expect(error.code == .system)
    #expect(
      error.description
        == "cannot read 'list.md': permission denied; make it readable for the current user"
    )
  }

  @Test func `a file on disk that is too large is not read`() throws {
    let made = try TemporaryRepository()
    try made.write("", to: "list.md")
    truncate(made.path + "/list.md", 200 << 20)
    let error = try #require(throws: GitError.self) { try read("list.md", .workTree, made.path) }
    #expect(error.code == .tooLarge)
    #expect(
      error.description
        == "cannot read 'list.md': it has 209715200 bytes, and 67108864 are the most that is read"
    )
  }

  @Test func `a committed file that is too large is not read`() throws {
    let made = try TemporaryRepository()
    try made.write("", to: "list.md")
    truncate(made.path + "/list.md", off_t(Repository.fileSizeLimit) + 1)
    let commit = try made.commit()
    for version in [.commit(commit), .index] as [Version] {
      let error = try #require(throws: GitError.self) { try read("list.md", version, made.path) }
      #expect(error.code == .tooLarge)
    }
  }

  @Test func `a file as large as the limit is read`() throws {
    let made = try TemporaryRepository()
    try made.write("", to: "list.md")
    truncate(made.path + "/list.md", off_t(Repository.fileSizeLimit))
    let repository = try Repository(at: made.path)
    #expect(try repository.file("list.md", at: .workTree)?.count == Repository.fileSizeLimit)
  }
}
