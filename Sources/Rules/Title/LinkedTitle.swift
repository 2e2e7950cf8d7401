package import ListModel
internal import Text

/// Reports a title that is written as a link.
package struct LinkedTitle: EntryRule {
  package static let description = RuleDescription(
    id: "linked-title",
    summary: "The title is a link, although the format has a separate link for the paper.",
    rationale:
      "In this list the title is plain text and the paper is linked after it, so that all entries read alike.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** 1️⃣[LISA: Reasoning Segmentation by Language](https://arxiv.org/abs/2308.00692). CVPR'2024. [[code](https://github.com/dvlab-research/LISA)]",
        "Do not link the title: the paper is linked after the venue",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation by Language. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !context.format.linksTitle, let title = entry.title, title.isLink,
      let link = entry.links.first(where: { $0.labelRange == title.range }), let url = link.url
    else { return [] }
    guard context.format.isExact else {
      // A link and nothing more in a new section is a resource of another kind, with no place for its address
      // but this; and one whose label has brackets of its own is not a title.
      guard
        entry.saysMore(than: link) || context.hasOlderNeighbours && !entry.hasLabelInBrackets(link),
        link.kind == nil,
        !entry.isPicture(link), !entry.goesOn(after: link)
      else { return [] }
      return context.separators.contains(where: entry.isLinkedUnlike)
        ? [finding(.linkedUnlike, at: link.range)] : []
    }
    return [finding(.linked, at: link.range, fix: fix(of: entry, link, url, in: context.format))]
  }
}

extension EntryContext {
  /// Whether its section has entries that the contribution did not write.
  fileprivate var hasOlderNeighbours: Bool {
    list.surroundings.hasOldEntry(inSection: place.section, besides: place)
  }
}

extension Entry {
  /// Tells whether a link has a picture for its text.
  fileprivate func isPicture(_ link: Link) -> Bool {
    text.firstRange(of: "![", in: link.range) != nil
  }

  /// Tells whether the label of a link has brackets of its own: `[[Python]](url)`.
  fileprivate func hasLabelInBrackets(_ link: Link) -> Bool {
    link.labelRange.map { text[$0.upperBound...].starts(with: "]](".utf8) } ?? false
  }

  /// Tells whether a sentence goes on after a link: `[LISA](url) is a model`.
  fileprivate func goesOn(after link: Link) -> Bool {
    let rest = text[link.range.upperBound...]
    return rest.first == .space && rest.dropFirst().first?.isLowercase ?? false
  }

  /// Tells whether there are words beside a link.
  fileprivate func saysMore(than link: Link) -> Bool {
    let start = min(marker.range.upperBound, link.range.lowerBound)
    return text[start..<link.range.lowerBound].contains(where: \.isWord)
      || text[link.range.upperBound...].contains(where: \.isWord)
  }

  /// Tells whether what stands before a title makes it a link, where the list's titles are none: to take away the
  /// bracket alone would tear the link.
  func isLinkedUnlike(_ separator: JudgedSeparator) -> Bool {
    guard separator.fault == .wrongMarks, separator.after == .field(.title), let title,
      title.isLink,
      let expected = separator.expected
    else { return false }
    return !expected.hasSuffix("[") && text[separator.range].last == UInt8(ascii: "[")
  }
}

/// Moves the address to a link of its own, where nothing else is known to be the paper.
private func fix(of entry: Entry, _ link: Link, _ url: String, in format: EntryFormat) -> Fix? {
  guard entry.unparsed.isEmpty, let title = link.label,
    !entry.links.contains(where: { $0.kind == LinkLabels.paper && $0.url != nil })
  else { return nil }
  var content = entry.content
  content.links.removeAll { $0.label == title }
  content.links.insert(.init(label: LinkLabels.paper, url: url), at: 0)
  let rest = entry.marker.range.upperBound..<entry.text.count
  let line = format.write(content)
  return .replace(
    rest,
    with: String(line.dropFirst(format.marker.count + 1)),
    "Link the paper after the venue",
    .needsReview
  )
}

extension Message {
  fileprivate static var linkedUnlike: Message {
    "Do not link the title: give the address a link of its own, as the other entries do"
  }

  fileprivate static var linked: Message {
    "Do not link the title: the paper is linked after the venue"
  }
}
