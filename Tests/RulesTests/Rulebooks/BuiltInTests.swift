import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// The rulebooks that are built in, each on a list of its kind.
struct BuiltInTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let entries: [String]
    let fields: Set<FieldName>

    var testDescription: String { name }
    var text: String { "# List\n\n## Papers\n\n" + entries.joined() }
  }

  static let cases = [
    Case(
      name: "awesome",
      entries: [
        "- [Tool](https://example.org/tool) - Does something useful.\n",
        "- [Other](https://example.org/other) - Does it otherwise.\n",
        "- [Bare](https://example.org/bare)\n",
      ],
      fields: [.title, .description]
    ),
    Case(
      name: "linked-titles",
      entries: [
        "- [One Paper about Things](https://arxiv.org/abs/2211.00001), Adams et al., CVPR 2023 | [code](https://github.com/a/one)\n",
        "- [Another Paper about Things](https://arxiv.org/abs/2211.00002), Brown et al., ICCV 2023 | [code](https://github.com/a/two) | [project](https://two.example.org)\n",
      ],
      fields: [.title, .authors, .venue, .links]
    ),
    Case(
      name: "blocks",
      entries: [
        "**One Paper about Things** \\\n*Ada Adams, Bo Brown* \\\nCVPR 2023. [[Paper](https://arxiv.org/abs/2211.00001)] [[Code](https://github.com/a/one)]\n\n",
        "**Another Paper about Things** \\\n*Cy Cole, Di Dean* \\\nICCV 2023. [[Paper](https://arxiv.org/abs/2211.00002)]\n\n",
      ],
      fields: [.title, .authors, .venue, .links]
    ),
    Case(
      name: "paragraphs",
      entries: [
        "1. **One Paper about Things.** CVPR 2023. [paper](https://arxiv.org/abs/2211.00001)\n\n    *Ada Adams, Bo Brown.*\n\n",
        "2. **Another Paper about Things.** ICCV 2023. [paper](https://arxiv.org/abs/2211.00002)\n\n    *Cy Cole, Di Dean.*\n\n",
      ],
      fields: [.title, .venue, .authors, .links]
    ),
    Case(
      name: "nested",
      entries: [
        "- [One Paper about Things](https://arxiv.org/abs/2211.00001)\n  - Ada Adams, Bo Brown\n  - Code: [official](https://github.com/a/one)\n",
        "- [Another Paper about Things](https://arxiv.org/abs/2211.00002)\n  - Cy Cole, Di Dean\n",
      ],
      fields: [.title, .details]
    ),
    Case(
      name: "badges",
      entries: [
        "+ **One** [One Paper about Things](https://arxiv.org/abs/2211.00001) (May, 2024)\n  [![arXiv](https://img.shields.io/badge/arXiv-2211.00001.svg)](https://arxiv.org/abs/2211.00001)\n\n",
        "+ [Another Paper about Things](https://arxiv.org/abs/2211.00002) (Jun., 2024)\n  [![arXiv](https://img.shields.io/badge/arXiv-2211.00002.svg)](https://arxiv.org/abs/2211.00002)\n\n",
      ],
      fields: [.name, .title, .date, .links]
    ),
    Case(
      name: "tables",
      entries: [
        "| Title | Venue | Links |\n| --- | --- | --- |\n",
        "| [One Paper about Things](https://arxiv.org/abs/2211.00001) | CVPR 2023 | [code](https://github.com/a/one) |\n",
        "| [Another Paper about Things](https://arxiv.org/abs/2211.00002) | ICCV 2023 | |\n",
      ],
      fields: [.title, .venue, .links]
    ),
  ]

  @Test(arguments: cases)
  func `a built-in rulebook reads lists of its kind and finds nothing wrong`(_ test: Case) throws {
    let rulebook = try #require(try Rulebook.builtIn(test.name))
    let document = rulebook.document(SourceText(test.text))
    #expect(document.entries.count == test.entries.count { $0.contains("https") })
    let first = document.entry(at: try #require(document.entries.first))
    #expect(first.fields == test.fields)
    #expect(try findings(on: test.text, by: rulebook) == [])
  }

  @Test(arguments: cases)
  func `a list too short to learn from is read by the built-in rulebook of its kind`(
    _ test: Case
  ) throws {
    let text = SourceText(test.text)
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    #expect(learned.rulebook.name == test.name)
    #expect(learned.fit?.count == learned.fit?.total)
  }

  @Test
  func `every built-in rulebook but the default is tried here`() throws {
    for test in Self.cases { #expect(try Rulebook.builtIn(test.name) != nil) }
    #expect(try Rulebook.builtIn("nothing") == nil)
    #expect(Set(Self.cases.map(\.name)).union(["papers"]) == Set(Rulebook.builtInNames))
  }
}

extension Entry {
  /// The fields it has.
  var fields: Set<FieldName> {
    var fields = Set(texts.map(\.field))
    if title != nil { fields.insert(.title) }
    if venue != nil { fields.insert(.venue) }
    if tags != nil { fields.insert(.tags) }
    if links.indices.contains(where: { $0 != titleLink && links[$0].label != nil }),
      !fields.contains(.details)
    {
      fields.insert(.links)
    }
    return fields
  }
}
