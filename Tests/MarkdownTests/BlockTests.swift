import Markdown
import Testing

/// Blocks and where they stand.
struct BlockTests {
  @Test func `an item spans its lines without the blank one after it`() {
    let blocks = SourceText("- one\n  more\n\n- two\n").blocks()
    let items = blocks.filter { $0.kind == .item }
    #expect(items.map(\.lines) == [1..<3, 4..<5])
  }

  @Test func `columns count bytes from 1`() {
    let blocks = SourceText("- one\n  - two\n").blocks()
    #expect(blocks.filter { $0.kind == .item }.map(\.column) == [1, 3])
  }

  @Test func `depth counts the blocks around`() {
    let blocks = SourceText("> - one\n>   - two\n").blocks()
    #expect(blocks.filter { $0.kind == .item }.map(\.depth) == [2, 4])
  }

  @Test func `blocks come before those inside them`() {
    let kinds = SourceText("- one\n\ntwo\n").blocks().map(\.kind)
    #expect(kinds == [.list, .item, .paragraph, .paragraph])
  }

  @Test(arguments: [("# A", 1), ("## A ##", 2), ("###### A", 6), ("A\n===", 1), ("A\n---", 2)])
  func `headings have a level`(_ text: String, _ level: Int) {
    #expect(SourceText(text).blocks().map(\.kind) == [.heading(level: UInt8(level))])
  }

  @Test(arguments: [
    "```\n- x\n```", "    - x", "<!--\n- x\n-->", "<div>\n- x\n</div>", "[a]: b", "",
    "<pre>\n\n- x\n\n</pre>",
  ])
  func `what is code, HTML or a definition has no item`(_ text: String) {
    #expect(!SourceText(text).blocks().contains { $0.kind == .item })
  }
}

/// Texts that are made to take long, or to overflow a stack.
@Suite(.timeLimit(.minutes(1)))
struct HugeTextTests {
  @Test func `ten thousand nested bullets are read`() {
    let text = SourceText(String(repeating: "- ", count: 10_000) + "x\n")
    #expect(text.blocks().count { $0.kind == .item } > 0)
  }

  @Test func `a thousand indented bullets are read`() {
    let lines = (0..<1_000).map { String(repeating: "  ", count: $0) + "- x" }
    #expect(SourceText(lines.joined(separator: "\n")).blocks().count { $0.kind == .item } > 0)
  }

  @Test func `a line of five megabytes is read`() {
    let text = SourceText("- " + String(repeating: "word [x](y) ", count: 450_000))
    #expect(text.blocks().count == 3)
  }

  @Test func `a line of five megabytes without a letter is read`() {
    let text = SourceText(Array(repeating: UInt8(ascii: "["), count: 5_000_000))
    #expect(text.blocks().count == 1)
  }

  @Test func `a table of five thousand columns is read`() {
    let row = String(repeating: "| a ", count: 5_000) + "|\n"
    let text = SourceText(row + String(repeating: "|-", count: 5_000) + "|\n| b |\n| c |\n")
    #expect(text.blocks().map(\.kind) == [.paragraph])
  }

  @Test func `a hundred thousand quotes in quotes are read`() {
    let text = SourceText(String(repeating: ">", count: 100_000) + " x")
    #expect(!text.blocks().isEmpty)
  }

  @Test func `a file of NUL bytes is read`() {
    #expect(SourceText(Array(repeating: 0, count: 1_000_000)).blocks().count <= 1)
  }
}
