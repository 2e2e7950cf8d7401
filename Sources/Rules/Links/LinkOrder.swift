package import ListModel
internal import Text

/// Reports links that stand in another order than the list's.
package struct LinkOrder: EntryRule {
  package static let description = RuleDescription(
    id: "link-order",
    summary: "The links are not in the order that the list uses.",
    rationale:
      "If the paper always comes first, readers can click without having to look.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[code](https://github.com/dvlab-research/LISA)] | 1️⃣[[paper](https://arxiv.org/abs/2308.00692)]",
        "Put 'paper' before 'code'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard context.format.links.isOrdered else { return [] }
    let names = context.format.links.labels.names
    let ranks = entry.links.map { link in link.kind.flatMap(names.firstIndex(of:)) }
    let known = ranks.compactMap { $0 }
    guard known.count == ranks.count, known.allSatisfy(names.indices.contains),
      entry.hasLinksInARow,
      let late = known.indices.dropFirst().first(where: { known[$0] < known[$0 - 1] })
    else { return [] }
    let order = known.indices.sorted { (known[$0], $0) < (known[$1], $1) }
    let edits = zip(entry.links, order).filter { $0.range != entry.links[$1].range }
      .map { Fix.Edit($0.range, entry.string(entry.links[$1].range)) }
    return [
      finding(
        .outOfOrder(
          entry.links[late].label ?? names[known[late]],
          after: entry.links[late - 1].label ?? names[known[late - 1]],
          order: order.map { entry.links[$0].label ?? names[known[$0]] }
        ),
        at: entry.links[late].range,
        fix: Fix("Put the links in order", edits: edits)
      )
    ]
  }
}

extension Entry {
  /// Whether nothing stands between its links but signs and tags of HTML: a link in a sentence has its place.
  fileprivate var hasLinksInARow: Bool {
    zip(links, links.dropFirst()).allSatisfy { link, next in
      guard link.range.upperBound <= next.range.lowerBound else { return false }
      var isTag = false
      return text[link.range.upperBound..<next.range.lowerBound].allSatisfy { byte in
        if byte == UInt8(ascii: "<") { isTag = true }
        if byte == UInt8(ascii: ">") { isTag = false }
        return isTag || !byte.isWord
      }
    }
  }
}

extension Message {
  fileprivate static func outOfOrder(
    _ name: String,
    after other: String,
    order: [String]
  ) -> Message {
    guard order.count > 2 else { return "Put \(quoting: name) before \(quoting: other)" }
    // One quotation, for a list's own labels are its contributors' words.
    return
      "Put \(quoting: name) before \(quoting: other): the order is \(quoting: order.joined(separator: ", "))"
  }
}
