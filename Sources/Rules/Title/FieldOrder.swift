package import ListModel

/// Reports fields that stand in another order than the format's.
package struct FieldOrder: EntryRule {
  package static let description = RuleDescription(
    id: "field-order",
    summary: "The fields of an entry are not in the order of the format.",
    rationale:
      "Entries are easy to skim if they all look alike; one in a different order slows readers down.",
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)] 1️⃣CVPR'2024.",
        "Put the venue before the links: the order is tags, title, venue, links",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - 1️⃣Keyword: Reasoning\n  - Xin Lai, Zhuotao Tian",
        "Put 'Keyword:' after 'authors', as in the other entries",
        fixed:
          "- [LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian\n  - Keyword: Reasoning",
        in: .nested
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    if let style = context.format.details, let swap = entry.misorderedItem(by: style) {
      return [
        finding(
          .outOfOrder(swap.item, before: swap.next),
          at: swap.range,
          fix: swap.fix
        )
      ]
    }
    guard context.format.isExact, entry.title?.isLink != true,
      let separator = context.separators.first(where: { separator in
        separator.expected == nil && separator.before != .start && separator.after != nil
      }),
      let after = separator.after
    else { return [] }
    let order = context.format.parts.map(\.field.rawValue).joined(separator: ", ")
    let rest = entry.marker.range.upperBound..<entry.text.count
    let isWhole =
      entry.unparsed.isEmpty && entry.links.allSatisfy { $0.label != nil && $0.url != nil }
    let line = context.format.write(entry.content).dropFirst(context.format.marker.count + 1)
    return [
      finding(
        .outOfOrder(after.name, after: separator.before.name, order: order),
        at: entry.range(of: after),
        fix: isWhole ? .replace(rest, with: String(line), "Write the fields in order") : nil
      )
    ]
  }
}

extension Entry {
  fileprivate func range(of neighbour: Separator.Neighbour) -> Range<Int> {
    switch neighbour {
    case .field(.tags): tags?.range ?? 0..<0
    case .field(.title): title?.range ?? 0..<0
    case .field(.venue): venue?.range ?? 0..<0
    case .link(let index): links[index].range
    case .field, .start: 0..<0
    }
  }
}

extension Message {
  fileprivate static func outOfOrder(
    _ field: String,
    after other: String,
    order: String
  ) -> Message {
    "Put the \(field) before the \(other): the order is \(order)"
  }

  fileprivate static func outOfOrder(_ item: String, before next: String) -> Message {
    "Put \(quoting: item) after \(quoting: next), as in the other entries"
  }
}
