internal import ListModel
internal import Markdown

extension EntryWriter {
  /// How common a field has to be among the neighbours for its lack to be told.
  private static let commonShare = 0.8

  /// Returns what somebody has to fill in: what nearly all of the neighbours have, and what had no place.
  func missing(
    in draft: Composer.Draft,
    of section: Int,
    _ format: Int
  ) -> [String] {
    let book = book(of: section, format)
    func lacks(_ slot: Slot) -> Bool {
      book.share(of: slot) >= Self.commonShare && !draft.slots.contains(slot)
    }
    let fields: [(slot: Slot, name: String)] = [
      (.tags, "the tags"), (.name, "the name"), (.authors, "the authors"), (.venue, "the venue"),
      (.date, "the date"), (.description, "the description"), (.keywords, "the keywords"),
    ]
    var missing = fields.filter { lacks($0.slot) }.map(\.name)
    let slots = Set(book.nearest.flatMap(\.slots))
    let details = slots.compactMap { slot in
      if case .detail(let key) = slot, !key.isEmpty { key } else { nil }
    }
    let isRow = document.formats.parts[format].format.unit == .row
    for key in details.sorted() where lacks(.detail(key)) {
      missing.append("the \(isRow ? "column" : "item") '\(key)'")
    }
    for role in Set(slots.compactMap(\.role)).sorted()
    where !role.hasPrefix("(") && lacks(.address(role, 0)) {
      missing.append("the link '\(role)'")
    }
    for slot in draft.left {
      if let role = slot.role, !role.hasPrefix("(") {
        missing.append("the link '\(role)', for which there is no place")
      }
    }
    return missing
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
