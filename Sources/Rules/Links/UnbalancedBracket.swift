package import ListModel
internal import Text

/// Reports a link with a bracket too few or too many.
package struct UnbalancedBracket: EntryRule {
  package static let description = RuleDescription(
    id: "unbalanced-bracket",
    summary: "A link has one bracket too few or too many.",
    rationale:
      "GitHub shows the extra bracket, or does not show a link at all.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper](https://arxiv.org/abs/2308.00692)",
        "The brackets of this link do not match",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[paper](https://arxiv.org/abs/2308.00692)]",
        "The brackets of this link do not match",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper](https://arxiv.org/abs/2308.00692] | [[code](https://github.com/dvlab-research/LISA)]",
        "The brackets of this link do not match",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let badges = entry.brokenBadges
    guard badges.isEmpty else {
      return badges.map { badge in
        finding(.badge, at: badge.range, fix: Fix("Mend the badge", edits: [badge.edit]))
      }
    }
    let nested = entry.linksInAddresses
    guard nested.isEmpty else {
      return nested.map { link in
        finding(
          .nested,
          at: link.range,
          fix: Fix("Write the address alone", .needsReview, edits: [link.edit]),
          severity: .warning
        )
      }
    }
    // No more of one rule are told, and to look at a link can take a walk to the end of the text.
    let inLinks = entry.links.lazy.compactMap { link -> Finding? in
      if let label = unbalancedLabel(of: link, in: entry) { return label }
      guard link.shape(in: entry, context.format.links) == .unbalanced,
        !link.isImage, !isTitle(link, of: entry, in: context),
        let rewriting = link.rewriting(in: context.format.links, of: entry, "Balance the brackets")
      else { return nil }
      let fix = entry.takingAlongEnd(of: link, in: rewriting)
      // Of two addresses one is another link's, and nobody knows which.
      let isCertain =
        entry.text.addressCount(
          from: link.labelRange?.upperBound ?? link.range.lowerBound
        ) < 2
      let message: Message = link.isInWrongBrackets(of: entry) ? .wrong : .unbalanced
      return finding(
        message,
        at: link.range,
        fix: isCertain ? fix : nil,
        severity: sharesBrackets(link, in: entry) ? .warning : nil
      )
    }
    .firstFew(Judge.mostOfOneRule)
    // A link that is broken may have taken a parenthesis along.
    guard inLinks.isEmpty else { return inLinks }
    if !context.format.isExact, let brace = entry.loneBrace {
      return [
        finding(
          .lone(entry.string(brace)),
          at: brace,
          fix: .replace(brace, with: "", "Remove it", .needsReview),
          severity: .warning
        )
      ]
    }
    return entry.loneParentheses.map { place in
      let range = place..<place + 1
      let end = entry.endOfGroup(openedAt: place)
      let isDoubled =
        place + 1 < entry.text.count && entry.text[place + 1] == entry.text[place]
        || place > 0 && entry.text[place - 1] == entry.text[place]
      return finding(
        .lone(entry.string(range)),
        at: range,
        fix: isDoubled
          ? .replace(range, with: "", "Remove it", .needsReview)
          : end.map { .replace($0..<$0, with: ")", "Close the parenthesis", .needsReview) },
        severity: .warning
      )
    }
  }

  /// Tells whether a link without its opening bracket is the end of a title that should be one, which
  /// is mended before the title.
  private func isTitle(_ link: Link, of entry: Entry, in context: EntryContext) -> Bool {
    entry.lacksOpeningBracket && entry.lacksLink(by: context.format)
      && entry.links.first?.range == link.range
      && context.separators.contains { $0.after == .field(.title) && $0.fault == .wrongMarks }
  }

  /// How many links to either side may share their brackets with one.
  private static let mostJoined = 32

  /// Tells whether brackets stand around a link and those beside it, with commas between, as in
  /// `[[page](url), [code](url)]`: they balance.
  private func sharesBrackets(_ link: Link, in entry: Entry) -> Bool {
    guard let index = entry.link(at: link.range.lowerBound) else { return false }
    func isJoined(_ first: Int) -> Bool {
      guard entry.links.indices.contains(first), entry.links.indices.contains(first + 1) else {
        return false
      }
      let (one, other) = (entry.links[first].range, entry.links[first + 1].range)
      return one.upperBound <= other.lowerBound
        && entry.text[one.upperBound..<other.lowerBound].elementsEqual(", ".utf8)
    }
    var (start, end) = (index, index)
    while index - start < Self.mostJoined, isJoined(start - 1) { start -= 1 }
    while end - index < Self.mostJoined, isJoined(end) { end += 1 }
    let all = entry.text[entry.links[start].range.lowerBound..<entry.links[end].range.upperBound]
    return start < end
      && all.count { $0 == UInt8(ascii: "[") } == all.count { $0 == UInt8(ascii: "]") }
  }

  /// Reports a parenthesis that stands alone in a label.
  private func unbalancedLabel(of link: Link, in entry: Entry) -> Finding? {
    guard let range = link.labelRange, !link.isImage, link.url != nil else { return nil }
    let label = entry.text[range]
    let opened = label.count { $0 == UInt8(ascii: "(") }
    let closed = label.count { $0 == UInt8(ascii: ")") }
    let end = range.upperBound
    let fix: Fix
    if closed == 1, opened == 0, label.last == UInt8(ascii: ")") {
      fix = .replace(end - 1..<end, with: "", "Remove the parenthesis", .needsReview)
    } else if opened == 1, closed == 0, label.last?.isWord ?? false {
      fix = .replace(end..<end, with: ")", "Close the parenthesis", .needsReview)
    } else {
      return nil
    }
    return finding(.alone(entry.string(range)), at: range, fix: fix, severity: .warning)
  }
}

extension Entry {
  /// Returns the rewriting of a link that also takes the brackets along that close it on the next line.
  fileprivate func takingAlongEnd(of link: Link, in fix: Fix) -> Fix {
    var end = link.range.upperBound
    while end < text.count, text[end].isWhitespace { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: ")"),
      text[link.range.upperBound..<end].contains(.newline), let edit = fix.edits.first,
      fix.edits.count == 1, edit.range == link.range
    else { return fix }
    end += 1
    if end < text.count, text[end] == UInt8(ascii: "]") { end += 1 }
    let whole = link.range.lowerBound..<end
    return .replace(whole, with: edit.replacement, fix.summary, fix.applicability)
  }

  /// Returns where the links end that stand right after a parenthesis, with commas between; nil where none does.
  fileprivate func endOfGroup(openedAt place: Int) -> Int? {
    guard text[place] == UInt8(ascii: "("), var index = link(at: place + 1),
      links[index].range.lowerBound == place + 1
    else { return nil }
    while links.indices.contains(index + 1),
      text[links[index].range.upperBound..<links[index + 1].range.lowerBound]
        .elementsEqual(", ".utf8)
    {
      index += 1
    }
    return links[index].range.upperBound
  }

  /// The parenthesis outside links that has no other on its line, where there is but one.
  fileprivate var loneParentheses: [Int] {
    var lone: [Int] = []
    var open: [Int] = []
    var link = 0
    // What unfolds on demand is prose.
    var isFolded = false
    var index = marker.range.upperBound
    var found: [Int] = []
    func endLine() {
      if open.count + lone.count == 1 { found += open + lone }
      open = []
      lone = []
    }
    let ranges = links.map(\.range)
    let text = text
    while let sign = text.first(from: index, where: \.mattersToParentheses) {
      index = sign
      while link < ranges.count, ranges[link].upperBound <= index { link += 1 }
      if link < ranges.count, ranges[link].contains(index) {
        index = ranges[link].upperBound
        continue
      }
      switch text[index] {
      case UInt8(ascii: "<"):
        if text.matches("<details", at: index) { isFolded = true }
        if text.matches("</details>", at: index) { isFolded = false }
      case _ where isFolded: break
      case UInt8(ascii: "("): open.append(index)
      case UInt8(ascii: ")"):
        if open.popLast() == nil, !isCounter(at: index) { lone.append(index) }
      case .newline: endLine()
      default: break
      }
      index += 1
    }
    endLine()
    return found
  }

  /// Tells whether a parenthesis ends a number or letter that counts, as in `1)`, or a smile.
  private func isCounter(at index: Int) -> Bool {
    var start = index
    while start > 0, text[start - 1].isWord, index - start < 3 { start -= 1 }
    if start == index { return index > 0 && ":;-'".utf8.contains(text[index - 1]) }
    return start == 0 || text[start - 1].isWhitespace || "|*".utf8.contains(text[start - 1])
  }
}

extension Sequence {
  /// Returns the first elements, without a look at any further one.
  fileprivate func firstFew(_ most: Int) -> [Element] {
    var few: [Element] = []
    for element in self {
      few.append(element)
      if few.count == most { break }
    }
    return few
  }
}

extension [UInt8] {
  /// Returns how many addresses stand in a text from an offset up to the first white space.
  fileprivate func addressCount(from start: Int) -> Int {
    let end = self[start...].firstIndex(where: \.isWhitespace) ?? count
    var (index, found) = (start, 0)
    while let next = firstRange(of: "://", in: index..<end) {
      found += 1
      index = next.upperBound
    }
    return found
  }
}

extension UInt8 {
  /// Whether it is a parenthesis, ends a line or begins a tag.
  fileprivate var mattersToParentheses: Bool {
    // Letters are all greater.
    self <= UInt8(ascii: "<")
      && (self == UInt8(ascii: "(") || self == UInt8(ascii: ")") || self == .newline
        || self == UInt8(ascii: "<"))
  }
}

extension Message {
  fileprivate static var badge: Message {
    "Correct the brackets of this badge: '[![label](image)](address)'"
  }

  fileprivate static var nested: Message {
    "Put nothing but the address in the parentheses of this link"
  }

  fileprivate static func lone(_ sign: String) -> Message {
    "\(quoting: sign) has no match on its line: add the other one, or remove it"
  }

  fileprivate static func alone(_ label: String) -> Message {
    "A parenthesis has no match in \(quoting: label): add the other one, or remove it"
  }

  fileprivate static var wrong: Message {
    "Put the address of this link in one pair of parentheses: '[label](address)'"
  }

  fileprivate static var unbalanced: Message { "The brackets of this link do not match" }
}
