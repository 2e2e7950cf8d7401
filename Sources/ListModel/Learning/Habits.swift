/// What a list's entries have in common beside their fields: white space, indentation, capitals, and
/// the few values of a table's columns.
struct Habits {
  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// What so many entries have that it is no mistake.
  var customs: Set<EntryFormat.Custom> {
    var counts: [EntryFormat.Custom: Int] = [:]
    var descriptions = 0
    var capitals = 0
    var keywords = (all: 0, capital: 0)
    var names = (marked: 0, plain: 0)
    for entry in entries {
      if entry.text.last?.isWhitespace ?? false { counts[.trailingSpace, default: 0] += 1 }
      let inner = entry.text[entry.marker.range.upperBound...]
      if inner.contains(.tab) { counts[.tab, default: 0] += 1 }
      if !entry.doubledSpaces.isEmpty { counts[.doubledSpace, default: 0] += 1 }
      if let name = entry.text(of: .name) {
        // `**[CvT]** CvT: Introducing ...` says it twice.
        if entry.titleKey.hasPrefix(normalisedTitle(name)) {
          names.plain += 1
        } else {
          names.marked += 1
        }
      } else if entry.nameInTitle != nil {
        names.plain += 1
      }
      if !entry.bareEtAls.isEmpty { counts[.bareEtAl, default: 0] += 1 }
      if !entry.commaFaults.isEmpty { counts[.spacedComma, default: 0] += 1 }
      if entry.isOpenRow { counts[.openRow, default: 0] += 1 }
      if entry.hasRepeatedURL { counts[.repeatedURL, default: 0] += 1 }
      if let range = entry.prose, entry.text[range.lowerBound].isLetter {
        descriptions += 1
        if entry.text[range.lowerBound].isUppercase { capitals += 1 }
      }
      for range in entry.keywords where entry.text[range.lowerBound].isLetter {
        keywords.all += 1
        if entry.text[range.lowerBound].isUppercase { keywords.capital += 1 }
      }
    }
    let total = max(1, entries.count)
    let thresholds: [EntryFormat.Custom: Int] = [
      .trailingSpace: 40, .doubledSpace: 30, .tab: 5, .spacedComma: 8, .bareEtAl: 5,
      .repeatedURL: 30, .openRow: 20,
    ]
    var customs = Set(
      counts.filter { $0.value * 100 >= total * (thresholds[$0.key] ?? 100) }.keys
    )
    if descriptions >= 10, capitals * 100 >= descriptions * 85 {
      customs.insert(.capitalDescription)
    }
    if keywords.all >= 20, keywords.capital * 100 >= keywords.all * 90 {
      customs.insert(.capitalKeyword)
    }
    if names.marked >= 10, names.marked * 100 >= (names.marked + names.plain) * 80 {
      customs.insert(.markedName)
    }
    return customs
  }

  /// How years are written behind venues, where nearly all have the same; nil where they do not.
  var venueYear: GlueNorm? {
    var tally = Tally<String>()
    for entry in entries {
      guard let gap = entry.venueYearGap else { continue }
      let style = VenueYearStyle(
        middle: entry.string(gap),
        hasShortYear: entry.venue?.yearRange?.count == 2
      )
      tally.add(style.text)
    }
    guard tally.total >= 10, let (text, count) = tally.most, count * 100 >= tally.total * 90 else {
      return nil
    }
    return GlueNorm(text: text, count: count, total: tally.total)
  }

  /// The white space before markers, the most common first.
  var indentations: [String] {
    var tally = Tally<String>()
    for entry in entries { tally.add(entry.string(entry.marker.indentation)) }
    return tally.ranked.filter { $0.count >= 3 && $0.count * 50 >= tally.total }.map(\.thing)
  }

  /// For each column of a table the values of its cells, where a dozen make up nearly all of them.
  var columnValues: [Set<String>?] {
    var tallies: [Tally<String>] = []
    for cells in entries.concurrentMap({ entry in entry.cells.map { entry.string($0) } }) {
      for (index, cell) in cells.enumerated() {
        if index == tallies.count { tallies.append(Tally()) }
        tallies[index].add(cell)
      }
    }
    return tallies.map { tally in
      let common = tally.ranked.prefix(12).filter { $0.count >= 2 && $0.count * 100 >= tally.total }
      let covered = common.reduce(0) { $0 + $1.count }
      guard tally.total >= 10, covered * 100 >= tally.total * 90 else { return nil }
      return Set(common.map(\.thing))
    }
  }
}
