import ListModel
import Testing

@testable import Writing

/// What is left between fields where one of them is left out, or another comes in.
struct GapTests {
  @Test(arguments: [
    // Nothing is left to end on the line.
    (".**<br>\n", ". [[", ".**<br>\n[["),
    ("**<br>\n*By ", ". [[", "**<br>\n*By . [["),
    // Tags close what stands before.
    (")</b> ", ": ", ")</b>: "), ("** ", ", ", "**, "),
  ])
  func `what closes stays, and what ends nothing goes`(
    _ before: String,
    _ after: String,
    _ joined: String
  ) {
    let text = Array(before.utf8).joinedWithout(Array(after.utf8), isLast: false, isRow: false)
    #expect(String(decoding: text, as: UTF8.self) == joined)
  }

  @Test(arguments: [
    ("**\n\n", "\n\n[![", "**\n\n[!["), ("**\n", "\n[![", "**\n[!["),
    (".\n\n", "\n[![", ".\n\n[!["),
  ])
  func `of the blank lines around what is left out those on one side stay`(
    _ before: String,
    _ after: String,
    _ joined: String
  ) {
    let text = Array(before.utf8).joinedWithout(Array(after.utf8), isLast: false, isRow: false)
    #expect(String(decoding: text, as: UTF8.self) == joined)
  }

  @Test(arguments: [
    ("a\n\n\nb", "a\n\nb"), ("a\n\n\n\nb\n", "a\n\nb\n"), ("a\nb\n\nc", "a\nb\n\nc"),
  ])
  func `of blank lines one stays`(_ text: String, _ without: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.hasDoubledBlankLine == (text != without))
    #expect(String(decoding: bytes.withoutDoubledBlankLines, as: UTF8.self) == without)
  }

  @Test func `a full stop goes with the description that a dash leads to`() {
    let text = Array(") - ".utf8).joinedWithout(Array(".".utf8), isLast: true, isRow: false)
    #expect(String(decoding: text, as: UTF8.self) == ")")
  }

  @Test(arguments: [
    (":gem: ", ""), ("- :gem: :camera: ", "- "), ("1:2 ", "1:2 "), ("* :gem:**", "* **"),
  ])
  func `an emoji goes with the space after it`(_ marker: String, _ without: String) {
    #expect(String(decoding: Array(marker.utf8).withoutEmoji, as: UTF8.self) == without)
  }

  @Test(arguments: [4, 6])
  func `a year that stands there already is said with the venue`(_ step: Int) throws {
    let list = try SampleList(
      SampleList.text(joinedBy: "\n\n") { word, number in
        let place = number % step == 0 ? "CVPR 2024" : "2024"
        return
          "<b>\(word)Net: A Way to Cut (\(place))</b> [[Paper]](https://arxiv.org/pdf/\(SampleList.id(number)).pdf)\n<p><img src=\"https://\(word).org/a.png\"></p>"
      }
    )
    var known = try SampleList.paper("2606.01234", "A New Way to Segment")
    known.venue = "ECCV"
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.hasPrefix("<b>A New Way to Segment (ECCV 2026)</b> [[Paper]]"))
  }

  @Test func `what an entry begins with whose title is in a note below is the paper's name`() throws
  {
    let places = ["Google", "Stanford", "Univ. Toronto", "Berkeley"]
    let list = try SampleList(
      SampleList.text { word, number in
        let id = SampleList.id(number)
        return
          "* \(places[number % 4]) [[Paper](https://arxiv.org/pdf/\(id))]\n  * \(word) Adams, Bo Lee, and Di Cox, *A Way to Cut with \(word)*, arXiv:\(id)"
      }
    )
    let addition = try list.adding(
      try SampleList.paper(
        "2606.01234",
        "A New Way to Segment",
        "Ann Adams",
        "Bob Brown",
        "Cy Coe"
      ),
      to: "Papers"
    )
    #expect(
      addition.entry
        == "* A New Way to Segment [[Paper](https://arxiv.org/pdf/2606.01234)]\n  * Ann Adams, Bob Brown, and Cy Coe, *A New Way to Segment*, arXiv:2606.01234"
    )
    #expect(addition.missing.contains("the first words, for which the name stands"))
  }
}
