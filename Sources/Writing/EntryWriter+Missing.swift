internal import ListModel
internal import Markdown
internal import Text

extension EntryWriter {
  /// Returns what somebody has to fill in: what nearly all of the neighbours have, and what had no place.
  func missing(
    in draft: Composer.Draft,
    written entry: String,
    of section: Int,
    _ format: Int
  ) -> [String] {
    let book = book(of: section, format)
    // Where a date is no more than a year, the year is all there is to say.
    let isYear = book.samples(of: .date).allSatisfy { $0.utf8.count == 4 }
    func lacks(_ slot: Slot) -> Bool {
      if slot == .date, isYear, draft.slots.contains(.year) { return false }
      return book.share(of: slot) >= Filling.commonShare && !draft.slots.contains(slot)
    }
    let fields: [(slot: Slot, name: String)] = [
      (.tags, "the tags"), (.name, "the name"), (.authors, "the authors"), (.venue, "the venue"),
      (.date, "the date"), (.description, "the description"), (.keywords, "the keywords"),
    ]
    var missing = fields.filter { lacks($0.slot) }.map(\.name)
    for (slot, name) in fields + [(.year, "the year")] {
      if let word = draft.placeholders[slot], draft.slots.contains(slot) {
        missing.append("\(name), for which '\(word)' stands")
      }
    }
    if draft.slots.contains(.lead) { missing.append("the first words, for which the name stands") }
    let slots = Set(book.nearest.flatMap(\.slots))
    let details = slots.compactMap { slot in
      if case .detail(let key) = slot, !key.isEmpty { key } else { nil }
    }
    let isRow = document.formats.parts[format].format.unit == .row
    for key in details.sorted() where !isRow && lacks(.detail(key)) {
      missing.append("the item '\(key)'")
    }
    for role in Set(slots.compactMap(\.role)).sorted()
    where !role.hasPrefix("(") && lacks(.address(role, 0)) {
      missing.append("the link '\(role)'")
    }
    missing += emptyColumns(of: entry, among: book, format).map { "the column '\($0)'" }
    for slot in draft.left {
      if let role = slot.role, !role.hasPrefix("(") {
        missing.append("the link '\(role)', for which there is no place")
      }
    }
    return missing
  }

  /// Returns the columns of a table in which a row has nothing, and nearly all others have something that is not a field
  /// with a name of its own.
  private func emptyColumns(of row: String, among book: MouldBook, _ format: Int) -> [String] {
    let part = document.formats.parts[format]
    guard part.format.unit == .row else { return [] }
    let cells = Array(row.utf8).cells
    let others = book.nearest.map { $0.text.cells }.filter { $0.count == cells.count }
    guard cells.count == part.header.count, !others.isEmpty else { return [] }
    return cells.indices.compactMap { column in
      func isFilled(_ cells: [[UInt8]]) -> Bool { cells[column].contains(where: \.isWord) }
      let share = Double(others.count(where: isFilled)) / Double(others.count)
      let isNamed = book.nearest.contains { mould in
        let slots = mould.slots(ofCell: column)
        return slots.contains {
          $0 != .unparsed && !$0.isDetail && book.share(of: $0) >= Filling.commonShare
        }
      }
      let header = part.header[column]
      guard !isFilled(cells), share >= Filling.commonShare, !isNamed, !header.isEmpty else {
        return nil
      }
      return header
    }
  }

  /// Returns the lines outside of all entries on which a paper or project is named, too.
  func linesBesideEntries(naming particulars: Particulars) -> [Int] {
    var words: [String] = []
    switch particulars.identity {
    case .arXiv(let id): words.append(id.description)
    case .doi(let name): words.append(name)
    case .openReview(let id): words.append(id)
    case .title, .none: break
    }
    if words.isEmpty, let repository = particulars.repository {
      words.append("github.com/" + repository)
    }
    guard !words.isEmpty else { return [] }
    let text = document.text
    var inside = Set<Int>()
    for place in document.entries { inside.formUnion(place.lines) }
    return text.lineNumbers.filter { line in
      !inside.contains(line) && words.contains { text.bytes.names($0, in: text.line(line)) }
    }
  }
}

extension [UInt8] {
  /// Tells whether a word stands somewhere by itself, and not as a part of a longer one.
  fileprivate func names(_ word: String, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while let found = firstRange(of: word, in: start..<range.upperBound) {
      let isStart = found.lowerBound == 0 || !self[found.lowerBound - 1].isWord
      let isEnd =
        found.upperBound == count
        || !self[found.upperBound].isDigit
          && !"-_".utf8.contains(self[found.upperBound])
      if isStart, isEnd { return true }
      start = found.upperBound
    }
    return false
  }
}

extension Mould {
  /// The places in a cell of a row.
  fileprivate func slots(ofCell column: Int) -> [Slot] {
    var bars = 0
    var slots: [Slot] = []
    for (gap, unit) in zip(gaps, units) {
      bars += gap.bars
      if bars == column + 1 { slots += unit.slots }
      bars += unit.bytes.bars
    }
    return slots
  }
}
