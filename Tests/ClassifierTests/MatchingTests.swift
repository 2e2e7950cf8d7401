import Classifier
import ListModel
import Markdown
import Rules
import Testing

/// Which entry of one version of a list is which of the other.
struct MatchingTests {
  private let rulebook: Rulebook

  init() throws { rulebook = try #require(try Rulebook.builtIn()) }

  private static func entry(_ title: String, _ id: String) -> String {
    "- \(title). CVPR'2024. [[paper](https://arxiv.org/abs/\(id))]\n"
  }

  private static let one = entry("A First Paper of Several", "2401.00001")
  private static let two = entry("Quite Another One", "2401.00002")
  private static let three = entry("The Third of Them", "2401.00003")

  @Test(
    arguments: [
      ("the same", one + two, one + two, [0, 1], []),
      ("one more between", one + three, one + two + three, [0, nil, 1], []),
      ("one less", one + two + three, one + three, [0, 2], [1]),
      ("another order", one + two, two + one, [1, 0], []),
      (
        "another title with the same identifier", one,
        one.replacing("A First Paper of Several", with: "A First Paper"), [0], []
      ),
      (
        "another identifier with the same title", one + two,
        one.replacing("00001", with: "00009") + two, [0, 1], []
      ),
      ("the same twice", one, one + one, [0, nil], []),
      ("nothing before", "", one, [nil], []),
      ("nothing after", one, "", [], [0]),
      ("all others", one, two, [nil], [0]),
    ] as [(String, String, String, [Int?], [Int])]
  )
  func `entries are paired by what they are about`(
    _ what: String,
    _ base: String,
    _ head: String,
    _ partners: [Int?],
    _ removed: [Int]
  ) {
    let matching = Matching(
      base: rulebook.document(SourceText("## A\n\n" + base)),
      head: rulebook.document(SourceText("## A\n\n" + head))
    )
    #expect(matching.partner == partners, "\(what)")
    #expect(matching.removed == removed, "\(what)")
  }

  @Test func `an entry that moves to another section is still itself`() {
    let matching = Matching(
      base: rulebook.document(SourceText("## A\n\n\(Self.one)\n## B\n\n\(Self.two)")),
      head: rulebook.document(SourceText("## A\n\n\(Self.three)\n## B\n\n\(Self.two)\(Self.one)"))
    )
    #expect(matching.partner == [nil, 1, 0])
    #expect(matching.removed == [])
  }
}
