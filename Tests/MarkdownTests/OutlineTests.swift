import Mutation
import Testing

@testable import Markdown

/// The outline leaves out most of a text; what is left has the same blocks.
struct OutlineTests {
  @Test(arguments: [
    "- [[paper](a)] x\n- y",
    "# Title\n\ntext that goes on\nand on\n\n- item one\n- item two\n",
    "Setext heading of words\n===\n\nanother\n---\n",
    "text that looks like\n--- nothing\n",
    "```\n- no item\n```\n- item",
    "~~~ info words\n- no item\n~~~ no end\n~~~\n- item",
    "    indented code\n\n- item\n\n      code in an item\n",
    "- item with `code\n- item` with code\n",
    "<!-- a comment\n- no item -->\n- item",
    "<!-- one line --> and more\n- item",
    "text before <!-- a comment\n\n- an item -->\n",
    "<pre>\n- no item\n</pre> more\n- item",
    "<pre>\n- no item with words </pre> more\n- item",
    "<script>\n\n- no item\n\n</script>\n- item",
    "<?php\n\n- no item ?> more\n- item",
    "<!DOCTYPE html\n- no item>\n- item",
    "<![CDATA[\n\n- no item ]]> more\n- item",
    "<div>\n- no item\n\n- item",
    "<span class=\"x\">\n- no item\n\n- item",
    "text\n<span>\n- item",
    "</div>\n- no item\n\n- item",
    "- one item\n- two items\n- three items\n- four items\nlazy words\n- five\n- six\n- seven\n",
    "- one item\n- two items\n- three items\n  and more of it\n- four items\n- five items\n\n- six items",
    "```\n- one item\n- two items\n- three items\n- four items\n```\n- one item\n- two items\n- three items",
    "<div>\n- one item\n- two items\n- three items\n- four items\n\n- one item\n- two items\n- three items",
    "> - one item\n- two items\n- three items\n- four items\n- five items\n* six items\n* seven items\n* eight",
    "- **one** item\n- **two** items\n- **three** items\n- **four** items\n- - five\n- - six\n- - seven\n- - eight",
    "1. one\n- two items\n- three items\n- four items\n    - five items\n- six items\n- seven items\n- eight",
    "[name]: https://example.org 'title'\n- item",
    "[name]: https://example.org 'title\nthat goes on'\n- item",
    "[name]:\nhttps://example.org\n'title'\n===\n",
    "- [name]: https://example.org\n- [other]\n",
    "> [name]:\nwords and more\n- item",
    "> - [name]: <a b>\n(title)\n- item",
    "[name]: a 'title\n1.\nwords that go on'\n- item",
    "[name]: a 'title\n-->\nwords that go on'\n- item",
    "[name]: <a b> words after\n===\n",
    "> quoted\nlazy\n> - item\n\n- item",
    "words > no quote\n> quote\n",
    "1. one\n2) two\n10. ten\n1234567890. text\n",
    "* * *\n- - -\n_ _ _\n-- -\n- - - x\n",
    "-\n\n  text\n- \n- x",
    "-\titem\n\t- nested\n\n\t\tcode\n",
    "| a | b |\n| --- | --- |\n| words | [x](y) |\n",
    "Some words\n| a | b |\n| - | - |\n| c | d |\n\n- item",
    "- a\r\n- b\r\n\r\ntext\r\n===\r\n",
    "\u{FEFF}# Title\n- item",
    "\u{7D30}\u{7D30} \u{1F600}\n===\n- \u{7D30}\n",
    "a\\\nb\n===\n",
    "# Heading # words ##\n#no heading\n####### none\n",
    "ab\u{0}cd\n- item",
    "- a\r- b\n- c\n",
    "# Title\r\r\n- item\r\n",
    "text\r===\n\r\n- item\r",
    "",
    "\n\n\n",
    "- ",
    "- [a](b) <? <!A <![CDATA[ words\n- no item ?> ]]> more\n- item",
    "[a]: <?b> 'title'\n- item",
    "[a]: <!b> 'title\n<? words ?>'\n- item",
    "<?php <? words\n- no item <?> more\n- item",
    "<!--\n[a] <!-- words\n- no item <?-->\n- item",
    "<![CDATA[\n<![CDATA[ words\n- no item <![CDATA[]]>\n- item",
  ])
  func `a text has the blocks of its whole`(_ string: String) {
    let text = SourceText(string)
    #expect(text.blocks() == text.blocks(parsing: text.bytes))
  }

  @Test(arguments: 0..<400)
  func `a text of nasty lines has the blocks of its whole`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let lines = (0..<30).map { _ in NastyLine.random(using: &generator) }
    let string = lines.joined(separator: seed % 5 == 0 ? "\r\n" : "\n")
    let text = SourceText(string)
    #expect(text.blocks() == text.blocks(parsing: text.bytes), "\(string)")
  }
}
