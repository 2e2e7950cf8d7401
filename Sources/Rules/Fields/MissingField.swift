package import ListModel
internal import Parsing
internal import Text

/// Reports a field that the list's other entries have.
package struct MissingField: EntryRule {
  package static let description = RuleDescription(
    id: "missing-field",
    summary: "An entry lacks a field that the list's other entries have.",
    rationale: "Readers who use this field expect to find it in every entry.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - Reasoning segmentation with a language model.",
        in: .described
      ),
      .reported(
        "- [1️⃣LISA](https://github.com/dvlab-research/LISA)",
        "Add the description, as the other entries do",
        in: .described
      ),
      .reported(
        "- [1️⃣LISA: Reasoning Segmentation](https://arxiv.org/abs/2308.00692)\n  - Xin Lai, Zhuotao Tian",
        "Add the item 'Keyword:', as the other entries do",
        in: .nested
      ),
    ]
  )

  package init() {}

  /// How many words no title has.
  private static let longestTitle = 20

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !entry.isEmpty, let title = entry.title,
      // Where cells are missing, the fields are in the wrong ones.
      !context.document.isTorn(entry, at: context.place)
    else { return [] }
    // What a bullet without its space keeps out of the list is not part of the entry yet.
    let isLoose =
      context.format.unit == .item && entry.marker.range.upperBound > 0
      && !entry.text[entry.marker.range.upperBound - 1].isWhitespace
    guard !isLoose else { return [] }
    let missing = context.format.parts.filter { part in
      // What is said below an entry is as long as there is to say.
      !part.isOptional && !entry.has(part.field) && part.field != .details
        && !hasOwnRule(part.field, of: entry, in: context)
        && !isLeftOpen(part, of: entry, in: context)
    }
    let place = title.range.lowerBound..<title.range.lowerBound
    // A title of that length has in it what could not be told from it.
    let isWhole = wordList(Array(title.text.utf8)).count < Self.longestTitle
    return missing.compactMap { part in
      if !isWhole, part.field != .links { return nil }
      // A word in brackets without an address may be it: `[arXiv]`.
      if part.field == .venue, entry.links.contains(where: { $0.url == nil }) { return nil }
      // What follows two spaces is a part of its own that could not be told from the title.
      if [.authors, .description].contains(part.field), title.text.contains("  ") { return nil }
      // Names that were not read are another matter than names that are not there.
      if part.field == .authors, entry.hasUnreadNames { return nil }
      if part.field == .venue, entry.names(anyOf: context.rulebook.venues) { return nil }
      if part.field == .date, entry.showsDate(in: context.format) { return nil }
      // As in a section of two surveys.
      if part.field == .name, context.isUnanimousNearby({ !$0.has(.name) }) { return nil }
      guard part.field == .links, title.isLink else {
        // Not everything has a short name.
        return finding(
          .missing(part.field.rawValue),
          at: place,
          severity: part.field == .name ? .note : nil
        )
      }
      // Badges beside a title that is a link are nothing to look for.
      let hasLabels = !context.format.links.labels.names.isEmpty
      return hasLabels ? finding(.missing("link beside the title"), at: place) : nil
    }
      + missingItems(entry, in: context).map { form in
        finding(form.key.isEmpty ? .missing(form.name) : .missing(key: form.name), at: place)
      }
  }

  /// Tells whether others nearby do without a field, or its table cell holds a sign or a word in its place, as
  /// `-` or `Coming soon`.
  private func isLeftOpen(
    _ part: EntryFormat.Part,
    of entry: Entry,
    in context: EntryContext
  ) -> Bool {
    let format = context.format
    var hasCell = false
    // What shares its cell with the title cannot be told from it.
    if format.unit == .row,
      !format.parts.contains(where: { $0.field == .title && $0.cell == part.cell })
    {
      let isOpened = entry.text.first { !$0.isWhitespace } == UInt8(ascii: "|")
      let cells = entry.cells
      let index = part.cell - (isOpened ? 1 : 0)
      hasCell = cells.indices.contains(index)
      // Not every paper has a short name.
      if hasCell, !cells[index].isEmpty || [.name, .description].contains(part.field) {
        return true
      }
    }
    return context.isUsualNearby(isOptional: hasCell) { !$0.has(part.field) }
  }

  /// Tells whether another rule says that a field is missing, and knows more of it.
  private func hasOwnRule(
    _ field: FieldName,
    of entry: Entry,
    in context: EntryContext
  ) -> Bool {
    switch field {
    case .name: WrongEmphasis().unmarkedName(in: entry, context.format) != nil
    case .tags: context.format.tags != nil
    case .venue: context.format.venue != nil
    case .links: context.format.isExact
    default: false
    }
  }

  /// The nested items that entries with any have, and this one has not.
  private func missingItems(_ entry: Entry, in context: EntryContext) -> [DetailForm] {
    guard let style = context.format.details, !entry.nestedItems.isEmpty else { return [] }
    return style.forms.enumerated().filter { index, form in
      !form.isOptional && !entry.nestedItems.contains { $0.form == index }
    }
    .map(\.element)
  }
}

extension Entry {
  /// Tells whether a venue with its year stands in what was read as something else, after the title.
  fileprivate func names(anyOf venues: VenueVocabulary) -> Bool {
    var index = title?.range.upperBound ?? 0
    while let start = text[index...].firstIndex(where: \.isLetter) {
      index = text[start...].firstIndex { !$0.isLetter } ?? text.count
      if let link = links.first(where: { $0.range.contains(start) }) {
        index = max(index, link.range.upperBound)
        continue
      }
      let year = text[index...].prefix(6).drop { !$0.isDigit }.prefix(while: \.isDigit)
      if year.count == 4, venues.name(of: string(start..<index)) != nil { return true }
    }
    return false
  }
}

extension Entry {
  /// The longest text, in bytes, that is a date and nothing else.
  private static let longestDate = 24

  /// Tells whether a date stands in what was read as something else, after the title: a year as that of the venue,
  /// where the list has no such years, or a year or a month between marks.
  fileprivate func showsDate(in format: EntryFormat) -> Bool {
    if format.venue == nil, venue?.year != nil { return true }
    var rest = text[(title?.range.upperBound ?? 0)...]
    while let byte = rest.first {
      if let link = links.first(where: { $0.url != nil && $0.range.contains(rest.startIndex) }) {
        rest = text[max(rest.startIndex + 1, min(link.range.upperBound, text.count))...]
        continue
      }
      guard byte.isWord else {
        rest = rest.dropFirst()
        continue
      }
      let part = rest.prefix { !"()[]|;\n".utf8.contains($0) }
      let isShort = part.count <= Self.longestDate && part.count { $0.isDigit } >= 4
      if isShort, Month(string(part.startIndex..<part.endIndex)) != nil || isYear(part) {
        return true
      }
      rest = text[part.endIndex...]
    }
    return false
  }

  /// Tells whether a part of the text is a year and nothing else.
  private func isYear(_ part: ArraySlice<UInt8>) -> Bool {
    let end = part.lastIndex { !$0.isWhitespace && $0 != UInt8(ascii: ",") } ?? part.startIndex
    let digits = part.startIndex..<min(end + 1, part.endIndex)
    return digits.count == 4 && text[digits].allSatisfy(\.isDigit)
      && text.yearValue(digits) != nil
  }
}

extension Message {
  fileprivate static func missing(_ field: String) -> Message {
    "Add the \(field), as the other entries do"
  }

  fileprivate static func missing(key: String) -> Message {
    "Add the item \(quoting: key), as the other entries do"
  }
}
