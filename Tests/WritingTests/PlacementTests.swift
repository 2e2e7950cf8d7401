import ListModel
import Parsing
import Testing

@testable import Writing

/// Where a new entry goes, in which of a section's formats, and how it fits into a table.
struct PlacementTests {
  private func known() throws -> Particulars {
    try SampleList.paper("2606.01234", "A New Way to Segment", "Ann Adams", "Bob Brown")
  }

  @Test func `a paper goes below the item that names its venue`() throws {
    var number = 0
    let groups = ["CVPR", "ICCV", "ECCV"].map { venue in
      let entries = SampleList.words.prefix(venue == "CVPR" ? 6 : 4).map { word in
        number += 1
        return
          "  - \(venue)\(word)Net: A Way to Cut [[paper]](https://arxiv.org/abs/2401.\(10_000 + number))"
      }
      return "- **\(venue)**\n" + entries.joined(separator: "\n")
    }
    let list = try SampleList(
      "# List\n\n## Papers\n\n" + groups.joined(separator: "\n") + "\n\n## Licence\n\nFree.\n"
    )
    var known = try known()
    known.venue = "ICCV"
    known.year = 2025
    let text = String(decoding: try list.adding(known, to: "Papers").text, as: UTF8.self)
    let above = try #require(text.split(separator: "A New Way").first)
    #expect(above.hasSuffix("  - "))
    #expect(above.contains("**ICCV**") && !above.contains("**ECCV**"))
  }

  @Test func `of the formats of a section the one that has a place for all takes it`() throws {
    let lines = SampleList.words.enumerated().map { number, word in
      number < 8
        ? "- [\(word)](https://github.com/o/\(word)) - Does something with \(word)."
        : "- \(word)Net: A Way to Cut. CVPR 2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
    }
    let list = try SampleList(
      "# List\n\n## Papers\n\n" + lines.joined(separator: "\n") + "\n\n## Licence\n\nFree.\n"
    )
    var tool = Particulars()
    tool.page = "https://github.com/me/hare"
    tool.title = "Hare"
    tool.description = "Runs fast"
    #expect(
      try list.adding(tool, to: "Papers").entry
        == "- [Hare](https://github.com/me/hare) - Runs fast."
    )
  }

  @Test func `a cell without a field is known by its column's name`() throws {
    let list = try SampleList(
      SampleList.text(
        above: "| API | Description | Auth | HTTPS |\n| --- | --- | --- | --- |\n"
      ) { word, number in
        "| [\(word)](https://github.com/o/\(word)) | Does something with \(word) | \(number.isMultiple(of: 3) ? "No" : "apiKey") | Yes |"
      }
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = "Runs fast"
    #expect(
      try list.adding(known, to: "Papers").missing == ["the column 'auth'", "the column 'https'"]
    )
    known.details = ["auth": "OAuth", "https": "No"]
    let addition = try list.adding(known, to: "Papers")
    #expect(addition.entry == "| [Hare](https://github.com/me/hare) | Runs fast | OAuth | No |")
    #expect(addition.missing.isEmpty)
  }

  @Test func `cells are as wide as the line of dashes where rows keep to it`() throws {
    func row(_ word: String, _ venue: String, _ width: Int) -> String {
      let cell = venue + String(repeating: " ", count: max(0, width - venue.utf8.count))
      return
        "| [\(word)Net: A Way to Cut](https://github.com/o/\(word)) | \(cell) | 2024 |"
    }
    let rows = SampleList.words.enumerated().map { number, word in
      // Half of them keep to the width of the header, the others to several others.
      row(word, ["CVPR", "ICCV"][number % 2], number.isMultiple(of: 2) ? 16 : 9 + number)
    }
    let list = try SampleList(
      "# List\n\n## Papers\n\n| Title | Venue            | Year |\n| --- | ---------------- | --- |\n"
        + rows.joined(separator: "\n") + "\n\n## Licence\n\nFree.\n"
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.venue = "ECCV"
    known.year = 2024
    #expect(try list.adding(known, to: "Papers").entry.contains("| ECCV             | 2024 |"))
  }

  @Test func `a sign that some entries have is not taken from a neighbour`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(number.isMultiple(of: 2) ? "" : ":gem: ")**\(word)Net: A Way to Cut** [[paper]](https://arxiv.org/abs/\(SampleList.id(number)))"
      }
    )
    #expect(try !list.adding(try known(), to: "Papers").entry.contains("gem"))
  }

  @Test func `what nobody knows and the format demands has the template's word, and is told`()
    throws
  {
    let entries = SampleList.text { word, number in
      "- \(word)Net: A Way to Segment. CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))] | [[code](https://github.com/o/\(word))]"
    }
    let list = try SampleList(
      entries
        + "\n## Contributing\n\nUse this format:\n\n```\n- Paper Name. Conference'Year. [[paper](link)] | [[code](link)]\n```\n"
    )
    var known = Particulars()
    known.identity = .openReview("aB3")
    known.title = "A New Way to Segment"
    let addition = try list.adding(known, to: "Papers")
    #expect(
      addition.entry
        == "- A New Way to Segment. Conference'Year. [[paper](https://openreview.net/forum?id=aB3)]"
    )
    #expect(addition.missing.contains("the venue, for which 'Conference' stands"))
    #expect(addition.missing.contains("the year, for which 'Year' stands"))
  }

  @Test func `a year that stands alone is that in which the paper appeared`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut (\(2010 + number)) [[paper]](https://arxiv.org/abs/\(SampleList.id(number)))"
      }
    )
    var known = try known()
    known.venue = "CVPR"
    known.year = 2027
    known.date = nil
    #expect(try list.adding(known, to: "Papers").entry.contains(" (2027) "))
  }
}
