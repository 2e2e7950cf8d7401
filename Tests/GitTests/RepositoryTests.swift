import Foundation
import Testing

@testable import Git

struct RepositoryTests {
  @Test func `a work tree opens`() throws {
    let made = try TemporaryRepository()
    let repository = try Repository(at: made.path)
    #expect(repository.workTree == made.path)
    #expect(repository.isBare == false)
    #expect(repository.isShallow == false)
  }

  @Test func `a folder below a work tree opens the whole`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "docs/deep/list.md")
    try made.write("text\n", to: "README.md")
    let repository = try Repository(at: made.path + "/docs/deep")
    #expect(repository.workTree == made.path)
    #expect(try repository.file("README.md", at: .workTree)?.text == "text\n")
  }

  @Test func `a bare repository opens`() throws {
    let made = try TemporaryRepository("--bare")
    let repository = try Repository(at: made.path)
    #expect(repository.isBare == true)
    #expect(repository.workTree == nil)
  }

  @Test func `a linked work tree opens with its own files and branch`() throws {
    let made = try TemporaryRepository()
    try made.write("one\n", to: "README.md")
    let commit = try made.commit()
    let linked = made.folder + "/linked"
    try made.git("worktree", "add", "--quiet", "-b", "topic", linked)
    try Data("two\n".utf8).write(to: URL(fileURLWithPath: linked + "/README.md"))
    let repository = try Repository(at: linked)
    #expect(repository.workTree == linked)
    #expect(repository.currentBranch() == "topic")
    #expect(try repository.head()?.id == commit)
    #expect(try repository.file("README.md", at: .workTree)?.text == "two\n")
    #expect(try repository.file("README.md", at: .index)?.text == "one\n")
  }

  @Test func `a linked work tree of a shallow clone is shallow`() throws {
    let made = try TemporaryRepository()
    try made.commit()
    try made.commit()
    let clone = try made.clone(as: "shallow", "--depth=1")
    let linked = made.folder + "/linked"
    try made.git("worktree", "add", "--quiet", "-b", "topic", linked, in: clone)
    #expect(try Repository(at: linked).isShallow == true)
  }

  @Test func `a bare repository whose settings are per work tree is bare`() throws {
    let made = try TemporaryRepository("--bare")
    try made.git("config", "extensions.worktreeConfig", "true")
    try made.git("config", "--worktree", "core.bare", "true")
    try made.git("config", "--unset", "core.bare")
    #expect(try Repository(at: made.path).isBare == true)
  }

  @Test func `a sparse checkout opens`() throws {
    let made = try TemporaryRepository()
    try made.write("one\n", to: "README.md")
    try made.write("two\n", to: "docs/list.md")
    try made.commit()
    try made.git("sparse-checkout", "set", "--no-sparse-index", "other")
    #expect(try Repository(at: made.path).file("README.md", at: .index)?.text == "one\n")
  }

  @Test func `a work tree linked by a relative path opens`() throws {
    let made = try TemporaryRepository()
    let commit = try made.commit()
    let linked = made.folder + "/linked"
    try made.git("worktree", "add", "--quiet", linked)
    try made.git("config", "core.repositoryFormatVersion", "1")
    try made.git("config", "extensions.relativeWorktrees", "true")
    try Data("gitdir: ../list/.git/worktrees/linked\n".utf8).write(
      to: URL(fileURLWithPath: linked + "/.git")
    )
    #expect(try Repository(at: linked).head()?.id == commit)
  }

  @Test(arguments: ["preciousObjects", "partialClone"])
  func `an extension that does not concern a reader does no harm`(name: String) throws {
    let made = try TemporaryRepository()
    try made.git("config", "core.repositoryFormatVersion", "1")
    try made.git("config", "extensions.\(name)", "true")
    #expect(try Repository(at: made.path).workTree == made.path)
  }

  @Test func `a folder that is not a repository is named`() throws {
    let folder = try makeTemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let error = try #require(throws: GitError.self) { try open(folder) }
    #expect(error.code == .notARepository)
    #expect(
      error.description
        == "cannot open repository '\(folder)': neither it nor a folder above it is a git "
        + "repository; name a work tree or a bare repository"
    )
  }

  @Test func `a folder that does not exist is named`() throws {
    let error = try #require(throws: GitError.self) { try open("/nowhere/at/all") }
    #expect(error.code == .notARepository)
    #expect(
      error.description == "cannot open repository '/nowhere/at/all': no such directory"
    )
  }

  @Test func `a file is not a repository`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "README.md")
    let error = try #require(throws: GitError.self) { try open(made.path + "/README.md") }
    #expect(
      error.description
        == "cannot open repository '\(made.path)/README.md': not a directory"
    )
  }

  @Test func `an empty path is not a repository`() throws {
    let error = try #require(throws: GitError.self) { try open("") }
    #expect(error.description == "cannot open repository '': the path is empty")
  }

  @Test func `a work tree whose git folder has gone is not a repository`() throws {
    let made = try TemporaryRepository()
    try made.commit()
    let linked = made.folder + "/linked"
    try made.git("worktree", "add", "--quiet", linked)
    try FileManager.default.removeItem(atPath: made.path)
    let error = try #require(throws: GitError.self) { try open(linked) }
    #expect(error.code == .notARepository)
    #expect(error.reason.contains("\(made.path)/.git/worktrees/linked"))
  }

  @Test func `a repository with SHA-256 names is refused`() throws {
    let made = try TemporaryRepository("--object-format=sha256")
    let error = try #require(throws: GitError.self) { try open(made.path) }
    #expect(error.code == .unsupported)
    #expect(error.reason == "its objects have SHA-256 names, and libgit2 reads only SHA-1")
  }

  @Test func `a repository with references in tables is refused`() throws {
    let made = try TemporaryRepository()
    try made.git("config", "core.repositoryFormatVersion", "1")
    try made.git("config", "extensions.refStorage", "reftable")
    let error = try #require(throws: GitError.self) { try open(made.path) }
    #expect(error.code == .unsupported)
    #expect(error.remedy == "run `git refs migrate --ref-format=files` in it")
  }

  @Test func `repositories open at the same time from many tasks`() async throws {
    let made = try TemporaryRepository()
    let commit = try made.commit()
    let path = made.path
    try await withThrowingTaskGroup(of: ObjectID?.self) { group in
      for index in 0..<32 {
        group.addTask { try Repository(at: path, trustingOwner: index % 2 == 0).head()?.id }
      }
      for try await id in group { #expect(id == commit) }
    }
  }
}

/// Opens a repository and lets it go.
func open(_ path: String) throws {
  _ = try Repository(at: path)
}
