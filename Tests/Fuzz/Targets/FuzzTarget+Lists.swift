internal import Classifier
internal import ListModel
internal import Markdown
internal import Parsing
internal import Rules

/// The built-in rulebooks and lists to judge an entry in, made once.
private struct Settings {
  let rulebook: Rulebook
  let judge: Judge
  let context: EntryContext
  let reader: CitationReader

  static let all: [Settings] = ["papers", "awesome", "tables", "paragraphs", "nested"].map { name in
    do {
      guard let rulebook = try Rulebook.builtIn(name) else { fatalError("no rulebook '\(name)'") }
      let text = SourceText(sample(name))
      let document = rulebook.document(text)
      let list = ListContext(judging: nil, of: document, by: rulebook, year: 2025, contributed: [])
      guard let place = document.entries.first else { fatalError("no entry for '\(name)'") }
      return Settings(
        rulebook: rulebook,
        judge: Judge(rulebook),
        context: EntryContexts(list, of: document)[place],
        reader: CitationReader(document)
      )
    } catch {
      fatalError("\(error)")
    }
  }

  private static func sample(_ name: String) -> String {
    switch name {
    case "tables":
      "## A\n\n| Title | Venue | Links |\n| --- | --- | --- |\n"
        + "| LISA | CVPR 2024 | [paper](https://arxiv.org/abs/2308.00692) |\n"
    case "paragraphs":
      "## A\n\n1. **LISA: Reasoning Segmentation.** CVPR 2024. [paper](https://arxiv.org/abs/2308.00692)"
        + "\n\n    *Xin Lai, Zhuotao Tian.*\n"
    case "nested":
      "## A\n\n- **LISA: Reasoning Segmentation**\n  - Paper: https://arxiv.org/abs/2308.00692\n"
    case "awesome": "## A\n\n- [LISA](https://github.com/a/b) - Segments by reasoning.\n"
    default:
      "- [A]: all.\n\n## A\n\n- **`[A]`** LISA: Reasoning. CVPR'2024."
        + " [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/a/b)]\n"
    }
  }
}

extension FuzzTarget {
  /// A list: its blocks lie within it and within each other, and it is read whatever its form.
  func runBlocks(_ bytes: [UInt8]) {
    guard let text = text(of: bytes) else { return }
    let blocks = text.blocks()
    for block in blocks {
      hold(
        block.lines.lowerBound >= 1 && block.lines.upperBound <= text.lineCount + 1
          && !block.lines.isEmpty,
        "a block lies within its text",
        "\(block)"
      )
    }
    for settings in Settings.all {
      let document = settings.rulebook.document(text)
      let reader = CitationReader(document)
      for place in document.entries {
        let entry = document.entry(at: place)
        _ = reader.citation(of: entry, format: place.format)
        for link in entry.links {
          hold(link.range.upperBound <= entry.text.count, "a link lies within its entry", "\(link)")
        }
      }
    }
  }

  /// An entry: its fields lie within it, and its correction is the last word.
  func runEntry(_ bytes: [UInt8]) {
    guard let first = bytes.first, let text = text(of: Array(bytes.dropFirst())) else { return }
    let settings = Settings.all[Int(first) % Settings.all.count]
    let context = settings.context
    let entry = context.format.read(text.bytes)
    _ = settings.reader.citation(of: entry, format: context.place.format)
    let findings = settings.judge.findings(on: entry, in: context)
    for finding in findings {
      hold(
        finding.range.lowerBound >= 0 && finding.range.upperBound <= entry.text.count,
        "a finding lies within its entry",
        "\(finding)"
      )
    }
    for level in [Fix.Applicability.safe, .needsReview] {
      guard
        let correction = settings.judge.correct(
          entry,
          in: context,
          applying: level,
          knowing: findings
        ), !correction.text.isEmpty
      else { continue }
      let result = context.format.read(correction.text)
      let after = settings.judge.findings(on: result, in: context)
      for rule in correction.rules {
        hold(
          after.count { $0.rule == rule } < findings.count { $0.rule == rule },
          "a correction removes what it claims to",
          "\(rule): \(String(decoding: correction.text, as: UTF8.self))"
        )
      }
    }
  }

  /// Returns bytes as a list's text where they are such.
  func text(of bytes: [UInt8]) -> SourceText? {
    do {
      return try SourceText(validating: bytes)
    } catch {
      return nil
    }
  }
}
