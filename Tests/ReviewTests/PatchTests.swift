import FoundationEssentials
import GitHubServer
import Testing

@testable import GitHub
@testable import Review

/// Old texts, from new ones and patches.
struct PatchTests {
  private func file(
    _ patch: String?,
    additions: Int,
    deletions: Int
  ) throws -> PullRequestFile {
    let json: GitHubServer.JSON = [
      "filename": "a", "status": "modified", "patch": GitHubServer.JSON(patch),
      "additions": .number(additions), "deletions": .number(deletions),
    ]
    return try JSONDecoder().decode(PullRequestFile.self, from: Data(json.bytes))
  }

  /// Goes back from one text to another along the patch between them.
  private func reverted(from head: String, to base: String) throws -> String? {
    let diff = UnifiedDiff(from: base, to: head)
    let file = try file(diff.patch, additions: diff.additions, deletions: diff.deletions)
    return Patch(file)?.reverted(from: Array(head.utf8))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("", "a\n"), ("a\n", ""), ("a", "a\n"), ("a\n", "a"), ("a\nb", "a\nb\nc"), ("a\n\nb\n", "b\n"),
    ("a\r\nb\r\n", "a\r\nc\r\nb\r\n"), ("@@ -1 +1 @@\n", "\\ No\n-x\n+y\n"), ("\n", "\n\n"),
  ])
  func `a patch leads back`(base: String, head: String) throws {
    #expect(try reverted(from: head, to: base) == base)
  }

  @Test(arguments: 0..<200 as Range<Int>)
  func `a patch of many hunks leads back`(seed: Int) throws {
    // Each line is dropped, kept, doubled or changed as the seed's digits say.
    let base = (0..<60).map { "line \($0)\n" }
    var digits = seed &* 0x9E37_79B9
    let head = base.map { line in
      digits = (digits &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
      switch digits >> 16 & 31 {
      case 0: return ""
      case 1: return line + line
      case 2: return "other " + line
      default: return line
      }
    }
    #expect(try reverted(from: head.joined(), to: base.joined()) == base.joined())
  }

  @Test(arguments: [
    // Another text than the patch is of.
    ("@@ -1 +1,2 @@\n a\n+b", 1, 0, "a\nc\n"), ("@@ -1 +1,2 @@\n a\n+b", 1, 0, "a\n"),
    // Not all of it.
    ("@@ -1,2 +1,3 @@\n a\n+b", 1, 0, "a\nb\n"), ("@@ -1 +1,2 @@\n a\n+b", 2, 0, "a\nb\n"),
    ("@@ -1 +1,2 @@\n a\n+b\n c", 1, 0, "a\nb\nc\n"), ("a\n+b", 1, 0, "a\nb\n"),
    ("@@ -9 +9,2 @@\n a\n+b", 1, 0, "a\nb\n"), ("", 1, 0, "a\n"),
    // Bytes that could not be shown.
    ("@@ -1 +1 @@\n-\u{FFFD}\n+b", 1, 1, "b\n"),
  ])
  func `a patch that does not fit leads nowhere`(
    patch: String,
    additions: Int,
    deletions: Int,
    head: String
  ) throws {
    let file = try file(patch, additions: additions, deletions: deletions)
    #expect(Patch(file)?.reverted(from: Array(head.utf8)) == nil)
  }

  @Test
  func `without a patch nothing is known of the old text, even where no line is said to differ`()
    throws
  {
    #expect(Patch(try file(nil, additions: 0, deletions: 0)) == nil)
    #expect(Patch(try file(nil, additions: 1, deletions: 0)) == nil)
  }

  @Test(arguments: [
    "@@ -1 + @@", "@@ -1 +9223372036854775807,9223372036854775807 @@",
    "@@ -9223372036854775807 +1 @@", "@@ -1 +-9223372036854775808 @@", "@@ -1,-1 +1 @@",
    "@@ - + @@", "@@ -1 +1", "@@ -1,2,3 +1 @@", "@@ -4294967296 +1 @@",
  ])
  func `a header with numbers that no file has is none`(header: String) throws {
    #expect(HunkHeader(header.utf8) == nil)
    #expect(DiffLines(patch: header + "\n+b").shown(of: 1...9) == nil)
    let file = try file(header + "\n+b", additions: 1, deletions: 0)
    #expect(Patch(file)?.reverted(from: Array("b\n".utf8)) == nil)
  }
}
