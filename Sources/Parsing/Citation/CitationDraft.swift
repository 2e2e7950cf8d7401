internal import ListModel
internal import Text

/// A citation while it is read: where its parts stand in the entry.
struct CitationDraft {
  let entry: Entry
  let format: EntryFormat
  let tokens: [Token]
  var name: Range<Int>?
  var title: Range<Int>?
  /// What belongs to the title and stands before it, after a colon to a reader.
  var titleStart: Range<Int>?
  var authors: Range<Int>?
  var description: Range<Int>?
  var venue: String?
  var year: Int?
  /// Where else it says that it appeared.
  var otherAppearances: [Citation.Appearance] = []
  /// Text after the authors that is theirs no longer.
  var rest: Range<Int>?

  var text: [UInt8] { entry.text }

  init(_ entry: Entry, _ format: EntryFormat) {
    self.entry = entry
    self.format = format
    tokens = format.tokens(of: entry)
    name = entry.texts.first { $0.field == .name }?.range
    title = entry.title.map { entry.text.whole($0.range) }
    authors = entry.ranges(of: .authors).first
    description = entry.texts.first { $0.field == .description }.flatMap { description in
      entry.withoutLabelledLinks(entry.text.whole(description.range))
    }
  }

  mutating func read(describesByNames: Bool) {
    takeTitleFromHeading()
    takeLinkedName()
    takeTitleAfterAuthors()
    cutTitle()
    takeTitleFromNote()
    takeTitleAfterNames()
    if describesByNames { takeAuthorsFromDescription() }
    takeTitleFromAuthors()
    cutAuthors()
    if authors == nil { takeAuthorsBeforeTitle() }
    if authors == nil { takeAuthorsFromTitle() }
    joinName()
    // What is read as title or authors describes nothing.
    if let own = description, [title, authors].contains(where: { $0?.overlaps(own) ?? false }) {
      description = nil
    }
    readVenue()
    takeYearFromTitle()
    title = title.map(text.withoutOpenMark)
  }

  var citation: Citation {
    var citation = Citation()
    citation.name = name.map(text.string)
    citation.title = title.map { title in
      guard let start = titleStart else { return text.string(title) }
      return text.string(start) + ": " + text.string(title)
    }
    citation.authors = authors.map(text.string)
    citation.description = description.map(text.string)
    citation.venue = venue
    citation.year = year
    citation.otherAppearances = otherAppearances
    citation.links = entry.links.filter { !isPicture($0) }
    return citation
  }

  /// Tells whether a link is a picture that leads nowhere.
  private func isPicture(_ link: Link) -> Bool {
    guard link.isImage else { return false }
    let start = link.range.lowerBound
    return text[start] == UInt8(ascii: "!") || text.matches("src=\"", at: start - 5)
      || text.matches("src='", at: start - 5)
  }

  // MARK: Title

  /// Takes a link before a colon or a dash at the start for the title, where the list's other titles are no
  /// links and what stands after it was read as one: `[Name](url): what it is`.
  private mutating func takeLinkedName() {
    guard let own = title, entry.titleLink == nil, entry.venue == nil, authors == nil,
      entry.links.count == 1, let link = entry.links.first, link.kind == nil, !link.isImage,
      let label = link.labelRange, link.url != nil,
      link.range.lowerBound <= entry.marker.range.upperBound + 2,
      own.lowerBound >= link.range.upperBound
    else { return }
    let gap = text.string(link.range.upperBound..<own.lowerBound)
    guard [":", "-", "–", "—"].contains(gap.filter { $0 != " " }) else { return }
    title = text.withoutMarks(label)
    description = own
  }

  /// Takes what stands in marks after names of people for the title, where what was taken for it is a
  /// short name before them: `**AI2-THOR**: Kolve, Eric, et al. **Ai2-thor: An environment.**`.
  private mutating func takeTitleAfterAuthors() {
    guard let own = title, entry.titleLink == nil,
      let first = tokens.firstIndex(where: { $0.range == own }),
      !tokens[first].open.isEmpty, tokens[first].words <= 3,
      let next = tokens[(first + 1)...].firstIndex(where: {
        $0.kind == .text && !$0.open.isEmpty && $0.words >= 3
      }), !text[tokens[next].open].contains(UInt8(ascii: "("))
    else { return }
    guard tokens[first].outer.upperBound <= tokens[next].outer.lowerBound else { return }
    let between = text.titleRange(
      in: tokens[first].outer.upperBound..<tokens[next].outer.lowerBound
    )
    guard !between.isEmpty, text.isAuthors(between) else { return }
    name = own
    authors = text.withAbbreviation(between)
    title = tokens[next].range
  }

  /// Takes words in emphasis for the title that follow names of people, where these were read as it: `A. Lee, and B. Kim,
  /// *A Title,* ICML 2015`.
  private mutating func takeTitleAfterNames() {
    guard authors == nil, entry.titleLink == nil, let own = title, let words = description,
      own.upperBound <= words.lowerBound, text.isPeople(own), text.isAuthors(own),
      let token = tokens.first(where: { $0.range.lowerBound == words.lowerBound }),
      token.words >= 3, text[token.open].contains(where: { "*_\"".utf8.contains($0) }),
      own.upperBound <= token.open.lowerBound,
      !text[own.upperBound..<token.open.lowerBound].contains(where: \.isWord)
    else { return }
    authors = own
    title = token.range
    description = nil
    if token.range.upperBound < words.upperBound {
      rest = text.titleRange(in: token.range.upperBound..<words.upperBound)
    }
  }

  /// Takes from the title what a reader does not: a text after the marks that close it, a description that
  /// two spaces set apart, notes in parentheses at its end, and a note in brackets before it.
  private mutating func cutTitle() {
    guard var own = title else { return }
    if text.matches("**", at: own.lowerBound - 2),
      let close = text.firstRange(of: "** ", in: own),
      text.wordCount(own.lowerBound..<close.lowerBound) >= 2
    {
      rest = close.upperBound..<own.upperBound
      own = text.titleRange(in: own.lowerBound..<close.lowerBound)
    }
    if entry.titleLink == nil, own.count > 150, let gap = text.firstRange(of: "  ", in: own),
      text.wordCount(own.lowerBound..<gap.lowerBound) <= 20
    {
      // In a cell all that follows belongs to it.
      let end = entry.isRow ? text.endOfCell(from: own.upperBound) : own.upperBound
      description = text.trimmed(gap.upperBound..<end)
      own = own.lowerBound..<gap.lowerBound
      let number = text[own].prefix { $0.isDigit }.count
      let start = own.lowerBound + number + 2
      if number > 0, start <= own.upperBound, text.matches(") ", at: start - 2) {
        own = start..<own.upperBound
      }
    }
    while text[own].last == UInt8(ascii: ")"),
      let open = text[own].lastIndex(of: UInt8(ascii: "(")),
      text.isHonour(open + 1..<own.upperBound - 1)
    {
      own = text.trimmed(own.lowerBound..<open)
    }
    if entry.titleLink == nil, text[own].first == UInt8(ascii: "["),
      let close = text.first(UInt8(ascii: "]"), in: own), text.matches(" ", at: close + 1),
      text.wordCount(close + 1..<own.upperBound) >= 2
    {
      own = text.trimmed(close + 1..<own.upperBound)
    }
    // A number of a preprint after a comma is where it appeared.
    if entry.titleLink == nil, let number = text.firstRange(of: ", arXiv:", in: own) {
      own = text.titleRange(in: own.lowerBound..<number.lowerBound)
    }
    title = own
  }

  /// Puts a name before the title that a colon ties to it: `***SDEdit:*** Guided Image Synthesis`.
  private mutating func joinName() {
    guard titleStart == nil, let own = title, let name = name ?? markedWords(before: own),
      name.upperBound <= own.lowerBound, own.lowerBound - name.upperBound <= 12
    else { return }
    let gap = text[name.upperBound..<own.lowerBound]
    guard gap.contains(UInt8(ascii: ":")), !gap.contains(where: \.isWord),
      !gap.contains(UInt8(ascii: "\"")),
      // In a cell of its own, or before what repeats it, it is a name and no more.
      !(entry.isRow && gap.contains(UInt8(ascii: "|"))),
      !text[own].starts(with: text[name])
    else { return }
    titleStart = name
  }

  /// Returns the few words in emphasis right before the title, where the format has no name there.
  private func markedWords(before own: Range<Int>) -> Range<Int>? {
    guard !format.has(.name),
      let words = tokens.last(where: { $0.kind != .html && $0.range.upperBound <= own.lowerBound }
      ),
      words.kind == .text, words.words <= 4, text[words.open].contains(UInt8(ascii: "*")),
      words.traits.isDisjoint(with: [.venue, .date, .authors])
    else { return nil }
    return words.range
  }

  /// Takes a year in parentheses at the end of the title, or before its colon, for the paper's.
  private mutating func takeYearFromTitle() {
    guard year == nil, titleStart == nil, let own = title, text[own].last == UInt8(ascii: ")"),
      let open = text[own].lastIndex(of: UInt8(ascii: "(")), own.upperBound - open == 6,
      let value = text.yearValue(open + 1..<own.upperBound - 1)
    else { return }
    year = value
    title = text.trimmed(own.lowerBound..<open)
  }
}
