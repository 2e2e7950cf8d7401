package import ListModel

/// Reports a nested item whose key stands twice in its entry.
package struct RepeatedKey: EntryRule {
  package static let description = RuleDescription(
    id: "repeated-key",
    summary: "The key of a nested item appears twice in its entry.",
    rationale: "Tools that read the list by its keys keep one of the items and lose the other.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
      .reported(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning\n  - 1️⃣Keyword: Segmentation",
        "Remove the second 'Keyword:'",
        in: .nested
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard let style = context.format.details else { return [] }
    return entry.nestedItems.enumerated().compactMap { index, item in
      guard let form = item.form, !style.forms[form].isRepeated,
        entry.nestedItems[..<index].contains(where: { $0.form == form })
      else { return nil }
      return finding(.repeated(style.forms[form].name), at: item.opening)
    }
  }
}

extension Message {
  fileprivate static func repeated(_ key: String) -> Message {
    "Remove the second \(quoting: key)"
  }
}
