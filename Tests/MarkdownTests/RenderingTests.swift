import Markdown
import Testing

struct RenderingTests {
  private func html(_ text: String) -> String? {
    Rendering.html(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a table is rendered as GitHub does`() throws {
    let table = try #require(html("| A | B |\n| --- | --- |\n| 1 | 2 |\n"))
    #expect(table.contains("<td>1</td>"))
  }

  @Test func `HTML stays what it is`() {
    #expect(html("a <b>word</b>\n") == "<p>a <b>word</b></p>\n")
  }

  @Test func `a bare address is a link`() {
    #expect(html("https://example.org\n")?.contains("href=\"https://example.org\"") == true)
  }

  @Test func `a table that is too wide is not rendered`() {
    let bars = String(repeating: "|-", count: 65) + "|"
    #expect(html(bars.replacing("-", with: "a") + "\n" + bars + "\n") == nil)
  }

  @Test func `a text that is too long is not rendered`() {
    #expect(html(String(repeating: "word ", count: 10_000)) == nil)
  }
}
