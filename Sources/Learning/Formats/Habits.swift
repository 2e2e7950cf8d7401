internal import ListModel
internal import Parsing
internal import Rules
internal import Text

/// What a list's entries have in common beside their fields: white space, indentation, capitals, and
/// the few values of a table's columns.
struct Habits {
  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// What so many entries have that it is not a mistake.
  var customs: Set<EntryFormat.Custom> {
    var counts: [EntryFormat.Custom: Int] = [:]
    var descriptions = (all: 0, capital: 0)
    var keywords = (all: 0, capital: 0)
    var names = (marked: 0, plain: 0)
    for traits in entries.concurrentMap(Traits.init) {
      for custom in traits.customs { counts[custom, default: 0] += 1 }
      if let isMarked = traits.hasMarkedName {
        if isMarked { names.marked += 1 } else { names.plain += 1 }
      }
      if let isCapital = traits.hasCapitalDescription {
        descriptions.all += 1
        if isCapital { descriptions.capital += 1 }
      }
      keywords.all += traits.keywords
      keywords.capital += traits.capitalKeywords
    }
    let total = max(1, entries.count)
    let thresholds: [EntryFormat.Custom: Int] = [
      .trailingSpace: 40, .doubledSpace: 30, .tab: 5, .spacedComma: 8, .bareEtAl: 5,
      .repeatedURL: 30, .openRow: 20, .bareLabel: 5,
      .linkedTitle: 95,
    ]
    let fewest: [EntryFormat.Custom: Int] = [.bareLabel: 2, .linkedTitle: 10]
    var customs = Set(
      counts.filter { custom, count in
        count * 100 >= total * (thresholds[custom] ?? 100) && count >= (fewest[custom] ?? 1)
      }
      .keys
    )
    if Share.usual.isReached(by: descriptions.capital, of: descriptions.all, fewest: 10) {
      customs.insert(.capitalDescription)
    }
    if Share.prevalent.isReached(by: keywords.capital, of: keywords.all, fewest: 20) {
      customs.insert(.capitalKeyword)
    }
    if names.marked >= 10, names.marked * 100 >= (names.marked + names.plain) * 80 {
      customs.insert(.markedName)
    }
    return customs
  }

  /// Whether nearly all or only some entries end in a full stop, whatever field is their last; nil where
  /// hardly any does.
  var finalStop: EntryFormat.Custom? {
    let ends = entries.compactMap(\.hasFinalStop)
    let count = ends.count { $0 }
    guard Share(percent: 15).isReached(by: count, of: ends.count, fewest: 10) else { return nil }
    return Share.prevalent.isReached(by: count, of: ends.count) ? .finalStop : .anyFinalStop
  }

  /// How years are written after venues, where nearly all have the same; nil where they do not.
  var venueYear: UsualSeparator? {
    var tally = Tally<String>()
    for entry in entries {
      guard let gap = entry.venueYearGap else { continue }
      let style = VenueYearStyle(
        middle: entry.string(gap),
        hasShortYear: entry.venue?.yearRange?.count == 2
      )
      tally.add(style.text)
    }
    guard let (text, count) = tally.most,
      Share.prevalent.isReached(by: count, of: tally.total, fewest: 10)
    else {
      return nil
    }
    return UsualSeparator(text: text, count: count, total: tally.total)
  }

  /// The white space before markers, the most common first.
  var indentations: [String] {
    var tally = Tally<String>()
    for entry in entries { tally.add(entry.string(entry.marker.indentation)) }
    // One space is a slip; two that are meant as a level are more often right.
    return tally.ranked.filter { space, count in
      count >= (space.utf8.count == 1 && space != "\t" ? 3 : 2) && count * 50 >= tally.total
    }
    .map(\.thing)
  }

  /// How many bytes a value has at most that a column has a dozen of: what is longer is prose.
  private static let longestValue = 80

  /// For each column of a table the values of its cells, where a dozen make up nearly all of them.
  var columnValues: [Set<String>?] {
    var columns: [(values: Tally<String>, cells: Int)] = []
    let rows = entries.concurrentMap { entry in
      entry.cells.map { $0.count > Self.longestValue ? nil : entry.string($0) }
    }
    for (index, value) in rows.lazy.flatMap({ $0.enumerated() }) {
      if index == columns.count { columns.append((Tally(), 0)) }
      columns[index].cells += 1
      if let value { columns[index].values.add(value) }
    }
    return columns.map { values, cells in
      guard Share.prevalent.isReached(by: values.total, of: cells, fewest: 10) else { return nil }
      let common = values.ranked.prefix(12).filter { $0.count >= 2 && $0.count * 100 >= cells }
      let covered = common.reduce(0) { $0 + $1.count }
      guard Share.prevalent.isReached(by: covered, of: cells) else { return nil }
      return Set(common.map(\.thing))
    }
  }
}

/// What an entry has of what can be a custom.
private struct Traits {
  private(set) var customs: [EntryFormat.Custom] = []
  /// Whether its name stands before the title alone; nil where it has none.
  private(set) var hasMarkedName: Bool?
  /// Nil where it has no description that begins with a letter.
  private(set) var hasCapitalDescription: Bool?
  private(set) var keywords = 0
  private(set) var capitalKeywords = 0

  init(_ entry: Entry) {
    if !entry.trailingSpaces.isEmpty { customs.append(.trailingSpace) }
    if entry.titleLink != nil { customs.append(.linkedTitle) }
    if entry.links.contains(where: { $0.url == nil && $0.kind != nil }) {
      customs.append(.bareLabel)
    }
    let inner = entry.marker.range.upperBound..<entry.text.count
    if entry.text.first(.tab, in: inner) != nil { customs.append(.tab) }
    if !entry.doubledSpaces.isEmpty { customs.append(.doubledSpace) }
    if !entry.bareEtAls.isEmpty { customs.append(.bareEtAl) }
    if entry.commaFaults.contains(where: { entry.text[$0.sign] == UInt8(ascii: ",") }) {
      customs.append(.spacedComma)
    }
    if entry.isOpenRow { customs.append(.openRow) }
    if entry.hasRepeatedURL { customs.append(.repeatedURL) }
    if let name = entry.text(of: .name) {
      // `**[CvT]** CvT: Introducing ...` says it twice.
      hasMarkedName = !entry.titleKey.hasPrefix(normalisedTitle(name))
    } else if entry.nameInTitle != nil {
      hasMarkedName = false
    }
    if let range = entry.prose, entry.text[range.lowerBound].isLetter {
      hasCapitalDescription = entry.text[range.lowerBound].isUppercase
    }
    for range in entry.keywords where entry.text[range.lowerBound].isLetter {
      keywords += 1
      if entry.text[range.lowerBound].isUppercase { capitalKeywords += 1 }
    }
  }
}
