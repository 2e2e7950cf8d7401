package import ListModel
internal import Parsing
internal import Text

/// Reports a new entry that does not stand where its section's order has it.
package struct MisorderedEntry: EntryRule {
  package static let description = RuleDescription(
    id: "misordered-entry",
    summary: "A new entry is not where the section's order puts it.",
    rationale:
      "In a sorted section, readers look for an entry where it should be and nowhere else. Sections can be sorted by title (ignoring case, punctuation and, if the other entries do, a leading article), by date or by year. A section counts as sorted if it has at least eight entries and at least 95 % of neighbours are in order, or if the rulebook's `order` says so; `order: none` allows any order.",
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
        "Move 'LISA' between 'Glip' on line 6 and 'Mae' on line 7: the section is sorted by title",
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
        severity: renumbers(entry, movedTo: place, in: context) ? .note : nil,
        relatedLine: (place.before ?? place.after)?.place.lines.lowerBound
      )
    ]
  }

  /// How many entries get another number at most where nobody minds.
  private static let mostRenumbered = 3

  /// Tells whether a move would give many entries another number, or any for a date that no number follows: then the
  /// order is how they came.
  private func renumbers(
    _ entry: Entry,
    movedTo place: SectionOrders.Displacement,
    in context: EntryContext
  ) -> Bool {
    guard context.rulebook.errorRules != nil,
      entry.text[entry.marker.range].contains(where: \.isDigit)
    else { return false }
    guard place.key.isOfTitle else { return true }
    guard let other = place.before ?? place.after,
      let index = context.document.index(of: context.place),
      let end = context.document.index(of: other.place)
    else { return false }
    return abs(index - end) > Self.mostRenumbered
  }
}

extension Message {
  fileprivate static func between(
    _ title: String,
    _ before: PaperIndex.Paper,
    _ after: PaperIndex.Paper,
    _ key: String
  ) -> Message {
    "Move \(quoting: title) between \(quoting: before.title) on line \(before.place.lines.lowerBound) and \(quoting: after.title) on line \(after.place.lines.lowerBound): the section is sorted by \(key)"
  }

  fileprivate static func first(
    _ title: String,
    _ after: PaperIndex.Paper,
    _ key: String
  ) -> Message {
    "Move \(quoting: title) before \(quoting: after.title) on line \(after.place.lines.lowerBound): the section is sorted by \(key)"
  }

  fileprivate static func last(
    _ title: String,
    _ before: PaperIndex.Paper,
    _ key: String
  ) -> Message {
    "Move \(quoting: title) after \(quoting: before.title) on line \(before.place.lines.lowerBound): the section is sorted by \(key)"
  }
}
