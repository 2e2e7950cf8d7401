import GitHubServer
import Mutation
import Testing

@testable import Git
@testable import Review

/// The lines that take comments.
struct AnchorTests {
  @Test(arguments: [
    ("@@ -1,3 +1,4 @@\n a\n+b\n c\n d", [1...4]),
    ("@@ -0,0 +1 @@\n+a\n\\ No newline at end of file", [1...1]),
    ("@@ -5,7 +5,0 @@ ## General\n-a", []),
    ("@@ -1 +1,2 @@\n a\n+@@ -9,9 +9,9 @@\n@@ -20,1 +21,3 @@\n b", [1...2, 21...23]),
  ])
  func `a patch tells which lines it shows`(patch: String, shown: [ClosedRange<Int>]) {
    let lines = DiffLines(patch: patch)
    #expect((1...40).filter { lines.shown(of: $0...$0) != nil } == shown.flatMap { Array($0) })
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `hunks of our own show what a diff with three lines of context shows`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let base = (0..<Int.random(in: 0..<40, using: &generator)).map { "line \($0)" }
    var head = base
    for _ in 0..<Int.random(in: 0..<5, using: &generator) {
      let index = Int.random(in: 0...head.count, using: &generator)
      if Bool.random(using: &generator), index < head.count {
        head.remove(at: index)
      } else {
        head.insert("new \(generator.next())", at: index)
      }
    }
    let old = base.map { $0 + "\n" }.joined()
    let new = head.map { $0 + "\n" }.joined()
    let hunks = try Repository.hunks(from: Array(old.utf8), to: Array(new.utf8))
    let ours = DiffLines(hunks, lineCount: head.count)
    let theirs = DiffLines(patch: UnifiedDiff(from: old, to: new).patch)
    #expect(
      (1...60).filter { ours.shown(of: $0...$0) != nil }
        == (1...60).filter { theirs.shown(of: $0...$0) != nil }
    )
  }

  @Test func `lines of two hunks are shown by the later one only`() {
    let lines = DiffLines(patch: "@@ -1,2 +1,3 @@\n@@ -10,2 +11,3 @@")
    #expect(lines.shown(of: 2...12) == 11...12)
    #expect(lines.shown(of: 5...9) == nil)
  }
}
