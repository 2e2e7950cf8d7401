package import ListModel
internal import Parsing
internal import Text

/// Reports marks of emphasis or brackets around a field that are not the list's.
package struct WrongEmphasis: EntryRule {
  package static let description = RuleDescription(
    id: "wrong-emphasis",
    summary: "The emphasis or brackets around a field are not the ones that the list uses.",
    rationale: "Readers recognise a field because it looks the same in every entry.",
    fixes: .always,
    examples: [
      .accepted(
        "**LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        in: .blocks
      ),
      .reported(
        "1️⃣*LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        "Write '**' before the title, not '*'",
        fixed:
          "**LISA: Reasoning Segmentation** \\\n*Xin Lai, Zhuotao Tian* \\\n[[Paper](https://arxiv.org/abs/2308.00692)]",
        in: .blocks
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    var findings: [Finding] = []
    if let name = unmarkedName(in: entry, context.format) { findings.append(name) }
    let lacksLink = entry.lacksLink(by: context.format) && !entry.lacksOpeningBracket
    for separator in context.separators where separator.fault == .wrongMarks {
      guard let expected = separator.expected else { continue }
      // The bracket of a link that is not there is another rule's matter.
      if lacksLink, separator.after == .field(.title), expected.hasSuffix("[") { continue }
      if entry.isLinkedUnlike(separator) { continue }
      findings.append(
        finding(
          .wrong(entry.string(separator.range), expected, separator.place),
          at: separator.range,
          fix: .replace(separator.range, with: expected, "Write the list's marks")
        )
      )
    }
    return findings
  }

  /// Reports a name at the start of a title, where the other entries have it in marks before the
  /// title.
  func unmarkedName(in entry: Entry, _ format: EntryFormat) -> Finding? {
    guard let name = entry.nameInTitle, let title = entry.title,
      let index = format.parts.firstIndex(where: { $0.field == .name }),
      index + 1 < format.parts.count, format.parts[index + 1].field == .title
    else { return nil }
    let part = format.parts[index]
    guard format.customs.contains(.markedName) || !part.isOptional, !part.open.isEmpty,
      let between = format.usualSeparators[FieldPair(.name, .title)], between.isUsual,
      let before = format.usualSeparators[FieldPair(nil, .name)], before.isUsual
    else { return nil }
    let written = before.text + entry.string(name) + between.text
    // A title that is a link begins after the name.
    let start = entry.titleLink.map { entry.links[$0].range.lowerBound } ?? name.lowerBound
    guard title.isLink == between.text.hasSuffix("["),
      entry.text[start..<name.lowerBound].allSatisfy({ !$0.isWord })
    else { return nil }
    return finding(
      .unmarked(entry.string(name), before.text + entry.string(name) + part.close),
      at: name,
      fix: .replace(start..<name.upperBound + 2, with: written, "Set the name apart")
    )
  }
}

extension Message {
  fileprivate static func unmarked(_ name: String, _ written: String) -> Message {
    "Write the name \(quoting: name) before the title, as \(quoting: written)"
  }

  fileprivate static func wrong(_ found: String, _ expected: String, _ place: String) -> Message {
    replacement(of: found, expected, place)
  }
}
