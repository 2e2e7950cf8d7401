package import ListModel
internal import Text

extension EntryFormat {
  /// Reads an entry by its tokens, laid along the format's fields.
  package func readTokens(_ text: [UInt8]) -> Entry {
    var entry = Entry(text: text, marker: unitMarker(text))
    entry.isRow = unit == .row
    let marked = entry.marker.range.upperBound
    // Tags whose form is known are found by their brackets, whatever marks stand around them.
    let findsTags = tags != nil && parts.first?.field == .tags
    if findsTags { entry.tags = readTags(text, from: marked) }
    entry.links = readLinks(text, from: entry.tags?.range.upperBound ?? marked)
    let (tokens, known) = isPlainText ? plainTokens(of: entry) : (tokens(of: entry), nil)
    let alignment = Alignment(
      tokens,
      links: entry.links,
      of: text,
      along: partsAfterTags,
      isTyped: isPlainText
    )
    for piece in alignment.pieces {
      take(piece.tokens.map { tokens[$0] }, as: partsAfterTags[piece.part], into: &entry)
    }
    var left = alignment.unparsed
    if let known {
      entry.venue = known
      // A field that stands out of its place is still that field.
      left.removeAll { tokens[$0].traits.contains(.venue) }
    }
    // A row whose cell for the title is empty, or holds a dash, goes by its name.
    if unit == .row, entry.title == nil, let name = entry.texts.first(where: { $0.field == .name })
    {
      entry.title = Title(text: entry.string(name.range), range: name.range, isLink: false)
    }
    // Taken out of the entry, since a change of one there would copy them all.
    var links = entry.links
    entry.links = []
    for index in links.indices where index != entry.titleLink {
      links[index] = peeled(links[index], in: text)
    }
    entry.links = links
    entry.unparsed = left.compactMap { index in
      tokens[index].kind == .text && tokens[index].words > 0 ? tokens[index].range : nil
    }
    if entry.venue == nil, !isPlainText { entry.venue = venueInLabel(of: entry) }
    if let details { readDetails(by: details, into: &entry) }
    return entry
  }

  /// Cuts the text that neither tags nor links cover at the venue alone, and returns that as well: whatever
  /// marks and signs stand in it, what is before is the title.
  private func plainTokens(of entry: Entry) -> (tokens: [Token], venue: VenueYear?) {
    let text = entry.text
    var tokens: [Token] = []
    var venue: VenueYear?
    func add(_ run: Range<Int>) {
      let range = text.titleRange(in: run)
      if text[range].contains(where: \.isWord) { tokens.append(Token(.text, range, in: text)) }
    }
    var position = entry.tags?.range.upperBound ?? entry.marker.range.upperBound
    func addText(upTo end: Int) {
      let run = position..<max(position, end)
      guard text[run].contains(where: \.isWord) else { return }
      guard has(.venue), venue == nil, let found = readVenue(text, in: run) else { return add(run) }
      venue = found
      add(run.lowerBound..<found.range.lowerBound)
      tokens.append(Token(.text, found.range, in: text, traits: .venue))
      add(found.range.upperBound..<run.upperBound)
    }
    for (index, link) in entry.links.enumerated() where tokens.count < Tokenizer.limit {
      addText(upTo: link.range.lowerBound)
      tokens.append(Token(.link, link.range, in: text, link: index))
      position = link.range.upperBound
    }
    addText(upTo: text.count)
    return (tokens, venue)
  }

  /// Cuts an entry after its marker.
  package func tokens(of entry: Entry) -> [Token] {
    var tokenizer = Tokenizer(
      entry.text,
      links: entry.links,
      isRow: unit == .row,
      vocabulary: venues
    )
    return tokenizer.run(
      from: unit == .row ? 0 : entry.tags?.range.upperBound ?? entry.marker.range.upperBound
    )
  }

  /// Returns the marker of an item; of another unit, the white space before it.
  package func unitMarker(_ text: [UInt8]) -> Marker {
    if unit == .item { return readMarker(text) }
    if unit == .html { return itemTag(text) }
    let start = text.headingStart ?? text.firstIndex { !$0.isWhitespace } ?? text.count
    return Marker(range: 0..<start, indentation: 0..<start, bullets: [])
  }

  /// Returns a link with its label's own marks taken as part of how links are written.
  private func peeled(_ link: Link, in text: [UInt8]) -> Link {
    guard let label = link.labelRange else { return link }
    let inner = text.withoutMarks(label)
    guard inner != label, !inner.isEmpty else { return link }
    let name = text.string(inner)
    return Link(
      range: link.range,
      label: name,
      labelRange: inner,
      url: link.url,
      urlRange: link.urlRange,
      isImage: link.isImage,
      kind: links.labels.name(of: name.withoutInvisibles)
    )
  }

  private func take(_ tokens: [Token], as part: Part, into entry: inout Entry) {
    guard let first = tokens.first, let last = tokens.last(where: { $0.kind != .html }) else {
      return
    }
    // What is made of several pieces keeps the marks around the first and the last.
    let start =
      tokens.count > 1 && !entry.text[first.open].elementsEqual(part.open.utf8)
      ? first.open.lowerBound : first.range.lowerBound
    let isLastMarked = tokens.count > 1 && last.range != first.range && !last.open.isEmpty
    let end = isLastMarked ? last.markedEnd(in: entry.text) : last.range.upperBound
    let range = start..<max(first.range.upperBound, end)
    switch part.field {
    case .title:
      // A picture after a title that is a link makes it no text.
      if let index = first.link, !tokens.dropFirst().contains(where: { $0.kind != .html }) {
        let label = entry.links[index].labelRange ?? first.range
        let inner = entry.text.withoutMarks(label)
        entry.title = Title(text: entry.string(inner), range: inner, isLink: true)
        entry.titleLink = index
      } else {
        entry.title = Title(text: entry.string(range), range: range, isLink: false)
      }
    case .venue: entry.venue = venue(in: range, of: entry.text)
    case .tags:
      let tags = tokens.filter { $0.kind != .html }.flatMap { entry.text.tags(in: $0.range) }
      entry.tags = TagBlock(range: first.range.lowerBound..<last.range.upperBound, tags: tags)
    case .links: break
    case .details:
      entry.texts += tokens.filter { $0.kind == .detail }.map {
        TextField(field: .details, range: $0.range)
      }
    case .name, .authors, .date, .description:
      entry.texts.append(TextField(field: part.field, range: range))
    }
  }

  /// Returns the venue that a link has for its label: `[[CVPR 2019](url)] Title`; where preprints stand
  /// is no more than where the paper is found.
  private func venueInLabel(of entry: Entry) -> VenueYear? {
    for index in entry.links.indices where index != entry.titleLink {
      let link = entry.links[index]
      // Few labels have two capitals.
      guard !link.isImage, let label = link.labelRange, label.count <= 24,
        entry.text[label].count(where: \.isUppercase) >= 2,
        entry.text.venueStart(in: label, venues) == label.lowerBound
      else { continue }
      let venue = venue(in: label, of: entry.text)
      if let name = venue.name, venues.name(of: name) != nil, !venues.isPreprint(name) {
        return venue
      }
    }
    return nil
  }

  /// Reads venue and year from the text of a field.
  func venue(in range: Range<Int>, of text: [UInt8]) -> VenueYear {
    let date = text.date(atEndOf: range)
    if let (name, year) = text.venue(afterDateIn: range, venues) {
      return VenueYear(
        range: range,
        name: text.string(name),
        nameRange: name,
        year: text.yearValue(year),
        yearRange: year
      )
    }
    let after = date?.year ?? text.year(in: range) ?? text.leadingYear(in: range)
    guard let year = after ?? text.gluedYear(in: range, venues), text.yearValue(year) != nil else {
      return VenueYear(
        range: range,
        name: text.string(range),
        nameRange: range,
        year: nil,
        yearRange: nil
      )
    }
    let end = date?.range.lowerBound ?? year.lowerBound
    var name = text.titleRange(in: range.lowerBound..<end)
    // An apostrophe before the year is not part of the name.
    if let end = text.nameEnd(before: end, in: range), name.contains(end) {
      name = name.lowerBound..<end
    }
    let hasName = text[name].contains(where: \.isLetter)
    return VenueYear(
      range: range,
      name: hasName ? text.string(name) : nil,
      nameRange: hasName ? name : nil,
      year: text.yearValue(year),
      yearRange: year
    )
  }
}

extension [UInt8] {
  /// Where the words of a heading begin, after its number signs and its number; nil where the text
  /// begins with none.
  fileprivate var headingStart: Int? {
    var index = 0
    while index < count, self[index] == UInt8(ascii: "#") { index += 1 }
    guard index > 0, index < count, self[index] == .space else { return nil }
    while index < count, self[index] == .space { index += 1 }
    if matches("\u{2022} ", at: index) { index += 4 }
    var number = index
    while number < count, self[number].isDigit { number += 1 }
    guard number > index, number + 1 < count,
      self[number] == UInt8(ascii: ".") || self[number] == UInt8(ascii: ")"),
      self[number + 1] == .space
    else { return index }
    return number + 2
  }
}
