import Mutation

/// Lines made of what decides on blocks, and of what only looks like it.
enum NastyLine {
  private static let starts = [
    "", "", "", "", " ", "  ", "   ", "    ", "\t", " \t", "- ", "- ", "-", "* ", "+ ", "1. ",
    "2) ",
    "10. ", "> ", ">", "  - ", "    - ", "- - ", "> - ", "- > ", "-\t", "      ",
  ]
  private static let middles = [
    "", "", "words and more", "x", "LISA: Reasoning. CVPR'2024. [[paper](https://a.org)]",
    "```", "```swift", "~~~", "~~~~ info", "`code` and words", "``` not `a fence",
    "<!-- comment", "<!-- comment -->", "-->", "words --> words", "<!-->",
    "<pre>", "</pre>", "words </pre> words", "<script src='x'>", "</script>", "<style>",
    "<textarea>", "</textarea>", "<?php", "?>", "words ?>", "<!DOCTYPE html>", "<!X", "<![CDATA[",
    "]]>", "words ]]> words", "<div>", "</div>", "<details><summary>x</summary>",
    "<p align=center>",
    "<span>", "<a href=\"x\">", "<a href='x", "</a >", "<b>words</b>", "<br>", "<x-y>",
    "===", "=", "---", "--", "- - -", "***", "* * *", "___", "-----", "=== x",
    "[name]: https://a.org", "[name]: <a b>", "[name]:", "https://a.org 'title'", "'title'",
    "\"title", "goes on\"", "[name]: https://a.org 'title", "[name] words", "[a]: b c", "[",
    "[]: x",
    "[name\\]: x", "(title)",
    "# Heading", "## Heading ##", "#", "#x", "####### x", "# ",
    "| a | b |", "| - | - |", "|---|", "a | b", "\\", "\\- x", "1", "1.", "123456789. x", "&gt; x",
    "\u{7D30}\u{7D30}", "\u{1F600} words", "\u{A0}words", "a\\", "words  ", "[x]: y\t", "ab\u{C}",
    "\r", "words\rmore", "words\r- more", "x\r", "\r# x", "```\r", "\u{C}", "\u{B}x",
    "a\u{2028}- b",
    "\u{85}x", "\u{FEFF}x", "a\u{0}b", "\u{2029}", "\u{3164}",
  ]

  static func random(using generator: inout SeededGenerator) -> String {
    let first = starts.randomElement(using: &generator) ?? ""
    let second = Bool.random(using: &generator) ? "" : starts.randomElement(using: &generator) ?? ""
    let middle = middles.randomElement(using: &generator) ?? ""
    let end = Int.random(in: 0..<8, using: &generator)
    let tail = end == 0 ? " " + (middles.randomElement(using: &generator) ?? "") : ""
    return first + second + middle + tail
  }
}
