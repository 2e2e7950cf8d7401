import ListModel
import Parsing
import Testing

@testable import Writing

/// Entries in the shapes that lists have.
struct ShapeTests {
  private let known = {
    try SampleList.paper(
      "2606.01234",
      "MyNet: Segments Everything",
      "Ann Adams",
      "Bob Brown",
      "Cy Clark"
    )
  }

  @Test func `a line gets venue, year and links as its neighbours have them`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Segment. CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))] | [[code](https://github.com/o/\(word))]"
      }
    )
    var known = try known()
    known.links = [Particulars.Address(label: "code", url: "https://github.com/me/mynet")]
    let addition = try list.adding(known, to: "Papers")
    #expect(
      addition.entry
        == "- MyNet: Segments Everything. arXiv'2026. [[paper](https://arxiv.org/abs/2606.01234)] | [[code](https://github.com/me/mynet)]"
    )
    #expect(addition.findings.isEmpty)
    #expect(addition.lines == 17..<18)
  }

  @Test func `a linked title gets authors cut as its neighbours cut them`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- [\(word)Net: A Way to Segment](https://arxiv.org/pdf/\(SampleList.id(number)).pdf), \(word)son et al., CVPR 2024 | [github](https://github.com/o/\(word))"
      }
    )
    let addition = try list.adding(try known(), to: "Papers")
    #expect(
      addition.entry
        == "- [MyNet: Segments Everything](https://arxiv.org/pdf/2606.01234.pdf), Adams et al., arXiv 2026"
    )
    #expect(addition.missing == ["the link 'github'"])
  }

  @Test
  func `a row has as many cells as the others, and nothing in those of which nothing is known`()
    throws
  {
    let list = try SampleList(
      SampleList.text(
        above: "| Title | Venue | Year | Code |\n| --- | --- | --- | --- |\n"
      ) { word, number in
        "| [\(word)Net: A Way to Segment](https://arxiv.org/abs/\(SampleList.id(number))) | CVPR | 2024 | [Code](https://github.com/o/\(word)) |"
      }
    )
    let addition = try list.adding(try known(), to: "Papers")
    #expect(
      addition.entry
        == "| [MyNet: Segments Everything](https://arxiv.org/abs/2606.01234) | arXiv | 2026 | |"
    )
    #expect(addition.missing == ["the link 'code'"])
  }

  private let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  @Test func `a block of lines keeps its breaks and the blank lines around it`() throws {
    let list = try SampleList(
      SampleList.text(joinedBy: "\n\n", newestFirst: true) { word, number in
        "**\(word)Net: A Way to Segment Things** \\\n*\(word) Adams, Bob Brown* \\\n[7 \(months[number]) 2024] [CVPR 2024] \\\n[[Paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
      }
    )
    let addition = try list.adding(try known(), to: "Papers")
    #expect(
      addition.entry
        == "**MyNet: Segments Everything** \\\n*Ann Adams, Bob Brown, Cy Clark* \\\n[7 Jun 2026] [arXiv 2026] \\\n[[Paper](https://arxiv.org/abs/2606.01234)]"
    )
    // The newest stand first.
    #expect(addition.lines.lowerBound == 5)
    let text = String(decoding: addition.text, as: UTF8.self)
    #expect(text.contains("/2606.01234)]\n\n**LisaNet"))
  }

  @Test func `nested items stay below their entry`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- [\(word)Net: A Way to Segment](https://arxiv.org/abs/\(SampleList.id(number)))\n  - \(word) Adams, Bob Brown\n  - Keyword: one, two\n  - Code: [official](https://github.com/o/\(word))"
      }
    )
    var known = try known()
    known.keywords = ["three", "four"]
    known.links = [Particulars.Address(label: "code", url: "https://github.com/me/mynet")]
    let addition = try list.adding(known, to: "Papers")
    #expect(
      addition.entry
        == "- [MyNet: Segments Everything](https://arxiv.org/abs/2606.01234)\n  - Ann Adams, Bob Brown, Cy Clark\n  - Keyword: three, four\n  - Code: [official](https://github.com/me/mynet)"
    )
  }

  @Test func `a project gets its description with the list's full stop`() throws {
    let list = try SampleList(
      SampleList.text { word, _ in
        "- [\(word)](https://github.com/o/\(word)) - Does something with \(word)."
      }
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = "Runs fast"
    let addition = try list.adding(known, to: "Papers")
    #expect(addition.entry == "- [Hare](https://github.com/me/hare) - Runs fast.")
    #expect(addition.order == "title")
    #expect(addition.lines.lowerBound == 12)
  }

  @Test func `numbers count on, and those after a new entry do, too`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "\(number + 1). [\(word)](https://github.com/o/\(word)) - Does something with \(word)."
      }
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = "Runs fast"
    let text = String(decoding: try list.adding(known, to: "Papers").text, as: UTF8.self)
    #expect(text.contains("\n7. [Glip]"))
    #expect(text.contains("\n8. [Hare](https://github.com/me/hare) - Runs fast.\n9. [Hint]"))
    #expect(text.contains("\n13. [Lisa]"))
  }

  @Test func `lines end as the file's do`() throws {
    let text = SampleList.text { word, number in
      "- \(word)Net: A Way to Segment. CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
    }
    let list = try SampleList(text.replacing("\n", with: "\r\n"))
    let addition = try list.adding(try known(), to: "Papers")
    let result = String(decoding: addition.text, as: UTF8.self)
    #expect(!result.replacing("\r\n", with: "").contains("\n"))
  }
}
