import Testing

@testable import Page

/// Venues on the page, in its filters and its pictures.
struct VenueTests {
  private func content(_ venues: [String]) throws -> PageContent {
    let entries = venues.enumerated().map { number, venue in
      "- Paper \(number) on Segmentation. \(venue). [[paper](https://arxiv.org/abs/2308.\(10_000 + number))]\n"
    }
    return try SamplePage.content("# List\n\n## Papers\n\n" + entries.joined())
  }

  @Test(arguments: [
    (["arXiv'2023", "arxiv'2023", "arXiv'2024"], "arXiv"),
    (["ArXiv'2023", "arXiv'2023", "ArXiv'2024"], "ArXiv"),
    // Of two that are as common, the one that everybody knows.
    (["ARXIV'2023", "arXiv'2023"], "arXiv"), (["arxiv'2023", "ARXIV'2023"], "ARXIV"),
    (["INTERSPEECH'2023", "interspeech'2023"], "INTERSPEECH"),
  ])
  func `venues that differ in case only are one, in the form that the list has most often`(
    _ venues: [String],
    _ name: String
  ) throws {
    let content = try content(venues)
    #expect(content.entries.allSatisfy { $0.venue == name })
    #expect(EntryCounts(content.entries).venues == [.init(value: name, count: venues.count)])
  }

  @Test func `a preprint's number is not part of the venue`() throws {
    let content = try content(["arXiv preprint arXiv:1809.01337 2018", "arXiv'2023", "CVPR'2023"])
    #expect(content.entries.map(\.venue) == ["arXiv", "arXiv", "CVPR"])
  }

  @Test func `an entry that names several venues is found under each, with its year`() throws {
    let content = try content(["CVPR 2019, ECCV 2018, CVPR 2017", "CVPR 2019"])
    let counts = EntryCounts(content.entries)
    #expect(counts.venues.map { "\($0.value) \($0.count)" } == ["CVPR 2", "ECCV 1"])
    #expect(counts.years.map { "\($0.value) \($0.count)" } == ["2017 1", "2018 1", "2019 2"])
    let page = String(decoding: PageRenderer(content).page().bytes, as: UTF8.self)
    #expect(
      page.contains(
        "<span class=\"v\">CVPR</span> <span class=\"y\">2019</span>, <span class=\"v\">ECCV</span> <span class=\"y\">2018</span>, <span class=\"v\">CVPR</span> <span class=\"y\">2017</span>"
      )
    )
  }
}
