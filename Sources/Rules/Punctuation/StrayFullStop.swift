package import ListModel
internal import Text

/// Reports a full stop inside a title, or one too many after a field.
package struct StrayFullStop: EntryRule {
  package static let description = RuleDescription(
    id: "stray-full-stop",
    summary: "There is a full stop inside the title or after the last link, or two in a row.",
    rationale:
      "A full stop ends a field in this format, so one in the middle cuts the title in two.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .accepted(
        "- **`[ReferIS]`** LISA vs. humans. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning1️⃣. for Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Remove the full stop before 'for' in the title",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning for Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation1️⃣.. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Remove one of the full stops after the title",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]1️⃣.",
        "Remove the full stop after the links",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let insideTitle = entry.stopsInsideTitle.map { stop in
      finding(
        .inside(before: entry.word(from: stop + 2)),
        at: stop..<stop + 1,
        fix: .replace(stop..<stop + 1, with: "", "Remove the full stop", .needsReview)
      )
    }
    let after = context.separators.filter { $0.fault == .strayFullStop }.map { separator in
      finding(
        entry.text[separator.range].starts(with: "..".utf8)
          ? .doubled(separator.place) : .placed(separator.place),
        at: separator.range,
        fix: .replace(separator.range, with: separator.expected ?? "", "Remove the full stop"),
        severity: separator.usual.flatMap { $0.isUsual ? nil : .note }
      )
    }
    return insideTitle + after
  }
}

extension Entry {
  /// The full stops in the title after which a sentence goes on in small letters.
  fileprivate var stopsInsideTitle: [Int] {
    guard let range = title?.range else { return [] }
    return range.dropLast(2).filter { index in
      text[index] == UInt8(ascii: ".") && text[index + 1] == .space && text[index + 2].isLowercase
        && !isAbbreviation(endingAt: index, from: range.lowerBound)
    }
  }

  /// Tells whether the word before a full stop is one that is shortened by it.
  private func isAbbreviation(endingAt stop: Int, from start: Int) -> Bool {
    var wordStart = stop
    while wordStart > start, text[wordStart - 1].isWord || text[wordStart - 1] == UInt8(ascii: ".")
    {
      wordStart -= 1
    }
    let word = string(wordStart..<stop).lowercased()
    return word.utf8.count <= 1 || word.contains(".") || abbreviations.contains(word)
  }

  fileprivate func word(from start: Int) -> String {
    string(start..<(text[start...].firstIndex { !$0.isWord } ?? text.count))
  }
}

private let abbreviations: Set<String> = [
  "vs", "al", "etc", "cf", "no", "vol", "dr", "st", "jr", "sr", "fig", "eq", "approx", "resp",
  "inc", "ltd", "univ", "dept", "inst", "intro", "ed", "eds", "ext", "incl", "conf", "proc", "int",
  "intl", "adv", "alg", "comput", "sci", "tech", "ver", "ch", "sec", "pp", "ref", "refs", "def",
]

extension Message {
  fileprivate static func inside(before word: String) -> Message {
    "Remove the full stop before \(quoting: word) in the title"
  }

  fileprivate static func placed(_ place: String) -> Message {
    "Remove the full stop \(place)"
  }

  fileprivate static func doubled(_ place: String) -> Message {
    "Remove one of the full stops \(place)"
  }
}
