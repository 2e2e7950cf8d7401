import ListModel
import Parsing
import Testing

@testable import Writing

/// What an entry takes from its neighbours, and what it must not take: what is about them alone.
struct MechanismTests {
  private func known(_ title: String = "A New Way to Segment") throws -> Particulars {
    try SampleList.paper("2606.01234", title, "Ann Adams", "Bob Brown")
  }

  @Test func `a month that stands with a preprint's year is the paper's own`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut [[paper]](https://arxiv.org/abs/\(SampleList.id(number))) `arXiv 2024/\(number < 9 ? "0" : "")\(number + 1)`"
      }
    )
    let addition = try list.adding(try known(), to: "Papers")
    #expect(
      addition.entry
        == "- A New Way to Segment [[paper]](https://arxiv.org/abs/2606.01234) `arXiv 2026/06`"
    )
  }

  @Test func `an emoji that is written as a word goes as a whole`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut. CVPR 2024. [[paper]](https://arxiv.org/abs/\(SampleList.id(number))) \(String(repeating: ":star:", count: number % 5 + 1))"
      }
    )
    let addition = try list.adding(try known(), to: "Papers")
    #expect(
      addition.entry
        == "- A New Way to Segment. arXiv 2026. [[paper]](https://arxiv.org/abs/2606.01234)"
    )
  }

  @Test func `a badge has the colour of its venue`() throws {
    let colours = ["CVPR": "8A2BE2", "ICCV": "00CED1", "ECCV": "228B22"]
    let list = try SampleList(
      SampleList.text(
        above: "| Title | Venue | Page |\n| --- | --- | --- |\n"
      ) { word, number in
        let venue = ["CVPR", "ICCV", "CVPR", "ECCV"][number % 4]
        return
          "| [\(word)Net: A Way to Cut](https://arxiv.org/abs/\(SampleList.id(number))) | <img src=\"https://img.shields.io/badge/\(venue)%202024-\(colours[venue] ?? "")\" alt=\"\(venue) 2024\"> | [Homepage](https://\(word).github.io) |"
      }
    )
    var known = try known()
    known.venue = "ICCV"
    known.year = 2025
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.contains("badge/ICCV%202025-00CED1\" alt=\"ICCV 2025\""))
  }

  @Test func `a preprint is known by the beginning of its venue's name`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let id = SampleList.id(number)
        return
          "- `[\(word) et al. ARXIV24]` \(word)Net: A Way to Cut. arXiv:\(id), 2024. [[paper]](https://arxiv.org/abs/\(id))"
      }
    )
    var known = try known()
    known.venue = "arXiv:2606.01234"
    let entry = try list.adding(known, to: "Papers").entry
    #expect(
      entry.hasPrefix("- `[Adams et al. ARXIV26]` A New Way to Segment. arXiv:2606.01234, 2026.")
    )
  }

  @Test func `names end in a full stop as other names do, and not as 'et al.' does`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let names = number < 8 ? "\(word)son, Ann, et al." : "\(word)son, Ann, and Bo Kim."
        return
          "- \(names) \"\(word)Net: A Way to Cut.\" CVPR 2024. [[paper]](https://arxiv.org/abs/\(SampleList.id(number)))"
      }
    )
    #expect(
      try list.adding(try known(), to: "Papers").entry
        .hasPrefix("- Adams, Ann, and Bob Brown. \"A New Way to Segment.\" ")
    )
  }

  private static let sentence =
    "Finds every object of a picture, gives each its name and its outline, and tells how sure it is of both of them"

  /// A list whose lines end before they are longer than some number of bytes.
  private func wrapped(at width: Int) throws -> SampleList {
    try SampleList(
      SampleList.text { word, _ in
        let text =
          "* [\(word)](https://github.com/o/\(word)) - \(Self.sentence), as \(word) does with \(word)."
        var lines = [""]
        for next in text.split(separator: " ") {
          let line = lines[lines.count - 1]
          if line.isEmpty {
            lines[lines.count - 1] = String(next)
          } else if line.count + 1 + next.count <= width {
            lines[lines.count - 1] += " " + next
          } else {
            lines.append("  " + next)
          }
        }
        return lines.joined(separator: "\n")
      }
    )
  }

  @Test(arguments: [72, 80])
  func `a text that is too long for a line goes on in the next`(width: Int) throws {
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = Self.sentence
    let list = try wrapped(at: width)
    let lines = try list.adding(known, to: "Papers").entry.split(separator: "\n")
    #expect(lines.count == 3 || lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
    let next = try #require(lines.dropFirst().first?.split(separator: " ").first)
    #expect(lines[0].count + 1 + next.count > width)
  }

  @Test func `what a nested item says that nobody knows is left out and told`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- [\(word)Net: A Way to Cut](https://arxiv.org/abs/\(SampleList.id(number)))\n  - \(word) Adams, Bob Brown\n  - Institutions: University of \(word)\n  - Keyword: one, \(word)"
      }
    )
    let addition = try list.adding(try known(), to: "Papers")
    #expect(
      addition.entry
        == "- [A New Way to Segment](https://arxiv.org/abs/2606.01234)\n  - Ann Adams, Bob Brown"
    )
    #expect(addition.missing == ["the keywords", "the item 'institutions'"])
  }

  @Test func `a column of which nobody knows anything stays empty and is told`() throws {
    let list = try SampleList(
      SampleList.text(
        above: "| API | Description | Auth | Link |\n| --- | --- | --- | --- |\n"
      ) { word, number in
        "| [\(word)](https://github.com/o/\(word)) | Does something | \(["No", "`apiKey`", "OAuth"][number % 3]) | yes |"
      }
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = "Runs fast"
    let addition = try list.adding(known, to: "Papers")
    #expect(addition.entry.hasPrefix("| [Hare](https://github.com/me/hare) | Runs fast | |"))
    #expect(addition.missing.contains("the column 'auth'"))
  }

  @Test func `a line outside of the entries that names it already is told`() throws {
    let text = SampleList.text { word, number in
      "- \(word)Net: A Way to Cut. CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
    }
    let list = try SampleList(
      text.replacing("Free.", with: "Free. See also arxiv.org/abs/2606.01234v2, not 12606.01234.")
    )
    let addition = try list.adding(try known(), to: "Papers")
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "Free.")
    )
    #expect(addition.elsewhere == [line + 1])
    let other = try SampleList(text)
    #expect(try other.adding(try known(), to: "Papers").elsewhere == [])
  }

  @Test func `a description that somebody wrote for the list keeps its marks`() throws {
    let list = try SampleList(
      SampleList.text(
        above: "| Name | Description |\n| --- | --- |\n"
      ) { word, _ in
        "| [\(word)](https://github.com/o/\(word)) | Does something with \(word) |"
      }
    )
    var known = Particulars()
    known.page = "https://github.com/me/hare"
    known.title = "Hare"
    known.description = "Sets `$PATH` | runs"
    #expect(
      try list.adding(known, to: "Papers").entry
        == "| [Hare](https://github.com/me/hare) | Sets \\`$PATH\\` \\| runs |"
    )
    known.isDescriptionMarkdown = true
    #expect(
      try list.adding(known, to: "Papers").entry
        == "| [Hare](https://github.com/me/hare) | Sets `$PATH` \\| runs |"
    )
  }

  @Test func `an empty cell has what others have where there is nothing to say`() throws {
    let list = try SampleList(
      SampleList.text(
        above: "| Title | Year | Code |\n| --- | --- | --- |\n"
      ) { word, number in
        let code = number % 3 == 0 ? "-" : "[code](https://github.com/o/\(word))"
        return
          "| [\(word)Net: A Way to Cut](https://arxiv.org/abs/\(SampleList.id(number))) | 2024 | \(code) |"
      }
    )
    #expect(
      try list.adding(try known(), to: "Papers").entry
        == "| [A New Way to Segment](https://arxiv.org/abs/2606.01234) | 2026 | - |"
    )
  }

  @Test func `a paper that has its link gets no second one in another form`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let id = SampleList.id(number)
        let more = number % 2 == 0 ? "" : " [[pdf](https://arxiv.org/pdf/\(id))]"
        return "- \(word)Net: A Way to Cut. CVPR'2024. [[abs](https://arxiv.org/abs/\(id))]\(more)"
      }
    )
    var known = try known()
    known.links = [Particulars.Address(label: "abs", url: "https://arxiv.org/abs/2606.01234")]
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- A New Way to Segment. arXiv'2026. [[abs](https://arxiv.org/abs/2606.01234)]"
    )
  }
}
