import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// What is learned of a list says the same when it is written down and read again.
struct WrittenRulebookTests {
  /// Lists of the shapes A to G, with a fault in one entry.
  static let lists: [String] = [
    list { number in
      "- **Paper \(number): What It Is About**, CVPR 2023 [[pdf]](https://arxiv.org/abs/2211.000\(number)) [[code]](https://github.com/a/p\(number))\n"
    },
    list { number in
      "- [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number)), Adams et al., CVPR 2023 | [github](https://github.com/a/p\(number)) | [bibtex](./p\(number).txt)\n"
    },
    list(before: "| Title | Venue | Open |\n|---|---|---|\n") { number in
      "| [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number)) | CVPR 2023 | \(number % 3 == 0 ? "No" : "Yes") |\n"
    },
    list { number in
      "**Paper \(number): What It Is About** \\\n*Ada Adams, Bo Brown* \\\n[[Paper](https://arxiv.org/abs/2211.000\(number))] [[Code](https://github.com/a/p\(number))]\n\n"
    },
    list { number in
      "\(number - 9). **Paper \(number): What It Is About.** CVPR 2023. [paper](https://arxiv.org/abs/2211.000\(number))\n\n    *Ada Adams, Bo Brown.*\n\n"
    },
    list { number in
      "- [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number))\n  - Ada Adams, Bo Brown\n  - Keyword: Segmentation\n"
    },
    list { number in
      "- [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number))\n  - Ada Adams, Bo Brown. *CVPR 2023*\n  - **Keywords:** Segmentation, Masks\n  - **Data:** [A\(number)](https://a.org/\(number)), [B](https://b.org/\(number))\n\(number % 3 == 0 ? "  - **Note:** One.\n  - **Note:** Two.\n" : "")"
    },
    list { number in
      "+ **P\(number)** [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number)) (May, 2024)\n  [![arXiv](https://img.shields.io/badge/a.svg)](https://arxiv.org/abs/2211.000\(number))\n\n"
    },
    list { number in
      "- **Paper \(number): What It Is About**, CVPR'23 [pdf](https://arxiv.org/abs/2211.000\(number))\n"
    },
    list { number in
      "- [Tool{\(number)}](https://example.org/\(number)) - Does something useful.\n"
    },
  ]

  private static func list(before: String = "", _ entry: (Int) -> String) -> String {
    let entries = (10..<34).map(entry)
    let faulty = entries[20].replacing("\n", with: " \n", maxReplacements: 1)
    return "# List\n\n## Papers\n\n" + before + entries[..<20].joined() + faulty
      + entries[21...].joined()
  }

  private func written(_ list: String) throws -> (learned: Rulebook, yaml: String) {
    let text = SourceText(list)
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    #expect(!learned.lessons.isEmpty)
    return (learned.rulebook, RulebookText(learned, of: ["README.md"], text).yaml)
  }

  @Test(arguments: lists)
  func `a written rulebook judges as what was learned does`(_ list: String) throws {
    let (learned, yaml) = try written(list)
    let read = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    #expect(learned.document(SourceText(list)).entries == read.document(SourceText(list)).entries)
    // A fault that everybody sees.
    let broken = list.replacing("://arxiv.org/abs/2211.00030", with: "//arxiv.org/abs/2211.00030")
      .replacing("://example.org/30", with: "//example.org/30")
    let wanted = try findings(on: broken, by: learned)
    #expect(try findings(on: broken, by: read) == wanted)
    #expect(!wanted.isEmpty)
  }

  @Test(arguments: lists)
  func `suggestions are the same too`(_ list: String) throws {
    let (learned, yaml) = try written(list)
    let read = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    let suggestions = report(on: list, by: read).suggestions.map(\.replacement)
    #expect(suggestions == report(on: list, by: learned).suggestions.map(\.replacement))
  }

  /// Three entries in 43 are a habit of their own, of which only notes are made.
  @Test(arguments: [": ", ". ", "; "])
  func `what was only counted is weighed as before`(_ separator: String) throws {
    let entries = (10..<53).map { number in
      let other = number % 15 == 0 ? separator : ", "
      return
        "- [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number))\(other)Adams et al., CVPR 2023\n"
    }
    let list = "# List\n\n## Papers\n\n" + entries.joined()
    let (learned, yaml) = try written(list)
    let read = try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    func said(by rulebook: Rulebook) -> [String] {
      report(on: list, by: rulebook).findings.map { located in
        let finding = located.finding
        return "\(located.line) \(finding.rule) \(finding.severity) \(finding.message.plain)"
      }
    }
    #expect(said(by: read) == said(by: learned))
    #expect(!said(by: learned).isEmpty)
  }

  @Test
  func `each line has its evidence`() throws {
    let yaml = try written(Self.lists[1]).yaml
    #expect(yaml.contains(#"marker: "-"  # 24 of 24"#))
    #expect(yaml.contains(#"template: "[{title}]({url}), {authors}, {venue} | {links}""#))
    #expect(yaml.contains(#"authors venue: {text: ", ", count: 24, of: 24}"#))
    #expect(yaml.contains("arxiv: abs  # 24 addresses under abs, 0 under pdf"))
  }

  @Test
  func `venues that are not known are named with their counts`() throws {
    let entries = (10..<34).map { number in
      "- [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number)), \(number % 3 == 0 ? "GRAPE" : "CVPR") 2023\n"
    }
    let yaml = try written("# List\n\n## Papers\n\n" + entries.joined()).yaml
    #expect(yaml.contains("# venues:\n#   - {name: GRAPE}  # 8 entries\n"))
    #expect(!yaml.contains("{name: CVPR}"))
  }

  @Test(arguments: [
    ("CVPR 2023", "CVPR'23"), ("CVPR'2023", "CVPR'23"), ("CVPR 23", nil), ("CVPR'23", nil),
  ])
  func `a year of two digits is the list's own where its others are so`(
    _ venue: String,
    _ wanted: String?
  ) throws {
    let list = Self.list { number in
      "- **Paper \(number): What It Is About**, CVPR'23 [pdf](https://arxiv.org/abs/2211.000\(number))\n"
    }
    .replacing(" \n", with: "\n")
    let entry =
      "- **Paper 99: What It Is About**, \(venue) [pdf](https://arxiv.org/abs/2211.00099)\n"
    let report = report(on: list + entry, by: try written(list).learned)
    #expect(
      report.findings.map(\.finding.message.plain)
        == [wanted.map { "Write the venue as '\($0)', not '\(venue)'" }].compactMap(\.self)
    )
    #expect(
      report.suggestions.map(\.replacement)
        == [wanted.map { String(entry.replacing(venue, with: $0).dropLast()) }].compactMap(\.self)
    )
  }

  @Test
  func `nested items have their forms and the counts of these`() throws {
    let yaml = try written(Self.lists[6]).yaml
    #expect(
      yaml.contains(
        """
            details:
              items:
                - "{authors}. *{venue}*"      # 24 of 24
                - "**Keywords:** {keywords}"  # 24 of 24
                - "**Data:** {links}"         # 24 of 24
                - "**Note:** {text*}"         # 8 of 24
              ordered: true
              separator: ", "  # 24 of 24
        """
      )
    )
  }

  @Test
  func `what is too uncertain is left open with its counts`() throws {
    let entries = (10..<34).map { number in
      "- [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number))\(number % 2 == 0 ? "," : ";") Adams et al.\n"
    }
    let yaml = try written("# List\n\n## Papers\n\n" + entries.joined()).yaml
    #expect(yaml.contains(#"title authors: any  # "]({url}), " in 12 of 24"#))
  }
}
