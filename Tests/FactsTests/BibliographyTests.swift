import Foundation
import ListModel
import Rules
import Testing

@testable import Facts

/// Bibliographies as DBLP and the ACL Anthology write them.
struct BibliographyTests {
  private static let records = """
    @inproceedings{DBLP:conf/cvpr/LaiTCLYLJ24,
      author    = {Xin Lai and
                   Zhuotao Tian},
      title     = {{LISA:} Reasoning Segmentation via
                   Large Language Model},
      booktitle = {{IEEE/CVF} Conference on Computer Vision and Pattern Recognition, {CVPR}
                   2024, Seattle, WA, USA, June 16-22, 2024},
      year      = {2024}
    }

    @article{DBLP:journals/corr/abs-2308-00692,
      author    = {Xin Lai},
      title     = {{LISA:} Reasoning Segmentation via Large Language Model},
      journal   = {CoRR},
      volume    = {abs/2308.00692},
      year      = {2023}
    }

    @inproceedings{schutze-2015-multichannel,
        title = "Multichannel Variable-Size Convolution for Sentence Classification",
        author = {Sch{\\"u}tze, Hinrich  and
          Yin, Wenpeng},
        booktitle = "Proceedings of the Nineteenth Conference on Computational Natural Language Learning (CoNLL)",
        month = jul,
        year = "2015",
    }

    """

  private func publications(
    _ text: String,
    _ titles: [String]
  ) throws -> (found: FactTable, count: Int, damaged: Int) {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".bib")
      .path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines = titles.map { "- \($0). arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]" }
    var facts = FactTable()
    var bibliography = Bibliography(files: [path])
    try bibliography.answer(
      try Bench.entries("# L\n\n## P\n\n" + lines.joined(separator: "\n") + "\n"),
      into: &facts
    )
    return (facts, bibliography.count, bibliography.damaged)
  }

  @Test func `a preprint's record says which paper on arXiv it is`() throws {
    let title = "LISA: Reasoning Segmentation via Large Language Model"
    let (facts, _, _) = try publications(Self.records, [title])
    let id = try #require(ArXivID("2308.00692"))
    #expect(
      facts.listedPreprints == [TitleKey.key(of: title): [ListedPreprint(id: id, author: "Lai")]]
    )
  }

  @Test func `a record says where its paper was published`() throws {
    let title = "LISA: Reasoning Segmentation via Large Language Model"
    let (facts, count, damaged) = try publications(Self.records, [title])
    let found = try #require(facts.publications[TitleKey.key(of: title)])
    #expect(found.map(\.text) == ["CVPR 2024"])
    #expect(found.map(\.author) == ["Lai"])
    #expect(count == 3)
    #expect(damaged == 0)
  }

  @Test func `families before given names and accents are read`() throws {
    let title = "Multichannel Variable-Size Convolution for Sentence Classification"
    let found = try publications(Self.records, [title]).found.publications.values.first
    #expect(found?.first?.author == "Sch\u{FC}tze")
    #expect(found?.first?.text == "CoNLL 2015")
  }

  @Test func `what cannot be read is skipped and counted`() throws {
    let damaged =
      "@inproceedings{broken,\n  title = {Never {ends,\n  year = {2020}\n\n" + Self.records
    let result = try publications(
      damaged,
      ["LISA: Reasoning Segmentation via Large Language Model"]
    )
    #expect(result.damaged == 1)
    #expect(result.count == 3)
    #expect(result.found.publications.count == 1)
  }

  @Test(arguments: [
    "10.1007/978-3-031-72775-7_24", "10.1016/0031-3203(96)00038-4", "10.1002/x(sici)3.0.co;2-w",
  ])
  func `a record is found by its DOI, however TeX writes it`(name: String) throws {
    let escaped = name.replacing("_", with: #"\_"#)
    let found = try record("@article{a, title = {One}, doi = {\(escaped)}}", naming: name)
    #expect(found?.record.text("title") == "One")
    #expect(try record("@article{a, title = {One}, doi = {\(escaped)9}}", naming: name) == nil)
  }

  @Test(arguments: [
    ("{ECCV} 2024", "ECCV"), ("ECCV", "ECCV"), ("2024 {ECCV}", "ECCV"),
    ("Proceedings, June 16-22, 2024", "CVPR"),
  ])
  func `a short name of a venue counts for more than the key`(_ title: String, name: String) throws
  {
    let text =
      "@inproceedings{DBLP:conf/cvpr/A24, title = {One}, booktitle = {\(title)}, year = 2024, doi = {10.1/a}}"
    #expect(try record(text, naming: "10.1/a")?.publication?.venue == name)
  }

  private func record(
    _ text: String,
    naming name: String
  ) throws -> (record: BibTeXRecord, publication: Publication?)? {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".bib")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Bibliography(files: [file.path]).record(naming: name)
  }

  @Test func `a file that is not there is an error that names it`() throws {
    var facts = FactTable()
    var bibliography = Bibliography(files: ["/nowhere.bib"])
    #expect(throws: BibliographyError.self) {
      try bibliography.answer(try Bench.entries(), into: &facts)
    }
  }
}
