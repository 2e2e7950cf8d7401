package import ListModel

/// Reports a link that is not written in the list's way.
package struct MalformedLink: EntryRule {
  package static let description = RuleDescription(
    id: "malformed-link",
    summary: "A link is not formatted like the others in the list.",
    rationale:
      "If all links look the same, people can skim them and tools can read them.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[paper](https://arxiv.org/abs/2308.00692)",
        "Write the link as '[[paper](URL)]'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣[[paper]](https://arxiv.org/abs/2308.00692)",
        "Write the link as '[[paper](URL)]'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. 1️⃣https://arxiv.org/abs/2308.00692",
        "Give this URL a label, as in '[[paper](URL)]'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let style = context.format.links
    return entry.links.compactMap { link in
      guard link.labelRange == nil || link.labelRange != entry.title?.range,
        style.isUsual || link.labelRange == nil, !entry.isInText(link)
      else { return nil }
      switch link.shape(in: entry, style) {
      case .bare:
        guard context.format.isExact, let url = link.url, !isPlaceholder(url) else {
          return nil
        }
        let label = context.label(for: url)
        return finding(
          .bare(style.write(label: label, url: "URL")),
          at: link.range,
          fix: .replace(
            link.range,
            with: style.write(label: label, url: url),
            "Give the link its label",
            .needsReview
          )
        )
      case .otherStyle:
        // A bracket after a backslash is the same bracket to a reader.
        guard !link.isImage || context.format.isExact,
          !(link.label?.utf8.contains(UInt8(ascii: "\\")) ?? false),
          context.rulebook.errorRules == nil || !link.isInAngles(in: entry),
          // A person's page, in a list that shows its own ways, is not a link of the entry's.
          link.kind != nil || context.rulebook.errorRules == nil
        else { return nil }
        let label = (link.label ?? "").drop { "'\"".contains($0) }
        let ending = label.reversed().prefix { "'\"".contains($0) }.count
        let example = style.write(label: String(label.dropLast(ending)), url: "URL")
        return finding(
          .malformed(example),
          at: link.range,
          fix: link.isImage
            ? nil : link.rewriting(in: style, of: entry, "Write the link as the list does")
        )
      case .canonical, .unbalanced, .spaced, .incomplete: return nil
      }
    }
  }
}

extension Link {
  /// Whether its address stands in angle brackets, which takes nothing from the link.
  fileprivate func isInAngles(in entry: Entry) -> Bool {
    guard let urlRange, urlRange.lowerBound > 0, urlRange.upperBound < entry.text.count else {
      return false
    }
    return entry.text[urlRange.lowerBound - 1] == UInt8(ascii: "<")
      && entry.text[urlRange.upperBound] == UInt8(ascii: ">")
  }
}

extension Message {
  fileprivate static func malformed(_ example: String) -> Message {
    "Write the link as \(quoting: example)"
  }

  fileprivate static func bare(_ example: String) -> Message {
    "Give this URL a label, as in \(quoting: example)"
  }
}
