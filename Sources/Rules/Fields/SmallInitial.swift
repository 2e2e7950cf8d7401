package import ListModel
internal import Parsing
internal import Text

/// Reports a description or keyword that begins with a small letter, where the list's begin with a
/// capital.
package struct SmallInitial: EntryRule {
  package static let description = RuleDescription(
    id: "small-initial",
    summary:
      "A description or keyword begins with a lower-case letter, while the others begin with a capital.",
    rationale: "A list reads more smoothly if all of its descriptions begin in the same way.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation.",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - 1️⃣reasoning segmentation.",
        "Begin the description with a capital letter",
        fixed: "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation.",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let customs = context.format.customs
    let description = customs.contains(.capitalDescription) ? entry.prose : nil
    return [description].compactMap { $0.flatMap { small("description", at: $0, of: entry) } }
      + (customs.contains(.capitalKeyword) ? entry.keywords.prefix(1) : []).compactMap {
        small("keyword", at: $0, of: entry)
      }
  }

  private func small(_ field: String, at range: Range<Int>, of entry: Entry) -> Finding? {
    guard let letter = entry.smallInitial(of: range), field == "keyword" || !entry.isNamed(range),
      !entry.continuesTitle(range), !entry.followsQuotation(range),
      field == "keyword" || !entry.isHandle(range)
    else { return nil }
    let place = letter..<letter + 1
    return finding(
      .small(field),
      at: place,
      fix: .replace(place, with: entry.string(place).uppercased(), "Begin with a capital")
    )
  }
}

extension Entry {
  /// Tells whether a text begins with the title, whose case is its own.
  fileprivate func isNamed(_ range: Range<Int>) -> Bool {
    guard let title else { return false }
    let first = text[range].prefix { !$0.isWhitespace }.map(\.lowercased)
    let name = text[title.range].prefix { !$0.isWhitespace }.map(\.lowercased)
    return !name.isEmpty
      && (first.starts(with: name) || name.starts(with: first) && first.count > 2)
  }
}

extension Entry {
  /// Tells whether a text goes on after words in quotation marks, and begins nothing.
  fileprivate func followsQuotation(_ range: Range<Int>) -> Bool {
    let before = text[..<range.lowerBound]
    return before.last == .space && before.last { $0 != .space } == UInt8(ascii: "\"")
  }
}

extension Entry {
  /// Tells whether a text goes on with the sentence that the title begins, as in `[LISA](url) is a model`, or
  /// begins with what can only be a name, as `npm`.
  fileprivate func continuesTitle(_ range: Range<Int>) -> Bool {
    let word = string(range).prefix { $0.isLetter }
    // `f-divergence` and `k-means` begin with a sign.
    let isSign = word.utf8.count == 1 && string(range).dropFirst().first == "-"
    let isName = isSign || word.utf8.count > 1 && !word.contains { "aeiouy".contains($0) }
    return isName || ["are", "by", "has", "is", "was", "with"].contains(word)
  }
}

extension Entry {
  /// Tells whether a text is no more than a word or two of which the first is part of an address: the name of an
  /// account, whose case is its own.
  fileprivate func isHandle(_ range: Range<Int>) -> Bool {
    let words = wordList(Array(text[range].prefix { $0 != UInt8(ascii: "(") }))
    guard let first = words.first, words.count <= 2 else { return false }
    return links.contains { link in
      guard let address = link.address else { return false }
      let accounts = [
        address.host.split(separator: ".").first.map(String.init),
        address.pathComponents.first.map(String.init),
      ]
      return accounts.contains { $0?.lowercased() == first }
    }
  }
}

extension Message {
  fileprivate static func small(_ field: String) -> Message {
    "Begin the \(field) with a capital letter"
  }
}
