package import ListModel

/// Reports the key of a nested item that is not written in the list's way.
package struct MalformedKey: EntryRule {
  package static let description = RuleDescription(
    id: "malformed-key",
    summary: "The key of a nested item is misspelt, or its punctuation differs from the list's.",
    rationale: "Readers and tools find an item by its key.",
    fixes: .always,
    examples: [
      .accepted(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
      .reported(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - 1️⃣Keywrods: Reasoning",
        "Write the key as 'Keyword:', not 'Keywrods:'",
        fixed:
          "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
      .reported(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - 1️⃣Keyword - Reasoning",
        "Write the key as 'Keyword:', not 'Keyword -'",
        fixed:
          "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let style = context.format.details else { return [] }
    return entry.nestedItems.compactMap { item in
      guard let form = item.form.map({ style.forms[$0] }), !form.key.isEmpty else { return nil }
      let found = entry.string(item.opening)
      let isSame = LinkLabels.key(found) == form.key
      // Spaces around the colon and full-width forms are the matter of other rules.
      guard found.key != form.opening.key else { return nil }
      return finding(
        .malformed(found.trimmed, wanted: form.name),
        at: item.opening,
        fix: .replace(
          item.opening,
          with: form.opening,
          "Write the key as the list does",
          isSame ? .safe : .needsReview
        )
      )
    }
  }
}

extension String {
  /// The signs of a key by which it is judged here: all but the spaces and width of its colon.
  fileprivate var key: String {
    let plain = replacing("\u{FF1A}", with: ":").split(whereSeparator: \.isWhitespace)
    return plain.joined(separator: " ").replacing(" :", with: ":")
  }

  fileprivate var trimmed: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Message {
  fileprivate static func malformed(_ found: String, wanted: String) -> Message {
    "Write the key as \(quoting: wanted), not \(quoting: found)"
  }
}
