import Foundation
import Page
import Rules
import Testing

/// Histories that are gone through once, and then from where the last run ended.
struct HistoryCacheTests {
  private let repository: HistoryRepository
  private let cache: HistoryCache
  private let folder: String

  init() throws {
    repository = try HistoryRepository()
    // Beside the list, but nobody commits it.
    folder = repository.folder.appending(path: ".git/kept").path
    cache = HistoryCache(folder: folder)
  }

  private func entry(_ number: Int, venue: String = "arXiv'2023") -> String {
    "- Paper of the Number \(number). \(venue). [[paper](https://arxiv.org/abs/2301.1000\(number))]\n"
  }

  private func commit(_ texts: [String]) throws {
    for text in texts { try repository.commit("# A\n\n## Papers\n\n" + text, path: "README.md") }
  }

  /// Reads the history with the cache; returns the versions that were read.
  private func read(by rulebook: Rulebook? = nil) throws -> [Int] {
    var told: [Int] = []
    let history = try repository.history("README.md", by: rulebook, keptIn: cache) {
      told.append($0)
    }
    let whole = try repository.history("README.md", by: rulebook)
    #expect(history.added == whole.added)
    #expect(history.updates == whole.updates)
    #expect(history.growth == whole.growth)
    return told
  }

  /// A list that gets, loses and changes entries.
  private var texts: [String] {
    [
      entry(1), entry(1) + entry(2), entry(2), entry(2) + entry(3, venue: "CVPR'2024"),
      entry(3, venue: "CVPR'2024") + entry(1) + entry(2, venue: "ICLR'2024"),
    ]
  }

  @Test(arguments: 1...4) func `what is new is read, and what is known is not`(count: Int) throws {
    try commit(Array(texts[..<count]))
    #expect(try read() == Array(0..<count))
    #expect(try read() == [])
    try commit(Array(texts[count...]))
    #expect(try read() == Array(count..<5))
    #expect(try read() == [])
  }

  @Test func `a damaged file is read no further, and replaced`() throws {
    try commit(texts)
    _ = try read()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/history") {
      let file = URL(filePath: folder + "/history/" + name)
      try Data(contentsOf: file).dropLast(7).write(to: file)
    }
    #expect(try read() == Array(0..<5))
    #expect(try read() == [])
  }

  @Test func `a history that was written anew is read anew`() throws {
    try commit(texts)
    _ = try read()
    try repository.git("reset", "-q", "--hard", "HEAD~2")
    try commit([entry(1)])
    #expect(try read() == Array(0..<4))
  }

  @Test func `a file that was taken away and comes back goes on`() throws {
    try commit(Array(texts[..<2]))
    try repository.commit(nil, path: "README.md")
    try commit([entry(2)])
    #expect(try read() == Array(0..<4))
    try commit([entry(2) + entry(1)])
    #expect(try read() == [4])
  }

  @Test func `a rulebook that reads the list differently reads all of it`() throws {
    try commit(texts)
    _ = try read()
    var rulebook = try #require(try Rulebook.builtIn())
    rulebook.asides.insert("papers")
    #expect(try read(by: rulebook) == Array(0..<5))
  }
}
