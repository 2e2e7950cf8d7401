import Foundation
import Testing

@testable import Git

struct PartialCloneTests {
  @Test func `history is read in a partial clone`() throws {
    let (made, clone) = try partialClone()
    let repository = try Repository(at: clone)
    let head = try repository.commit("HEAD")
    let parent = try repository.commit("HEAD^")
    #expect(try repository.mergeBase(head.id, parent.id) == parent.id)
    #expect(try repository.file("nothing.md", at: .commit(head.id)) == nil)
    withExtendedLifetime(made) {}
  }

  @Test func `a file that was left on the server names the way to fetch it`() throws {
    let (made, clone) = try partialClone()
    let head = try made.id("HEAD")
    let error = try #require(throws: GitError.self) { try read("list.md", .commit(head), clone) }
    #expect(error.code == .missingObject)
    #expect(error.reason.hasPrefix("this partial clone left it on the server"))
    let remedy = "git -C \(clone) fetch --refetch --no-filter"
    #expect(error.remedy == "fetch everything: `\(remedy)`")
    try made.git(in: clone, Array(remedy.split(separator: " ").map(String.init).dropFirst()))
    #expect(try Repository(at: clone).file("list.md", at: .commit(head))?.text == "two\n")
  }

  @Test func `a complete repository that lacks an object is damaged`() throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "list.md")
    let commit = try made.commit()
    let blob = try made.git("rev-parse", "HEAD:list.md")
    try FileManager.default.removeItem(
      atPath: "\(made.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    )
    let error = try #require(throws: GitError.self) {
      try read("list.md", .commit(commit), made.path)
    }
    #expect(error.code == .missingObject)
    #expect(error.reason.hasPrefix("the repository is incomplete"))
    #expect(error.remedy == "`git -C \(made.path) fsck` tells what is missing")
  }

  /// A repository and a clone of it that has all commits and no file.
  private func partialClone() throws -> (TemporaryRepository, String) {
    let made = try TemporaryRepository()
    try made.write("one\n", to: "list.md")
    try made.commit()
    try made.write("two\n", to: "list.md")
    try made.commit()
    try made.git("config", "uploadpack.allowFilter", "true")
    try made.git("config", "uploadpack.allowAnySHA1InWant", "true")
    return (made, try made.clone(as: "partial", "--filter=blob:none", "--no-checkout"))
  }
}
