import ListModel
import Testing

@testable import Writing

/// What somebody gives stays as it is, as far as the list's rules have it so.
struct GivenTests {
  private func known(_ title: String = "A New Way to Segment") throws -> Particulars {
    try SampleList.paper("2606.01234", title, "Ann Adams", "Bob Brown")
  }

  /// A list of tools, of which some have no full stop after their descriptions.
  private func tools(without count: Int) throws -> SampleList {
    try SampleList(
      SampleList.text { word, number in
        "- [\(word)](https://github.com/o/\(word)) - Does something with \(word) in \(number + 2) ways\(number % 6 < count ? "" : ".")"
      }
    )
  }

  @Test(arguments: [
    (0, "- [Hare](https://github.com/me/hare) - Runs fast."),
    (2, "- [Hare](https://github.com/me/hare) - Runs fast"),
  ])
  func `a description gets a full stop where nearly all have one`(
    _ count: Int,
    _ entry: String
  ) throws {
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = "Runs fast"
    known.isDescriptionMarkdown = true
    #expect(try tools(without: count).adding(known, to: "Papers").entry == entry)
  }

  /// A list of papers whose links are of two forms, so that none is a rule.
  private func papers(_ form: (_ id: String, _ number: Int) -> String) throws -> SampleList {
    try SampleList(
      SampleList.text { word, number in
        "- [\(word)Net: A Way to Cut](\(form(SampleList.id(number), number))). CVPR'2024."
      }
    )
  }

  @Test func `an address on arXiv stays as it was given where the list has several forms`() throws {
    let list = try papers { id, number in
      [
        "https://arxiv.org/abs/\(id)", "https://arxiv.org/pdf/\(id)",
        "https://arxiv.org/pdf/\(id)v1",
      ][
        number % 3
      ]
    }
    var known = try known()
    known.page = "https://arxiv.org/pdf/2606.01234v2"
    #expect(try list.adding(known, to: "Papers").entry.contains("(\(known.page ?? ""))"))
  }

  @Test func `an address on arXiv that the rules have otherwise is written as the list has it`()
    throws
  {
    let list = try papers { id, _ in "https://arxiv.org/abs/\(id)" }
    for given in ["http://www.arxiv.org/pdf/2606.01234v2.pdf", "hhttps://arxiv.org/abs/2606.01234"]
    {
      var known = try known()
      known.page = given
      #expect(
        try list.adding(known, to: "Papers").entry.contains("(https://arxiv.org/abs/2606.01234)")
      )
    }
  }

  @Test func `an address has what it leads to in brackets after it, as others have`() throws {
    let kinds = ["Keras", "PyTorch", "Caffe"]
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net [https://arxiv.org/pdf/\(SampleList.id(number)).pdf] [20\(number + 10)]\n  + https://github.com/o/\(word) [\(kinds[number % 3])]"
      }
    )
    var known = try known("HareNet")
    known.links = [Particulars.Address(label: "Torch", url: "https://github.com/me/hare")]
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- HareNet [https://arxiv.org/pdf/2606.01234.pdf] [2026]\n  + https://github.com/me/hare [Torch]"
    )
  }

  @Test func `code is not called by what it is written in, where nobody says that`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut | **[CVPR' 24]** |[`[pdf]`](https://arxiv.org/pdf/\(SampleList.id(number)).pdf) | [`[official code - caffe]`](https://github.com/o/\(word))"
      }
    )
    var known = try known()
    known.venue = "CVPR"
    known.links = [Particulars.Address(label: "official code", url: "https://github.com/me/hare")]
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.hasSuffix("[`[official code]`](https://github.com/me/hare)"))
  }

  @Test func `the forms in which others can be had are not said of a new one`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- [Learn \(word) Well](https://\(word).org/book) - Ann \(word)son\(number % 4 == 0 ? " (PDF)" : " (HTML)")"
      }
    )
    var known = Particulars()
    known.page = "https://hare.org/book"
    known.title = "Learn Hare Well"
    known.authors = ["Bob Brown"]
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- [Learn Hare Well](https://hare.org/book) - Bob Brown"
    )
  }
}
