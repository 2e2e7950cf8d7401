internal import ListModel
internal import Markdown
internal import Text

/// Reports a new heading that the table of contents does not lead to.
package struct HeadingMissingFromContents: RevisionRule {
  package static let description = RuleDescription(
    id: "heading-missing-from-contents",
    summary: "A new heading is missing from the table of contents, which lists the others.",
    rationale: "Readers who look for the section in the contents will not find it.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- [One](#one)\n- [Two](#two)\n- [Three](#three)\n- [Four](#four)\n\n## One\n\n## Two\n\n## Three\n\n## Four\n",
        in: .file,
        after:
          "- [One](#one)\n- [Two](#two)\n- [Three](#three)\n\n## One\n\n## Two\n\n## Three\n"
      ),
      .reported(
        "- [One](#one)\n- [Two](#two)\n- [Three](#three)\n\n## One\n\n## Two\n\n1️⃣## Data & Code\n\n## Three\n",
        "Add 'Data & Code' to the contents on lines 1 to 3, with the anchor '#data--code'",
        in: .file,
        after:
          "- [One](#one)\n- [Two](#two)\n- [Three](#three)\n\n## One\n\n## Two\n\n## Three\n"
      ),
    ]
  )

  package init() {}

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    let contents = revision.contents
    guard !contents.isEmpty, !revision.isGenerated(contents.lines.lowerBound) else { return [] }
    // The line between the two sides of a merge conflict makes a heading of what is above it.
    let bytes = revision.head.text.bytes
    guard bytes.firstRange(of: "\n<<<<<<< ", in: 0..<bytes.count) == nil else { return [] }
    let listed = Set(contents.items.map { comparedAnchor($0.anchor) })
    let anchors = Anchors(of: revision.head)
    // A line that leads nowhere may be meant for a new heading.
    guard contents.items.allSatisfy({ anchors.has($0.anchor) }) else { return [] }
    let headings = anchors.headings.filter { heading in
      !contents.lines.contains(heading.line) && heading.line > contents.lines.lowerBound
        && heading.text.contains(where: \.isLetter)
        && context.rulebook.asides.isDisjoint(
          with: [heading.text.lowercased(), LinkLabels.key(heading.text)]
        )
    }
    let old =
      revision.isWhole
      ? [] : Set(Heading.headings(of: revision.base).map { comparedAnchor($0.anchor) })
    func isListed(_ heading: Heading) -> Bool { listed.contains(comparedAnchor(heading.anchor)) }
    let listedLines = Dictionary(
      headings.filter(isListed).map { ($0.text, $0.line) },
      uniquingKeysWith: { first, _ in first }
    )
    return headings.indices.compactMap { index in
      let heading = headings[index]
      guard !isListed(heading), !old.contains(comparedAnchor(heading.anchor)) else { return nil }
      let others = headings.indices.filter { other in
        other != index && headings[other].level == heading.level
          && (revision.isWhole || old.contains(comparedAnchor(headings[other].anchor)))
      }
      let count = others.count { isListed(headings[$0]) }
      guard Share.prevalent.isReached(by: count, of: others.count, fewest: 3) else { return nil }
      // Of two headings of one name it is the second that is too much, and not a line of the contents too few.
      return finding(
        listedLines[heading.text].map { .twice(heading.text, onLine: $0) }
          ?? .missing(heading.text, heading.anchor, contents.lines),
        at: revision.head.text.line(heading.line)
      )
    }
  }
}

extension Message {
  fileprivate static func missing(_ text: String, _ anchor: String, _ lines: Range<Int>) -> Message
  {
    "Add \(quoting: text) to the contents on lines \(lines.lowerBound) to \(lines.upperBound - 1), with the anchor \(quoting: "#" + anchor)"
  }

  fileprivate static func twice(_ text: String, onLine line: Int) -> Message {
    "The contents lead to the heading \(quoting: text) on line \(line): merge the two sections, or give this one another name"
  }
}
