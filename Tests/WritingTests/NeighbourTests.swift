import ListModel
import Testing

@testable import Writing

/// What an entry has in common with those it stands among: numbers, indentation, and the room it leaves them.
struct NeighbourTests {
  private func known(_ title: String = "A New Way to Segment") throws -> Particulars {
    try SampleList.paper("2606.01234", title, "Ann Adams", "Bob Brown")
  }

  @Test func `a list that leaves the counting to the page is not counted from the new entry on`()
    throws
  {
    let list = try SampleList(
      SampleList.text { word, number in
        "1. [\(word)Net: A Way to Cut](https://arxiv.org/abs/\(SampleList.id(number)))"
      }
    )
    let text = try list.adding(
      try SampleList.paper("2411.00005", "KoalaX: A Way to Cut", "Ann Adams"),
      to: "Papers"
    ).text
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("2. ") }.isEmpty)
    #expect(lines.filter { $0.hasPrefix("1. ") }.count == 13)
  }

  @Test(arguments: ["", "<br>\nWhat it is about, in words.\n<br>\n"])
  func `a picture below an entry stays with it`(_ words: String) throws {
    let list = try SampleList(
      SampleList.text(joinedBy: "\n\n") { word, number in
        "<b>\(word)Net: A Way to Cut (2024)</b> [[Paper]](https://arxiv.org/abs/\(SampleList.id(number)))\n\(words)<p align=\"center\"><img width=\"50%\" src=\"https://example.org/\(word).png\" /></p>"
      }
    )
    let text = String(decoding: try list.adding(try known(), to: "Papers").text, as: UTF8.self)
    #expect(text.contains("Lisa.png\" /></p>\n\n<b>A New Way to Segment (2026)</b>"))
  }

  @Test func `lines are indented as those of most entries of the section`() throws {
    let list = try SampleList(
      SampleList.text(joinedBy: "\n\n") { word, number in
        let indent = number % 4 == 3 ? "\t" : "  "
        return
          "- **\(word)Net: A Way to Cut**. CVPR 2024.\n\n\(indent)*Ann \(word), Bo Kim.* [[Paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
      }
    )
    #expect(
      try list.adding(try known(), to: "Papers").entry
        .hasSuffix("\n\n  *Ann Adams, Bob Brown.* [[Paper](https://arxiv.org/abs/2606.01234)]")
    )
    #expect(
      LineIndents(list.writer.moulds).applied(to: Array("a\n\n\tb\n\tc".utf8))
        == Array("a\n\n  b\n  c".utf8)
    )
    #expect(
      LineIndents(list.writer.moulds).applied(to: Array("a\n\n   b".utf8))
        == Array("a\n\n   b".utf8)
    )
  }

  @Test func `a link without an address is nobody's model`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let url = number % 3 == 0 ? "" : "https://arxiv.org/abs/\(SampleList.id(number))"
        return "- [[CVPR](\(url))] \(word)Net: A Way to Cut."
      }
    )
    var known = try known()
    known.venue = "CVPR"
    known.links = [Particulars.Address(label: "CVPR", url: "https://example.org/new.pdf")]
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- [[CVPR](https://example.org/new.pdf)] A New Way to Segment."
    )
  }

  @Test func `the number of a paper that a preprint's venue names by mistake is not written`()
    throws
  {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut. arXiv:2401.9999\(number % 10), 2024. [[paper]](https://arxiv.org/abs/\(SampleList.id(number)))"
      }
    )
    var known = try known()
    known.venue = "arXiv preprint arXiv:2606.01234"
    #expect(try !list.adding(known, to: "Papers").entry.contains("2401.9999"))
  }
}
