package import ListModel
internal import Text

/// Reports what was meant as a link and is none: its brackets are missing, or changed round.
package struct UnmarkedLink: EntryRule {
  package static let description = RuleDescription(
    id: "unmarked-link",
    summary: "A label and its address do not have the brackets that make them a link.",
    rationale: "GitHub shows the brackets and the whole address, or no link at all.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation.",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation, with a 1️⃣(demo)[https://lisa.github.io].",
        "Write this as a link: '[demo](URL)'",
        fixed:
          "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation, with a [demo](https://lisa.github.io).",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    // Lists of one line an entry have all their links in one place, where another rule looks at them.
    guard !context.format.isExact else { return [] }
    return entry.unmarkedLinks(knowing: context.format.links.labels).map { link in
      let label = entry.string(link.label)
      let url = entry.string(link.url)
      let style = context.format.links
      let isOwn = style.isUsual && !link.isChangedRound
      func written(_ url: String) -> String {
        isOwn ? style.write(label: label, url: url) : "[\(label)](\(url))"
      }
      return finding(
        .unmarked(written("URL")),
        at: link.range,
        fix: .replace(link.range, with: written(url), "Write the link", .needsReview)
      )
    }
  }
}

/// A label and an address that should be a link.
private struct UnmarkedText {
  let range: Range<Int>
  let label: Range<Int>
  let url: Range<Int>
  /// Whether it has all the brackets, in the other order.
  let isChangedRound: Bool
}

extension Entry {
  /// How long a label is at most, for what is longer is a sentence, and how long an address.
  private static let (longestLabel, longestURL) = (40, 2_000)

  /// The labels with an address that no brackets make a link, as `(site)[https://...]` and `code(https://...)`.
  fileprivate func unmarkedLinks(knowing labels: LinkLabels) -> [UnmarkedText] {
    var found: [UnmarkedText] = []
    var index = marker.range.upperBound
    var next = 0
    while index < text.count, let opening = text.firstOpening(from: index) {
      index = opening + 1
      while next < links.count, links[next].range.upperBound <= opening { next += 1 }
      guard startsAddress(at: opening + 1), next == links.count || !isInside(links[next], opening),
        let link = unmarkedLink(at: opening, knowing: labels)
      else { continue }
      found.append(link)
      index = link.range.upperBound
    }
    return found
  }

  private func startsAddress(at index: Int) -> Bool {
    text.matches("http://", at: index) || text.matches("https://", at: index)
      || text.matches("./", at: index)
  }

  /// Tells whether an offset is in a link that has a label and an address.
  private func isInside(_ link: Link, _ index: Int) -> Bool {
    link.labelRange != nil && link.url != nil && link.range.contains(index)
  }

  private func unmarkedLink(at opening: Int, knowing labels: LinkLabels) -> UnmarkedText? {
    let isSquare = text[opening] == UInt8(ascii: "[")
    let closing = UInt8(ascii: isSquare ? "]" : ")")
    let rest = text[(opening + 1)..<min(text.count, opening + Self.longestURL)]
    guard let end = rest.firstIndex(where: { $0 == closing || $0.isWhitespace }),
      text[end] == closing
    else { return nil }
    let url = opening + 1..<end
    if isSquare {
      guard opening > 1, text[opening - 1] == UInt8(ascii: ")") else { return nil }
      let first = max(0, opening - 1 - Self.longestLabel)
      guard let start = text[first..<opening - 1].lastIndex(of: UInt8(ascii: "(")),
        start == 0 || text[start - 1] != UInt8(ascii: "]")
      else { return nil }
      let label = start + 1..<opening - 1
      guard !label.isEmpty, !text[label].contains(where: { "[]()\n".utf8.contains($0) }) else {
        return nil
      }
      return UnmarkedText(range: start..<end + 1, label: label, url: url, isChangedRound: true)
    }
    var start = opening
    while start > 0, text[start - 1].isLetter, opening - start < Self.longestLabel { start -= 1 }
    // A word that no link has as its label is a word of the text.
    guard start < opening, start == 0 || " \t\n|,".utf8.contains(text[start - 1]),
      labels.name(of: string(start..<opening)) != nil
    else { return nil }
    return UnmarkedText(
      range: start..<end + 1,
      label: start..<opening,
      url: url,
      isChangedRound: false
    )
  }
}

extension [UInt8] {
  /// Returns where the next bracket or parenthesis opens.
  fileprivate func firstOpening(from start: Int) -> Int? {
    self[start...].firstIndex { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
  }
}

extension Message {
  fileprivate static func unmarked(_ example: String) -> Message {
    "Write this as a link: \(quoting: example)"
  }
}
