import ListModel
import Testing

@testable import Writing

/// Which section is meant, and what is there already.
struct ChoiceTests {
  private func list() throws -> SampleList {
    func entries(_ range: Range<Int>, _ topic: String) -> String {
      range.map { number in
        "- \(SampleList.words[number])Net: \(topic). CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]\n"
      }
      .joined()
    }
    return try SampleList(
      """
      # List

      ## Images

      ### Methods

      \(entries(0..<6, "Segmentation of Images"))
      ## Videos

      ### Methods

      \(entries(6..<12, "Tracking in Videos"))
      """
    )
  }

  @Test func `a heading that several sections have is told`() throws {
    let choice = SectionChoice(try list().document)
    #expect(throws: SectionChoice.Failure.ambiguous(["Images > Methods", "Videos > Methods"])) {
      try choice.section(named: "methods")
    }
    #expect(choice.name(of: try choice.section(named: "videos > Methods")) == "Videos > Methods")
  }

  @Test func `a heading that no section has is told with the nearest`() throws {
    let choice = SectionChoice(try list().document)
    #expect(throws: SectionChoice.Failure.unknown(nearest: ["Videos"])) {
      try choice.section(named: "Vidoes")
    }
  }

  @Test func `the likeliest section has entries of the same words`() throws {
    let choice = SectionChoice(try list().document)
    let known = try SampleList.paper("2606.01234", "A New Way of Tracking Cats in Videos")
    #expect(choice.likeliest(for: known).first.map(choice.name) == "Videos > Methods")
  }

  @Test func `what is there already is refused, wherever it stands`() throws {
    let list = try list()
    let known = try SampleList.paper(SampleList.id(2), "Another Name")
    #expect(throws: AdditionError.present(line: 9)) {
      try list.adding(known, to: "Videos > Methods")
    }
    let titled = try SampleList.paper("2606.01234", "ClipNet: segmentation of images")
    #expect(throws: AdditionError.present(line: 9)) {
      try list.adding(titled, to: "Videos > Methods")
    }
  }

  @Test func `a list without entries shows nothing`() throws {
    let list = try SampleList("# List\n\n## Papers\n\nNone yet.\n")
    let known = try SampleList.paper("2606.01234", "A New Way")
    #expect(throws: AdditionError.noModel) { try list.adding(known, to: "Papers") }
  }

  @Test func `a comment in a heading is not part of its name`() throws {
    let list = try SampleList(
      SampleList.text(heading: "## Papers <!-- omit in toc -->") { word, number in
        "- \(word)Net: A Way to Cut. CVPR'2024. [[paper](https://arxiv.org/abs/\(SampleList.id(number)))]"
      }
    )
    let choice = SectionChoice(list.document)
    let section = try choice.section(named: "papers")
    #expect(choice.name(of: section).hasSuffix("Papers"))
    #expect(try choice.section(named: choice.name(of: section)) == section)
  }
}
