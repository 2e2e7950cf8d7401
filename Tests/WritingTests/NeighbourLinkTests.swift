import ListModel
import Parsing
import Testing

@testable import Writing

/// The links of a new entry: which there are, in which order, and what they say.
struct NeighbourLinkTests {
  private func known() throws -> Particulars {
    try SampleList.paper("2606.01234", "A New Way to Segment", "Ann Adams", "Bob Brown")
  }

  @Test func `more links of a role than any other entry has follow each other in their order`()
    throws
  {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut. CVPR 2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))] [[code](https://github.com/o/\(word))]"
      }
    )
    var known = try known()
    known.links = ["one", "two", "three"].map {
      Particulars.Address(label: "code", url: "https://github.com/me/\($0)")
    }
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- A New Way to Segment. arXiv 2026. [[paper](https://arxiv.org/abs/2606.01234)] [[code](https://github.com/me/one)] [[code](https://github.com/me/two)] [[code](https://github.com/me/three)]"
    )
  }

  @Test func `a link that the description has is not written again`() throws {
    let list = try SampleList(
      SampleList.text { word, _ in
        "- [\(word)](https://github.com/o/\(word)) - Does something with \(word)."
      }
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = "Runs with [Dogs](https://example.org/dogs)."
    known.isDescriptionMarkdown = true
    known.links = [Particulars.Address(label: "Dogs", url: "https://example.org/dogs")]
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- [Hare](https://github.com/me/hare) - Runs with [Dogs](https://example.org/dogs)."
    )
  }

  @Test func `a description that somebody wrote stays as it is where entries differ`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- [\(word)](https://github.com/o/\(word)) Does something with \(word)\(number.isMultiple(of: 2) ? "." : "")"
      }
    )
    for text in ["Runs fast", "Runs fast."] {
      var known = Particulars()
      known.page = "https://github.com/me/hare"
      known.title = "Hare"
      known.description = text
      known.isDescriptionMarkdown = true
      #expect(try list.adding(known, to: "Papers").entry.hasSuffix(") \(text)"))
    }
  }

  @Test func `a link with the name of an author goes to that name`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut. [\(word) Lee](https://\(word).example.org), Bo Kim. CVPR 2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
      }
    )
    var known = try known()
    known.links = [Particulars.Address(label: "Bob Brown", url: "https://bob.example.org")]
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.contains(" Ann Adams, [Bob Brown](https://bob.example.org). arXiv 2026. [["))
  }

  @Test func `a link under the venue's name is where the paper was published`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let venue = ["CVPR", "ICCV", "ECCV"][number % 3]
        return
          "- \(word)Net: A Way to Cut [[\(venue)2024]](https://arxiv.org/abs/\(SampleList.id(number))) [[code]](https://github.com/o/\(word))"
      }
    )
    var known = try known()
    known.venue = "CVPR"
    known.year = 2026
    known.links = [
      Particulars.Address(label: "CVPR2026", url: "https://arxiv.org/abs/2606.01234"),
      Particulars.Address(label: "code", url: "https://github.com/me/new"),
    ]
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- A New Way to Segment [[CVPR2026]](https://arxiv.org/abs/2606.01234) [[code]](https://github.com/me/new)"
    )
  }

  @Test
  func `where no title leads anywhere, a page is a link of its own, and the title stands once`()
    throws
  {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut. CVPR 2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
      }
    )
    var known = try known()
    known.page = "https://arxiv.org/abs/2606.01234"
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- A New Way to Segment. arXiv 2026. [[paper](https://arxiv.org/abs/2606.01234)]"
    )
  }

  @Test func `an address stands in the place of a title where nobody has one`() throws {
    let linked = SampleList.words.map { "- [\($0)](https://github.com/o/\($0))" }
    let bare = SampleList.words.map { "- https://github.com/t/\($0)" }
    let list = try SampleList(
      "# List\n\n## Papers\n\n" + linked.joined(separator: "\n") + "\n\n## Tools\n\n"
        + bare.joined(separator: "\n") + "\n\n## Licence\n\nFree.\n"
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "https://github.com/me/hare"
    #expect(try list.adding(known, to: "Tools").entry == "- https://github.com/me/hare")
  }

  @Test func `a badge names the paper's own repository, whatever a neighbour's names`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let named = number.isMultiple(of: 3) ? word.lowercased() : word
        return
          "- [\(word)Net: A Way to Cut](https://arxiv.org/abs/\(SampleList.id(number))) [![Star](https://img.shields.io/github/stars/o/\(named).svg?style=social)](https://github.com/o/\(word))"
      }
    )
    var known = try known()
    known.page = "https://arxiv.org/abs/2606.01234"
    known.links = [Particulars.Address(label: "code", url: "https://github.com/me/new")]
    #expect(
      try list.adding(known, to: "Papers").entry.hasSuffix(
        "[![Star](https://img.shields.io/github/stars/me/new.svg?style=social)](https://github.com/me/new)"
      )
    )
  }

  @Test func `a line ends where what stood at its end is left out`() throws {
    let list = try SampleList(
      SampleList.text(joinedBy: "\n\n") { word, number in
        "+ [\(word)Net: A Way to Cut](https://arxiv.org/abs/\(SampleList.id(number))) (May \(number + 1), 2024)\n  [![arXiv](https://img.shields.io/badge/arXiv-b31b1b.svg)](https://arxiv.org/abs/\(SampleList.id(number)))"
      }
    )
    var known = try known()
    known.venue = "ICLR"
    known.date = CalendarDate(year: 2026, month: 6)
    #expect(
      try list.adding(known, to: "Papers").entry
        == "+ [A New Way to Segment](https://arxiv.org/abs/2606.01234)\n  [![arXiv](https://img.shields.io/badge/arXiv-b31b1b.svg)](https://arxiv.org/abs/2606.01234)"
    )
  }

  @Test func `a parenthesis that is opened for a link is closed after it`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let links =
          number.isMultiple(of: 3)
          ? ""
          : " ([Demo](https://\(word).example.org), [Source Code](https://github.com/s/\(word)))"
        return
          "- [\(word)](https://example.org/\(word)) - Does something with \(word).\(links) `MIT` `Go`"
      }
    )
    var known = Particulars()
    known.page = "https://example.org/hare"
    known.title = "Hare"
    known.links = [Particulars.Address(label: "Source Code", url: "https://github.com/me/hare")]
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.contains("Source Code](https://github.com/me/hare)"))
    #expect(entry.count(where: { $0 == "(" }) == entry.count(where: { $0 == ")" }))
  }

  @Test func `what a field that is left out closed is closed`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net [https://arxiv.org/pdf/\(SampleList.id(number)).pdf] [2024]\n  + https://github.com/o/\(word)"
      }
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.count(where: { $0 == "[" }) == entry.count(where: { $0 == "]" }))
  }

  @Test(arguments: ["citations/hare.txt", "./hare.txt", "#hare"])
  func `a file beside the list can be an address`(_ path: String) {
    #expect(PlainWords.address(path).map { String(decoding: $0, as: UTF8.self) } == path)
  }

  @Test(arguments: ["javascript:alert(1)/x", "//example.org/x", "hare", "mailto:a@b.c/d"])
  func `what is neither of the web nor beside the list is not an address`(_ text: String) {
    #expect(PlainWords.address(text) == nil)
  }

  @Test func `a dataset's address stands below its own name`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let datasets = ["[COCO](https://coco.example.org)", "[ADE](https://ade.example.org)"]
        let own = number < 4 ? datasets : ["[\(word)Set](https://\(word).example.org)"]
        return
          "- [\(word)Net: A Way to Cut](https://arxiv.org/abs/\(SampleList.id(number)))\n  - \(word) Adams, Bob Brown\n  - Keyword: one, \(word)\n  - Dataset: \(own.joined(separator: ", "))"
      }
    )
    var known = try known()
    known.keywords = ["three"]
    known.links = [
      Particulars.Address(label: "dataset", url: "https://new.example.org", text: "NewSet")
    ]
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.hasSuffix("\n  - Dataset: [NewSet](https://new.example.org)"))
  }
}
