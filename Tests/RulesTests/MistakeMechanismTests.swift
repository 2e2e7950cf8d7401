import Classifier
import ListModel
import Markdown
import Rules
import Testing

/// What is wrong in any list, and what is right although most entries have something else.
struct MistakeMechanismTests {
  private static func tools(_ range: Range<Int> = 10..<40) -> String {
    Contribution.list(
      range.map { "- [Tool\($0)](https://example.org/\($0)) - Does a useful thing \($0)." }
    )
  }

  private static func papers(_ range: Range<Int> = 10..<40) -> String {
    Contribution.list(
      range.map {
        "- Segmenting Scene \($0): A Study, CVPR 2024. [[paper](https://arxiv.org/abs/2401.012\($0))]"
      }
    )
  }

  @Test(arguments: [
    ("Segmenting All of It:Things and Stuff in Scenes", "Segmenting All of It: Things and"),
    ("SAM:Things and Stuff in Scenes", "SAM: Things and"),
  ])
  func `a subtitle stands apart from the colon before it`(_ title: String, _ wanted: String) throws
  {
    let line = "- \(title), CVPR 2024. [[paper](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(contribution.rules == ["space-around-comma"])
    #expect(contribution.replacement?.contains(wanted) ?? false)
  }

  @Test(arguments: [":zap:Segmenting All of the Scenes", "Re:Segmenting All of the Scenes"])
  func `a colon of a sign or after a syllable stands as it does`(_ title: String) throws {
    let line = "- \(title), CVPR 2024. [[paper](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(!contribution.rules.contains("space-around-comma"))
  }

  @Test(arguments: [
    ("https://github.com/owner/name.", "malformed-url"),
    ("https://example.org/page,", "malformed-url"),
  ])
  func `a sign that ended a sentence is not part of an address`(
    _ url: String,
    _ rule: String
  ) throws {
    let contribution = try Contribution("- [New](\(url)) - Does more.", to: Self.tools())
    #expect(contribution.rules == [rule])
    #expect(contribution.replacement == "- [New](\(url.dropLast())) - Does more.")
  }

  @Test func `an address of a wiki may end in a full stop`() throws {
    let line = "- [New](https://en.wikipedia.org/wiki/Example_Inc.) - Does more."
    #expect(try Contribution(line, to: Self.tools()).rules.isEmpty)
  }

  @Test func `what hangs on a title by a plus is part of it`() throws {
    let line =
      "- [New](https://example.org/new) + [Other](https://example.org/other) - Do more together."
    #expect(try Contribution(line, to: Self.tools()).rules.isEmpty)
  }

  @Test func `an identifier in the text names the paper that is linked`() throws {
    let line =
      "- Segmenting Scene 7: A Study, arXiv:2401.01277. [[paper](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(contribution.rules.contains("disagreeing-identifiers"))
  }

  @Test func `a version and its paper are two links with a reason`() throws {
    let line =
      "- Segmenting Scene 7: A Study, CVPR 2024. [[paper](https://arxiv.org/abs/2401.01277)] [[paper v2](https://arxiv.org/abs/2401.01299)]"
    let contribution = try Contribution(line, to: Self.papers())
    #expect(!contribution.rules.contains("disagreeing-identifiers"))
  }

  @Test func `only what was removed from the middle of an address is named`() throws {
    let line =
      "- [New](https://example.org/page?utm_source=x&id=7) - Does more."
    let contribution = try Contribution(line, to: Self.tools())
    let messages = contribution.report.findings.map(\.finding.message.plain)
    #expect(messages == ["Remove 'utm_source=x&' from the address"])
  }
}
