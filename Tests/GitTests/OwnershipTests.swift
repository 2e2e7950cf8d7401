import Foundation
import Testing

@testable import Git

/// Only the superuser can give a folder to somebody else; he is who runs the tests in a container.
@Suite(.enabled(if: geteuid() == 0, "needs the superuser"))
struct OwnershipTests {
  @Test func `a repository of another user is refused with two ways out`() throws {
    let made = try foreignRepository()
    let error = try #require(throws: GitError.self) { try open(made.path, trusting: []) }
    #expect(error.code == .foreignOwner)
    #expect(
      error.description
        == "cannot open repository '\(made.path)': '\(made.path)' belongs to another user; "
        + "if you trust it, run `git config --global --add safe.directory \(made.path)`, "
        + "or use `--trust-repository`"
    )
  }

  @Test func `the whole work tree is named when a folder below is opened`() throws {
    let made = try foreignRepository()
    let error = try #require(throws: GitError.self) { try open(made.path + "/docs", trusting: []) }
    #expect(error.remedy?.contains("safe.directory \(made.path)`") == true)
  }

  @Test func `a bare repository of another user is refused`() throws {
    let made = try foreignRepository("--bare")
    let error = try #require(throws: GitError.self) { try open(made.path, trusting: []) }
    #expect(error.code == .foreignOwner)
    #expect(error.remedy?.contains("safe.directory \(made.path)`") == true)
  }

  @Test func `trust opens the repository of another user`() throws {
    let made = try foreignRepository()
    #expect(try Repository(at: made.path, trustingOwner: true).workTree == made.path)
    let error = try #require(throws: GitError.self) { try open(made.path, trusting: []) }
    #expect(error.code == .foreignOwner)
  }

  @Test(arguments: [["*"], ["PATH"], ["PARENT/*"], ["", "PATH"], ["/elsewhere", "PATH/"]])
  func `a setting that git accepts opens the repository`(values: [String]) throws {
    let made = try foreignRepository()
    let values = values.map {
      $0.replacing("PATH", with: made.path).replacing("PARENT", with: made.folder)
    }
    try open(made.path, trusting: values)
  }

  @Test(arguments: [["PATH", ""], ["PARENT"], ["PATHx"], ["*", ""], ["PARENT/other/*"]])
  func `a setting for something else does not`(values: [String]) throws {
    let made = try foreignRepository()
    let values = values.map {
      $0.replacing("PATH", with: made.path).replacing("PARENT", with: made.folder)
    }
    let error = try #require(throws: GitError.self) { try open(made.path, trusting: values) }
    #expect(error.code == .foreignOwner)
  }

  private func foreignRepository(_ options: String...) throws -> TemporaryRepository {
    let made =
      options.isEmpty ? try TemporaryRepository() : try TemporaryRepository("--bare")
    if options.isEmpty { try made.write("text\n", to: "docs/list.md") }
    try run("chown", ["-R", "12345", made.path], in: made.folder)
    return made
  }

  private func open(_ path: String, trusting values: [String]) throws {
    _ = try Repository(
      at: path,
      trustingOwner: false,
      safeDirectories: SafeDirectories(values: values, home: nil),
      indexFile: nil
    )
  }
}
