import Foundation
import Mutation
import Testing

@testable import Git

struct HunkTests {
  @Test func `the same text has no hunk`() throws {
    #expect(try hunks("a\nb\n", "a\nb\n") == [])
    #expect(try hunks("", "") == [])
  }

  @Test(
    arguments: [
      // Inserted lines stand before the line they push down.
      ("a\nb\n", "x\na\nb\n", 1..<1, 1..<2), ("a\nb\n", "a\nx\nb\n", 2..<2, 2..<3),
      ("a\nb\n", "a\nb\nx\ny\n", 3..<3, 3..<5), ("", "a\n", 1..<1, 1..<2),
      // Deleted lines were before the line that took their place.
      ("x\na\nb\n", "a\nb\n", 1..<2, 1..<1), ("a\nx\nb\n", "a\nb\n", 2..<3, 2..<2),
      ("a\nb\nx\n", "a\nb\n", 3..<4, 3..<3), ("a\n", "", 1..<2, 1..<1),
      // Changed lines.
      ("a\nb\nc\n", "a\nx\ny\nc\n", 2..<3, 2..<4),
      // Line ends are bytes like others, and so is what editors take for binary.
      ("a\nb", "a\nb\n", 2..<3, 2..<3), ("a\r\nb\r\n", "a\nb\r\n", 1..<2, 1..<2),
      ("a\0\nb\n", "a\0\nc\0\n", 2..<3, 2..<3), ("a\rb\n", "a\rc\n", 1..<2, 1..<2),
    ])
  func `a hunk has the lines of both sides`(
    base: String,
    head: String,
    baseLines: Range<Int>,
    headLines: Range<Int>
  ) throws {
    #expect(try hunks(base, head) == [Hunk(base: baseLines, head: headLines)])
  }

  @Test func `hunks come from top to bottom`() throws {
    let base = (1...9).map { "\($0)\n" }
    var head = base
    head[7] = "changed\n"
    head.insert("inserted\n", at: 4)
    head.remove(at: 0)
    #expect(
      try hunks(base.joined(), head.joined()) == [
        Hunk(base: 1..<2, head: 1..<1), Hunk(base: 5..<5, head: 4..<5),
        Hunk(base: 8..<9, head: 8..<9),
      ]
    )
  }

  /// Lists with blank lines, headings, repeated and indented lines, edited at random: what git's
  /// heuristics are for.
  @Test(arguments: 1...40 as ClosedRange<UInt64>, [1, 3])
  func `hunks are git's, with little context or the usual`(seed: UInt64, context: Int) throws {
    var random = SeededGenerator(seed: seed)
    let base = randomList(&random)
    let head = edited(base, &random)
    let folder = try makeTemporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(base).write(to: URL(fileURLWithPath: folder + "/base"))
    try Data(head).write(to: URL(fileURLWithPath: folder + "/head"))
    let output = try run(
      "sh",
      ["-c", "git diff --no-index --text -U\(context) base head || true"],
      in: folder
    )
    #expect(try Repository.hunks(from: base, to: head) == changes(inGitDiff: output))
  }

  @Test func `a large file has hunks too`() throws {
    var base: [UInt8] = []
    for index in 0..<200_000 { base += Array("line \(index) of a large file\n".utf8) }
    var head = base
    head[5] = UInt8(ascii: "x")
    let hunks = try Repository.hunks(from: base, to: head)
    #expect(hunks == [Hunk(base: 1..<2, head: 1..<2)])
  }
}

private func hunks(_ base: String, _ head: String) throws -> [Hunk] {
  try Repository.hunks(from: Array(base.utf8), to: Array(head.utf8))
}

private func randomList(_ random: inout SeededGenerator) -> [UInt8] {
  var lines: [String] = []
  let count = Int.random(in: 0...300, using: &random)
  while lines.count < count {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: lines += ["", "## Section \(Int.random(in: 0..<4, using: &random))", ""]
    case 1: lines += ["", ""]
    case 2: lines.append("    indented \(Int.random(in: 0..<3, using: &random))")
    case 3: lines.append("- a line that repeats")
    default: lines.append("- entry \(Int.random(in: 0..<90, using: &random)).")
    }
  }
  return joined(lines, &random)
}

/// Deletes, repeats, moves, changes and inserts lines.
private func edited(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
  var lines = bytes.text.components(separatedBy: .newlines)
  for _ in 0..<Int.random(in: 1...8, using: &random) {
    let position = Int.random(in: 0...lines.count, using: &random)
    let end = min(lines.count, position + Int.random(in: 1...5, using: &random))
    let run = Array(lines[position..<end])
    switch Int.random(in: 0..<5, using: &random) {
    case 0: lines.removeSubrange(position..<end)
    case 1: lines.insert(contentsOf: run, at: position)
    case 2:
      lines.removeSubrange(position..<end)
      lines.insert(contentsOf: run, at: Int.random(in: 0...lines.count, using: &random))
    case 3: lines.replaceSubrange(position..<end, with: run.map { $0 + " changed" })
    default: lines.insert(contentsOf: ["", "- a line that repeats", ""], at: position)
    }
  }
  return joined(lines, &random)
}

/// Joins lines; now and then without a line end at the end, with a NUL, or with other line ends.
private func joined(_ lines: [String], _ random: inout SeededGenerator) -> [UInt8] {
  let end = Int.random(in: 0..<8, using: &random) == 0 ? "\r\n" : "\n"
  var text = lines.joined(separator: end)
  if Int.random(in: 0..<4, using: &random) > 0 { text += end }
  if Int.random(in: 0..<8, using: &random) == 0 { text += "a\0b" }
  return Array(text.utf8)
}

/// Reads git's own diff line by line: the runs of `-` and `+` between lines of context.
private func changes(inGitDiff output: String) throws -> [Hunk] {
  var found: [Hunk] = []
  var (base, head) = (0, 0)
  var (removed, added) = (0, 0)
  func close() {
    if removed + added == 0 { return }
    found.append(
      Hunk(base: base - removed..<base, head: head - added..<head)
    )
    (removed, added) = (0, 0)
  }
  var isBody = false
  for line in output.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    switch line.first {
    case UInt8(ascii: "@"):
      close()
      isBody = true
      let numbers = String(Substring(line)).split { !$0.isNumber && $0 != "," }.prefix(2)
      let sides = numbers.map { side in side.split(separator: ",").compactMap { Int($0) } }
      // An empty side names the line before.
      base = try #require(sides.first?.first) + (sides.first?.last == 0 ? 1 : 0)
      head = try #require(sides.last?.first) + (sides.last?.last == 0 ? 1 : 0)
    case UInt8(ascii: "-") where isBody:
      if added > 0 { close() }
      (base, removed) = (base + 1, removed + 1)
    case UInt8(ascii: "+") where isBody:
      (head, added) = (head + 1, added + 1)
    case UInt8(ascii: " ") where isBody:
      close()
      (base, head) = (base + 1, head + 1)
    default:
      break
    }
  }
  close()
  return found
}
