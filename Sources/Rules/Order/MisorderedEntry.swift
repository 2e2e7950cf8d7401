package import ListModel

/// Reports a new entry that does not stand where its section's order has it.
package struct MisorderedEntry: EntryRule {
  package static let description = RuleDescription(
    id: "misordered-entry",
    summary: "A new entry does not stand where the section's order has it.",
    rationale:
      "Who looks an entry up in a section that is in order does not look elsewhere. An order is by title (without case, punctuation and an article at its beginning, where the section's other entries are so), by date or by year; it holds where at least 95 % of the neighbours in a section of eight and more obey it, and where the rulebook's `order` states it; `order: none` lets entries stand anywhere.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- Ada. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00000)]\n- Bert. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00001)]\n- Clip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00002)]\n- Dino. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00003)]\n- Flamingo. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00004)]\n- Glip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00005)]\n- LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n- Mae. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00006)]\n- Seem. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00007)]\n- Zoe. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00008)]\n",
        in: .file,
        after:
          "- Ada. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00000)]\n- Bert. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00001)]\n- Clip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00002)]\n- Dino. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00003)]\n- Flamingo. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00004)]\n- Glip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00005)]\n- Mae. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00006)]\n- Seem. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00007)]\n- Zoe. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00008)]\n"
      ),
      .reported(
        "- Ada. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00000)]\n- Bert. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00001)]\n- Clip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00002)]\n- Dino. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00003)]\n- Flamingo. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00004)]\n- Glip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00005)]\n- Mae. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00006)]\n- Seem. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00007)]\n- Zoe. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00008)]\n- 1️⃣LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n",
        "Move 'LISA' between 'Glip' on line 6 and 'Mae' on line 7: the section is in order of title",
        in: .file,
        after:
          "- Ada. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00000)]\n- Bert. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00001)]\n- Clip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00002)]\n- Dino. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00003)]\n- Flamingo. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00004)]\n- Glip. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00005)]\n- Mae. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00006)]\n- Seem. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00007)]\n- Zoe. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00008)]\n"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    // An entry that stood here before, and only says something else now, is not moved for that.
    guard context.list.isPlaced(context.place), let title = entry.title,
      let place = context.list.orders.displacement(of: context.place)
    else { return [] }
    let message: Message
    switch (place.before, place.after) {
    case (let before?, let after?): message = .between(title.text, before, after, place.key.name)
    case (nil, let after?): message = .first(title.text, after, place.key.name)
    case (let before?, nil): message = .last(title.text, before, place.key.name)
    case (nil, nil): return []
    }
    return [
      finding(
        message,
        at: title.range.lowerBound..<title.range.lowerBound,
        relatedLine: (place.before ?? place.after)?.place.lines.lowerBound
      )
    ]
  }
}

extension Message {
  fileprivate static func between(
    _ title: String,
    _ before: PaperIndex.Paper,
    _ after: PaperIndex.Paper,
    _ key: String
  ) -> Message {
    "Move \(quoting: title) between \(quoting: before.title) on line \(before.place.lines.lowerBound) and \(quoting: after.title) on line \(after.place.lines.lowerBound): the section is in order of \(key)"
  }

  fileprivate static func first(
    _ title: String,
    _ after: PaperIndex.Paper,
    _ key: String
  ) -> Message {
    "Move \(quoting: title) before \(quoting: after.title) on line \(after.place.lines.lowerBound): the section is in order of \(key)"
  }

  fileprivate static func last(
    _ title: String,
    _ before: PaperIndex.Paper,
    _ key: String
  ) -> Message {
    "Move \(quoting: title) after \(quoting: before.title) on line \(before.place.lines.lowerBound): the section is in order of \(key)"
  }
}
