import ListModel
import Parsing
import Testing

@testable import Writing

/// A new entry says what is known of it, all of that, and nothing that is true of its neighbours alone.
struct InventionTests {
  /// A paper of a conference.
  private func known() throws -> Particulars {
    var known = try SampleList.paper("2602.01234", "A New Way to Segment", "Ann Adams", "Bob Brown")
    known.venue = "ICLR"
    known.year = 2026
    return known
  }

  private static func link(_ number: Int) -> String {
    "https://arxiv.org/abs/\(SampleList.id(number))"
  }

  @Test func `a published paper has its year among preprints that have none`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let venue = number % 3 == 0 ? "CVPR 2024" : "arXiv:\(SampleList.id(number))"
        return "- \(word)Net: A Way to Cut. \(venue). [[paper](\(Self.link(number)))]"
      }
    )
    #expect(
      try list.adding(try known(), to: "Papers").entry
        == "- A New Way to Segment. ICLR 2026. [[paper](https://arxiv.org/abs/2602.01234)]"
    )
  }

  @Test func `what closes the authors stays where the date after them is left out`() throws {
    let list = try SampleList(
      SampleList.text(joinedBy: "\n\n") { word, number in
        "**\(word)Net: A Way to Segment Things** \\\n*\(word) Adams, Bob Brown* \\\n[7 Jan., 2024] [CVPR, 2024] \\\n[[Paper](\(Self.link(number)))]"
      }
    )
    var known = try known()
    known.date = nil
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.contains("*Ann Adams, Bob Brown* \\\n[ICLR, 2026] \\\n"))
  }

  @Test func `a file of another repository is not made up for this one`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let code = "https://github.com/o/\(word)"
        return
          "- [\(word)Net: A Way to Cut](\(Self.link(number))), CVPR 2024 | [github](\(code)) | [bibtex](\(code)/blob/main/\(word).txt) | ![Stars](https://img.shields.io/github/stars/o/\(word))"
      }
    )
    var known = try known()
    known.links = [Particulars.Address(label: "github", url: "https://github.com/me/mynet")]
    let addition = try list.adding(known, to: "Papers")
    #expect(
      addition.entry
        == "- [A New Way to Segment](https://arxiv.org/abs/2602.01234), ICLR 2026 | [github](https://github.com/me/mynet) | ![Stars](https://img.shields.io/github/stars/me/mynet)"
    )
    #expect(addition.missing == ["the link 'bibtex'"])
  }

  @Test func `a paper has its own link, whatever other links it is given`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let code = "[[code](https://github.com/o/\(word))]"
        let paper = "[[paper](\(Self.link(number)))]"
        return
          "- \(word)Net: A Way to Cut. CVPR 2024. \(number % 2 == 0 ? code : paper + " " + code)"
      }
    )
    var known = try known()
    known.links = [Particulars.Address(label: "code", url: "https://github.com/me/mynet")]
    #expect(
      try list.adding(known, to: "Papers").entry
        == "- A New Way to Segment. ICLR 2026. [[paper](https://arxiv.org/abs/2602.01234)] [[code](https://github.com/me/mynet)]"
    )
  }

  @Test func `praise beside another paper's venue is that paper's`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let venue = ["CVPR 2024", "ICLR 2024 Spotlight", "NeurIPS 2024", "ICCV 2023"][number % 4]
        return "- \(word)Net: A Way to Cut [[\(venue)](\(Self.link(number)))]"
      }
    )
    let entry = try list.adding(try known(), to: "Papers").entry
    #expect(entry.contains("ICLR 2026") && !entry.contains("Spotlight"))
  }

  @Test func `a name that few say twice is said once`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        let title = number % 4 == 0 ? "\(word)Net: A Way to Cut" : "Some Way to Cut with \(word)"
        return
          "- **[\(word)Net]** \(title). CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
      }
    )
    let known = try SampleList.paper("2606.01234", "HareNet: A New Way to Segment")
    let entry = try list.adding(known, to: "Papers").entry
    #expect(entry.ranges(of: "HareNet").count == 1)
  }

  @Test func `the link to the paper stays where most others lead there by their titles`() throws {
    let list = try SampleList(
      SampleList.text { word, number in
        "- \(word)Net: A Way to Cut. CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]\n\t- [\(word) in Use](https://\(word).org/use)\n\t- [More of \(word)](https://\(word).org/more)"
      }
    )
    #expect(
      try list.adding(try SampleList.paper("2606.01234", "A New Way to Segment"), to: "Papers")
        .entry.hasSuffix("[[paper](https://arxiv.org/abs/2606.01234)]")
    )
  }
}
