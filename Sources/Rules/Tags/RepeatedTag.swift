package import ListModel

/// Reports a tag that an entry bears twice.
package struct RepeatedTag: EntryRule {
  package static let description = RuleDescription(
    id: "repeated-tag",
    summary: "An entry has the same tag twice.",
    rationale:
      "The second one adds nothing, and anyone who counts papers by tag counts this one twice.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS][GRES]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS][GRES]1️⃣[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]",
        "Remove the second 'ReferIS': the entry has the tag already",
        fixed:
          "- **`[ReferIS][GRES]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let block = entry.tags else { return [] }
    // Without tags that the list declares they may be anything, such as keys to press.
    guard let style = context.format.tags else {
      return context.list.tags.isEmpty ? [] : repeated(block.tags)
    }
    var seen: Set<String> = []
    let unique = block.tags.map(\.name).filter { seen.insert($0).inserted }
    guard unique.count < block.tags.count else { return [] }
    let fix = Fix.replace(block.range, with: style.write(unique), "Remove the repeated tag")
    seen = []
    return block.tags.filter { !seen.insert($0.name).inserted }.map { tag in
      finding(.repeated(tag), at: entry.tagRange(tag, style), fix: fix)
    }
  }
}

extension RepeatedTag {
  /// Reports the tags that stand again, each to go with what parts it from the one before it.
  private func repeated(_ tags: [Tag]) -> [Finding] {
    var seen: Set<String> = []
    return tags.indices.filter { !seen.insert(tags[$0].name).inserted }.map { index in
      let own = tags[index].range
      return finding(
        .repeated(tags[index]),
        at: own,
        fix: .replace(
          tags[index - 1].range.upperBound..<own.upperBound,
          with: "",
          "Remove the repeated tag"
        )
      )
    }
  }
}

extension Entry {
  /// Returns a tag's range with the brackets around it, as far as they stand.
  fileprivate func tagRange(_ tag: Tag, _ style: TagStyle) -> Range<Int> {
    var range = tag.range
    if text[..<range.lowerBound].reversed().starts(with: style.itemOpen.utf8.reversed()) {
      range = range.lowerBound - style.itemOpen.utf8.count..<range.upperBound
    }
    if text[range.upperBound...].starts(with: style.itemClose.utf8) {
      range = range.lowerBound..<range.upperBound + style.itemClose.utf8.count
    }
    return range
  }
}

extension Message {
  fileprivate static func repeated(_ tag: Tag) -> Message {
    "Remove the second \(quoting: tag.name): the entry has the tag already"
  }
}
