internal import ListModel
internal import Markdown

/// Reports a list that grows to what GitHub does not show whole.
package struct OversizedList: RevisionRule {
  package static let description = RuleDescription(
    id: "oversized-list",
    summary: "The list exceeds 512,000 bytes, or comes close.",
    rationale: "GitHub shows only the first 512,000 bytes of a README and cuts off the rest.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "## General\n\n- LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        in: .file
      )
    ]
  )

  /// What GitHub shows of a README: <https://docs.github.com/en/repositories>.
  private static let limit = 512_000
  /// From where on somebody should know.
  private static let guardLine = limit / 10 * 9

  package init() {}

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    let text = revision.head.text
    let size = text.bytes.count
    let before = revision.isWhole ? 0 : revision.base.text.bytes.count
    let crossed = [Self.limit, Self.guardLine].first { before <= $0 && $0 < size }
    guard let crossed, let last = text.lineNumbers.last else { return [] }
    // Where GitHub cuts, else at the end.
    let line = crossed == Self.limit ? text.position(at: Self.limit).line : last
    return [
      finding(
        crossed == Self.limit ? .beyond(size) : .near(size),
        at: text.line(line).lowerBound..<text.line(line).lowerBound
      )
    ]
  }
}

extension Message {
  fileprivate static func beyond(_ size: Int) -> Message {
    "Split the list: GitHub stops showing it here, after 512 of its \((size + 999) / 1000) KB"
  }

  fileprivate static func near(_ size: Int) -> Message {
    "The list has \(size / 1000) KB, and GitHub shows no more than 512 KB: consider splitting it"
  }
}
