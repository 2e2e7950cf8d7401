import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// How much of a list is read.
struct ReadingShareTests {
  private func share(_ text: String) throws -> ReadingShare {
    let text = SourceText(text)
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    return learned.rulebook.document(text).readingShare
  }

  private static let items = (11..<31)
    .map { "- [A Tool \($0)](https://a.org/\($0)) - Does things.\n" }.joined()

  @Test func `a list that is read is not poorly read`() throws {
    let share = try share("## A\n\n\(Self.items)")
    #expect(!share.isPoor)
    #expect(share.read == 20 && share.total == 20 && share.firstUnread == nil)
  }

  @Test func `a page without an entry is poorly read`() throws {
    #expect(try share("# A page\n\nSome words.\n").isPoor)
  }

  @Test(arguments: [
    "* `A Tool @ <https://a.org/@>`_ - Does things.\n",
    "- [[https://a.org/@][A Tool @]] - Does things.\n",
  ])
  func `a list in another markup is not read`(_ line: String) throws {
    let lines = (11..<31).map { line.replacing("@", with: "\($0)") }.joined()
    let share = try share("List\n\n\(lines)")
    #expect(share.isPoor && share.isEmpty)
  }

  @Test func `what is not read is counted, but for code, comments and asides`() throws {
    let links = "[A Way](https://a.org/1)\n\n"
    let share = try share(
      "## A\n\n- T One. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n\n"
        + "```\n\(links)```\n\n<!--\n\(links)-->\n\n## Contributing\n\n\(links)"
    )
    #expect(share.total == share.read)
  }
}
