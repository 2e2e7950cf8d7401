import Foundation
import Testing

@testable import Git

/// Whether what stands at a path is another thing in another version.
struct ChangeTests {
  private let made: TemporaryRepository
  private let base: ObjectID

  init() throws {
    made = try TemporaryRepository()
    try made.write("one\n", to: "file.yml")
    try made.write("one\n", to: "data/one.yml")
    try made.git("config", "core.symlinks", "true")
    try FileManager.default.createSymbolicLink(
      atPath: made.path + "/link",
      withDestinationPath: "file.yml"
    )
    base = try made.commit()
  }

  private static let paths = ["file.yml", "data", "link", "data/one.yml", "nothing"]

  /// Looks at the work tree, then at the index, then at a commit of it.
  private func expectChanged(_ changed: Set<String>) throws {
    func expect(_ version: Version) throws {
      // A repository that is open knows the index as it was.
      let repository = try Repository(at: made.path)
      for path in Self.paths {
        let isChanged = try repository.isChanged(path, from: base, to: version)
        #expect(isChanged == changed.contains(path), "\(path) in \(version)")
      }
    }
    try expect(.workTree)
    try made.git("add", "--all")
    try expect(.index)
    try expect(.commit(try made.commit()))
  }

  @Test func `nothing that stays has changed`() throws {
    try made.write("more\n", to: "README.md")
    try expectChanged([])
  }

  @Test func `a file has changed with its bytes`() throws {
    try made.write("two\n", to: "file.yml")
    try expectChanged(["file.yml"])
  }

  @Test func `a folder has changed with what it holds`() throws {
    try made.write("two\n", to: "data/two.yml")
    try expectChanged(["data"])
  }

  @Test func `a folder has changed with a file of its`() throws {
    try made.write("two\n", to: "data/one.yml")
    try expectChanged(["data", "data/one.yml"])
  }

  @Test func `a link has changed with where it leads`() throws {
    try FileManager.default.removeItem(atPath: made.path + "/link")
    try FileManager.default.createSymbolicLink(
      atPath: made.path + "/link",
      withDestinationPath: "data"
    )
    try expectChanged(["link"])
  }

  @Test func `what came and what went has changed`() throws {
    try made.write("one\n", to: "nothing")
    try FileManager.default.removeItem(atPath: made.path + "/file.yml")
    try expectChanged(["nothing", "file.yml"])
  }
}
