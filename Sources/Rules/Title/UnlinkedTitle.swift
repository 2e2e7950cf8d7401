package import ListModel
internal import Text

/// Reports a title that is not a link, where those of the other entries are.
package struct UnlinkedTitle: EntryRule {
  package static let description = RuleDescription(
    id: "unlinked-title",
    summary: "The title is not a link, but the titles of the other entries are.",
    rationale: "Readers who want to see the project itself have nothing to click on.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation.",
        in: .described
      ),
      .reported("- 1️⃣[LISA] - Reasoning segmentation.", "Make the title a link", in: .described),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let title = entry.title, entry.titleLink == nil,
      entry.lacksLink(by: context.format), !entry.lacksOpeningBracket, !entry.beginsWithLink
    else { return [] }
    // A link that was broken has its own finding.
    let isBroken = entry.links.contains { link in
      link.shape(in: entry, context.format.links) == .unbalanced
        && link.range.overlaps(title.range)
    }
    guard !isBroken, !context.document.isTorn(entry, at: context.place),
      !context.isUsualNearby(isOptional: true, { $0.titleLink == nil })
    else { return [] }
    let start = entry.marker.range.upperBound
    return [finding(.unlinked, at: start..<max(start, title.range.lowerBound))]
  }
}

extension Entry {
  /// Whether its title is not a link, though nearly all entries of the format have one there.
  func lacksLink(by format: EntryFormat) -> Bool {
    guard let title, titleLink == nil, !title.isLink else { return false }
    return format.customs.contains(.linkedTitle)
  }

  /// Whether a link stands at its beginning, whatever it was read as.
  var beginsWithLink: Bool {
    let start = text[marker.range.upperBound...].firstIndex { !"*_`".utf8.contains($0) }
    return start.map { start in
      let line = text[start...].prefix { $0 != .newline }
      return line.first == UInt8(ascii: "[")
        && line.indices.contains { text.matches("](http", at: $0) }
    } ?? false
  }

  /// Whether the first bracket after the marker closes a link that none opened, as in `LISA](url)`.
  var lacksOpeningBracket: Bool {
    let rest = text[marker.range.upperBound...]
    guard
      let bracket = rest.firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") })
    else { return false }
    return text.matches("](", at: bracket)
  }
}

extension Message {
  fileprivate static var unlinked: Message { "Make the title a link" }
}
