/// Reports a line of the contents that leads to no heading.
package struct BrokenContentsLink: RevisionRule {
  package static let description = RuleDescription(
    id: "broken-contents-link",
    summary: "A link in the table of contents does not lead to any heading.",
    rationale:
      "Readers cannot reach a section from the contents if its heading was renamed or its link is misspelt. An anchor is the heading in lower case, with hyphens for spaces and without punctuation; a second heading of the same name gets `-1` at the end.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- [Data & Code](#data--code)\n- [One](#one)\n- [One](#one-1)\n- [Two](#two)\n\n## Data & Code\n\n## One\n\n## One\n\n## Two\n",
        in: .file
      ),
      .reported(
        "- [Methods](#methods)\n- [Data & Code](#1️⃣data-code)\n- [One](#one)\n- [Two](#two)\n\n## Methods\n\n## Data & Code\n\n## One\n\n## Two\n",
        "No heading has the anchor '#data-code'; did you mean '#data--code'?",
        fixed:
          "- [Methods](#methods)\n- [Data & Code](#data--code)\n- [One](#one)\n- [Two](#two)\n\n## Methods\n\n## Data & Code\n\n## One\n\n## Two\n",
        in: .file,
        after:
          "- [Methods](#methods)\n- [One](#one)\n- [Two](#two)\n\n## Methods\n\n## One\n\n## Two\n"
      ),
      .reported(
        "- [Methods](#1️⃣methods)\n- [Data](#data)\n- [One](#one)\n- [Two](#two)\n\n## Approaches\n\n## Data\n\n## One\n\n## Two\n",
        "No heading has the anchor '#methods'",
        in: .file,
        after:
          "- [Methods](#methods)\n- [Data](#data)\n- [One](#one)\n- [Two](#two)\n\n## Methods\n\n## Data\n\n## One\n\n## Two\n"
      ),
    ]
  )

  package init() {}

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    let contents = revision.contents
    guard !contents.isEmpty else { return [] }
    let anchors = Anchors(of: revision.head)
    let broken = contents.items.filter { !anchors.has($0.anchor) }
    guard !broken.isEmpty else { return [] }
    let settled = revision.isWhole ? contents : Contents(of: revision.base)
    let before = revision.isWhole ? anchors : Anchors(of: revision.base)
    let dead = settled.items.filter { !before.has($0.anchor) }
    // Where many lines lead nowhere already, contents are not kept here.
    guard settled.items.count >= 3, dead.count * 10 <= settled.items.count else { return [] }
    let known = revision.isWhole ? [] : Set(dead.map(\.anchor))
    return broken.filter { !known.contains($0.anchor) }.map { item in
      let nearest = anchors.nearest(to: item.anchor)
      return finding(
        .broken(item.anchor, nearest),
        at: item.range,
        fix: nearest.map { .replace(item.range, with: $0, "Link to the heading") }
      )
    }
  }
}

extension Message {
  fileprivate static func broken(_ anchor: String, _ nearest: String?) -> Message {
    guard let nearest else { return "No heading has the anchor \(quoting: "#" + anchor)" }
    return
      "No heading has the anchor \(quoting: "#" + anchor); did you mean \(quoting: "#" + nearest)?"
  }
}
