import Testing

@testable import Page

/// Markup that is escaped by construction, and addresses that may be linked to.
struct MarkupTests {
  private func text(_ markup: HTML) -> String { String(decoding: markup.bytes, as: UTF8.self) }

  @Test func `text that is put into markup stays text`() {
    let hostile = "<script>alert(\"1\")</script> & 'x'"
    #expect(
      text("<a title=\"\(hostile)\">")
        == "<a title=\"&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;\">"
    )
  }

  @Test func `control characters are shown to be lost`() {
    #expect(text("<p>\("a\u{0}b\u{1B}c\td")</p>") == "<p>a\u{FFFD}b\u{FFFD}c\td</p>")
  }

  @Test func `a script is written without what only its readers need`() {
    let script = """
      "use strict";
      // Why.

      const text = (a, b) => a === "x  // y" ? a.replace(/[ /"]+ /g, " = ") : `b` in {};
        return "\\\\" + " ";

      """
    #expect(
      String(decoding: Condensed.script(Array(script.utf8)), as: UTF8.self)
        == """
        "use strict";
        const text=(a,b)=>a==="x  // y"?a.replace(/[ /"]+ /g," = "):`b` in{};
        return "\\\\" + " ";

        """
    )
  }

  @Test func `a style is written without what only its readers need`() {
    let style =
      "/* Why */\na, b > c { color: red; margin: 0 1px }\n\n@media (max-width: 1rem) {\n  p :hover { top: 0 }\n}\n"
    #expect(
      String(decoding: Condensed.style(Array(style.utf8)), as: UTF8.self)
        == "a,b > c{color:red;margin:0 1px}@media (max-width:1rem){p :hover{top:0}}"
    )
  }

  @Test func `markup in markup is markup`() {
    let inner: HTML = "<b>\("<")</b>"
    #expect(text("<p>\(inner)</p>") == "<p><b>&lt;</b></p>")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
    "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//host/x", "/x", "x", "", "https:",
    "https://", "http:alert(1)", "https://a b/", "https://a\\b", "https://a\n/", "https://<b>/",
    "javascript://host/%0aalert(1)",
  ])
  func `what is not an address of the web is not linked`(address: String) {
    #expect(SafeAddress(address) == nil)
  }

  @Test(arguments: [
    "https://arxiv.org/abs/2308.00692", "HTTP://example.org",
    "https://user@example.org:8080/a?b=\"c\"#d",
    "https://example.org/é",
  ])
  func `an address of the web is linked`(address: String) {
    #expect(SafeAddress(address)?.text == address)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"),
    (1_741_608_000, "2025-03-10T12:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
  ])
  func `a moment is written after RFC 3339`(seconds: Int64, text: String) {
    #expect(Moment(seconds: seconds).text == text)
  }
}
