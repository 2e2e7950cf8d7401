import ListModel
import Markdown
import Testing

@testable import Writing

/// What registries say is a stranger's text.
struct StrangerTests {
  static let texts = [
    "[click](https://evil.example) here", "A <script>alert(1)</script> B",
    "**Bold** and _thin_ `code`",
    "https://evil.example and www.evil.example", "one | two | three", "# Heading", "1. One",
    "- Two",
    "A\nB\n\n## C", "![x](https://evil.example/x.png)", "a\u{202E}b\u{200B}c", "&lt;b&gt; &amp;",
    "<!-- hidden -->", "\\[x\\](y)", "~~gone~~", "[x]: https://evil.example",
    "<https://evil.example>",
  ]

  @Test(arguments: texts, [false, true])
  func `its text becomes no markup`(_ text: String, _ isRow: Bool) throws {
    let list = try SampleList(
      SampleList.text(
        above: isRow ? "| Title | Year |\n| --- | --- |\n" : ""
      ) { word, number in
        let address = "https://arxiv.org/abs/\(SampleList.id(number))"
        return isRow
          ? "| [\(word)Net: A Way](\(address)) | 2024 |"
          : "- \(word)Net: A Way. CVPR'2024. [[paper](\(address))]"
      }
    )
    let known = try SampleList.paper("2606.01234", "Safe words " + text)
    let plain = try SampleList.paper("2606.01234", "Safe words and more")
    let attacked = try tags(try list.adding(known, to: "Papers"))
    #expect(attacked == (try tags(try list.adding(plain, to: "Papers"))))
  }

  /// The tags of a list as a page has them.
  private func tags(_ addition: Addition) throws -> [String] {
    let html = try #require(Rendering.html(of: addition.text))
    return String(decoding: html, as: UTF8.self).split(separator: "<").dropFirst()
      .map { String($0.prefix { $0 != ">" }) }
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "ftp://a.org", "evil", "http://", " https://a.org",
  ])
  func `an address of another kind is none`(_ url: String) {
    #expect(PlainWords.address(url) == nil)
  }

  @Test func `an address cannot end where it stands`() throws {
    let bytes = try #require(PlainWords.address("https://a.org/x)[y](z \"t\"|<b>\n"))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "https://a.org/x%29%5By%5D%28z%20%22t%22%7C%3Cb%3E%0A"
    )
  }
}
