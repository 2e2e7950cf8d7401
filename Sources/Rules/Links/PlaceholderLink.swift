package import ListModel
internal import Text

/// Reports a link that goes nowhere.
package struct PlaceholderLink: EntryRule {
  package static let description = RuleDescription(
    id: "placeholder-link",
    summary: "A link has no address, or only a placeholder.",
    rationale:
      "Readers who click on it get nowhere. Add the link once there is something to link to.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[code](Coming soon)]",
        "The link 'code' has no address: add one, or remove the link",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[code]()]",
        "The link 'code' has no address: add one, or remove the link",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | 1️⃣[[code](link)]",
        "The link 'code' has no address: add one, or remove the link",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper](#)]",
        "The link 'paper' has no address: add one, or remove the link"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let isWord = context.format.customs.contains(.bareLabel)
    return entry.links.enumerated().compactMap { index, link in
      guard link.url.map(isPlaceholder) ?? !(isWord && link.kind != nil), !link.isImage else {
        return nil
      }
      if link.label.map(isPromise) ?? false { return nil }
      // A word in brackets before the title says what the entry is: `[YouTube] [Title](url)`.
      if link.url == nil, let title = entry.title, link.range.upperBound <= title.range.lowerBound {
        return nil
      }
      // So does one in emphasis, and the name of a venue: `**[arXiv]**`.
      if link.url == nil, !context.format.isExact,
        entry.isEmphasised(link)
          || link.label.map({ context.rulebook.venues.name(of: $0) != nil }) ?? false
      {
        return nil
      }
      // What stands in its brackets, or after it, is the address: then nothing has to go.
      if let label = link.label, label.hasPrefix("http://") || label.hasPrefix("https://") {
        return finding(.unlabelled(label), at: link.range)
      }
      if entry.hasAddress(after: link) {
        return finding(.parted(link.label ?? ""), at: link.range)
      }
      let isRequired =
        link.kind.map(context.rulebook.requiredLinks(in: context.section).contains) ?? false
      let removal: Fix.Edit? =
        if entry.nestedItems.contains(where: { $0.range.overlaps(link.range) }) {
          // `Code: Official` without its link says nothing, and what becomes of the item a person decides.
          nil
        } else if entry.isInText(link) {
          // What a text says, it goes on to say without the link.
          link.label.map { Fix.Edit(link.range, $0) }
        } else {
          entry.removal(ofLink: index)
        }
      return finding(
        .placeholder(link.label ?? link.url ?? ""),
        at: link.range,
        fix: isRequired ? nil : removal.map { Fix("Remove the link", .needsReview, edits: [$0]) }
      )
    }
  }
}

extension Entry {
  /// Tells whether marks of emphasis stand around a link.
  fileprivate func isEmphasised(_ link: Link) -> Bool {
    let (start, end) = (link.range.lowerBound, link.range.upperBound)
    return start > 0 && end < text.count && "*_".utf8.contains(text[start - 1])
      && text[end] == text[start - 1]
  }

  /// Tells whether the address of a link stands after it, parted from it by white space.
  fileprivate func hasAddress(after link: Link) -> Bool {
    let rest = text[link.range.upperBound...].prefix(32)
    let after = rest.drop { $0.isWhitespace || $0 == UInt8(ascii: "]") }
    return after.startIndex > rest.startIndex && after.starts(with: "(http".utf8)
  }
}

/// Tells whether a label says that what it is for is not there yet, as `Code (not yet)`.
func isPromise(_ label: String) -> Bool {
  let words = wordList(Array(label.utf8)).joined(separator: " ")
  return ["not yet", "coming soon", "to be released", "tba", "tbd"].contains { words.hasSuffix($0) }
}

extension Message {
  fileprivate static func unlabelled(_ address: String) -> Message {
    "Turn \(quoting: address) into a link: '[label](address)'"
  }

  fileprivate static func parted(_ label: String) -> Message {
    "Remove what is between the label \(quoting: label) and its address, or GitHub makes no link"
  }

  fileprivate static func placeholder(_ label: String) -> Message {
    "The link \(quoting: label) has no address: add one, or remove the link"
  }
}
