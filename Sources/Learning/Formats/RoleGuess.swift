internal import ListModel
internal import Parsing
internal import Text

/// Guesses which field each token of an entry is, where no format says it.
struct RoleGuess {
  private let tokens: [Token]
  private let links: [Link]
  private let text: [UInt8]
  private let isRow: Bool
  private let venues: VenueVocabulary
  private let columns: Columns
  /// The tags that the list declares.
  private let tags: Set<String>
  /// The field of each token; nil where it could be anything.
  private(set) var roles: [FieldName?]

  init(
    _ tokens: [Token],
    links: [Link],
    of text: [UInt8],
    isRow: Bool,
    columns: Columns,
    knowing venues: VenueVocabulary,
    _ tags: Set<String> = []
  ) {
    self.tokens = tokens
    self.links = links
    self.text = text
    self.isRow = isRow
    self.venues = venues
    self.columns = columns
    self.tags = tags
    roles = Array(repeating: nil, count: tokens.count)
    let guess = titleIndex()
    let isInColumn = guess.map { columns.field(ofCell: tokens[$0].cell) == .title } ?? false
    guard let title = isInColumn ? guess : titleInColumn ?? guess else { return }
    roles[title] = .title
    for index in tokens.indices where index != title {
      roles[index] =
        roleInColumn(index)
        ?? role(index, isBeforeTitle: index < title)
    }
  }

  // MARK: Columns

  /// The index of the token that is the title by the word above it; nil where no word says so, or where
  /// nothing stands there.
  private var titleInColumn: Int? {
    guard columns.hasTitle else { return nil }
    return tokens.indices.first { index in
      guard columns.field(ofCell: tokens[index].cell) == .title else { return false }
      switch tokens[index].kind {
      case .html, .detail: return false
      case .link: return tokens[index].link.map { links[$0].kind == nil } ?? false
      case .text: return tokens[index].traits.isDisjoint(with: [.venue, .date])
      }
    }
  }

  /// Returns what a text is by the word above its column.
  private func roleInColumn(_ index: Int) -> FieldName? {
    guard tokens[index].kind == .text, let field = columns.field(ofCell: tokens[index].cell),
      field != .title
    else { return nil }
    // A date stands in the column of venues where both are given, and elsewhere.
    if field == .venue, tokens[index].traits.contains(.date) { return .date }
    return field == .date && !tokens[index].traits.contains(.date) ? nil : field
  }

  // MARK: Title

  /// The index of the token that is the title.
  private func titleIndex() -> Int? {
    var name: Int?
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .html, .detail: continue
      case .link:
        guard let link = token.link.map({ links[$0] }), !link.isImage, link.label != nil else {
          continue
        }
        // The paper is linked by where it appeared, and its title follows.
        if isVenue(link), tokens[(index + 1)...].contains(where: \.isPhrase) { continue }
        // What comes after the first labelled link is not a title any more.
        if link.kind != nil, token.words < 3 {
          if let name { return name }
          if isRow { continue }
          return tokens.indices.first { tokens[$0].kind == .text } ?? index
        }
        return index
      case .text:
        if token.traits.contains(.quoted), token.words > 1 { return index }
        if !token.traits.isDisjoint(with: [.venue, .date]) { continue }
        if token.traits.contains(.authors), hasTitle(after: index) { continue }
        if token.words <= 4, !token.open.isEmpty, let next = nextTitle(after: index) {
          // A name before the title, unless a dash makes it the title and the rest its description.
          if !hasDash(after: index) || tokens[next].kind == .link { continue }
          return index
        }
        if token.words < 3, token.open.isEmpty, let next = nextTitle(after: index),
          tokens[next].kind == .link || isRow || tokens[next].traits.contains(.quoted)
        {
          name = name ?? index
          continue
        }
        return index
      }
    }
    return name
  }

  /// Tells whether a link's label is a venue or a date, as `CVPR2021` and `arXiv`.
  private func isVenue(_ link: Link) -> Bool {
    guard var label = link.labelRange, text.wordCount(label) <= 3 else { return false }
    // `\[arXiv\]` shows its brackets.
    while let first = text[label].first, !first.isWord {
      label = label.lowerBound + 1..<label.upperBound
    }
    return text.isDate(label) || text.venueStart(in: label, venues) == label.lowerBound
  }

  /// Returns the index of what could be the title after a token, in the same place.
  private func nextTitle(after index: Int) -> Int? {
    for next in tokens.indices where next > index {
      let token = tokens[next]
      switch token.kind {
      case .html: continue
      case .detail: return nil
      case .link:
        guard let link = token.link.map({ links[$0] }), !link.isImage else { return nil }
        return link.kind == nil && token.words > 1 ? next : nil
      case .text:
        if !token.traits.isDisjoint(with: [.venue, .date]) { continue }
        if token.traits.contains(.authors) { continue }
        if token.words >= 3 { return next }
        // In a row, what is short and unmarked stands in cells of their own, the title in another.
        guard isRow, token.cell != tokens[index].cell, tokens[index].open.isEmpty else {
          return nil
        }
      }
    }
    return nil
  }

  /// Tells whether what is not a list of names, but could be a title, stands after names.
  private func hasTitle(after index: Int) -> Bool {
    tokens[(index + 1)...].contains { token in
      token.kind == .text && (token.words >= 3 || token.traits.contains(.quoted))
        && token.traits.isDisjoint(with: [.venue, .date])
        || token.kind == .link && token.words > 2
    }
  }

  private func hasDash(after index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let gap =
      tokens[index].outer
      .upperBound..<max(
        tokens[index].outer.upperBound,
        tokens[index + 1].outer.lowerBound
      )
    return text[gap].contains(UInt8(ascii: "-")) || text[gap].contains(0x93)
      || text[gap].contains(0x94)
  }

  private func role(_ index: Int, isBeforeTitle: Bool) -> FieldName? {
    switch tokens[index].kind {
    case .html: nil
    case .detail: .details
    case .link: .links
    case .text: isBeforeTitle ? roleOfTextBeforeTitle(index) : roleOfTextAfterTitle(index)
    }
  }

  private func roleOfTextBeforeTitle(_ index: Int) -> FieldName? {
    let token = tokens[index]
    if token.traits.contains(.venue) { return .venue }
    if token.traits.contains(.date) { return .date }
    if isTags(token) { return .tags }
    if token.traits.contains(.authors) { return .authors }
    return token.words <= 4 ? .name : nil
  }

  private func roleOfTextAfterTitle(_ index: Int) -> FieldName? {
    let token = tokens[index]
    if isTags(token) { return .tags }
    if isNoteOnVenue(index) { return .description }
    if token.traits.contains(.venue) { return .venue }
    if token.traits.contains(.date) { return .date }
    if text[token.open].contains(UInt8(ascii: "`")) { return token.words <= 3 ? .tags : nil }
    if text[token.open].elementsEqual("[".utf8), roles.contains(.description) { return .tags }
    if token.traits.contains(.authors), !roles.contains(.authors) { return .authors }
    if text[token.open].contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }),
      !roles.contains(.authors), token.words > 1
    {
      return text.date(atEndOf: token.range) == nil ? .authors : .venue
    }
    return token.words >= 2 || isRow ? .description : nil
  }

  /// Tells whether a text is tags: in brackets that are code, or such as the list declares.
  private func isTags(_ token: Token) -> Bool {
    guard token.kind == .text else { return false }
    let own = text.tags(in: token.range)
    if own.count > 1 || text[token.range].first == UInt8(ascii: "["),
      text[token.open].contains(UInt8(ascii: "`"))
    {
      return own.allSatisfy { $0.range.count <= EntryFormat.longestTag }
    }
    return !tags.isEmpty && own.allSatisfy { tags.contains($0.name) }
  }

  /// Tells whether a text in parentheses stands right after the venue: `CVPR 2024 (Oral)`.
  private func isNoteOnVenue(_ index: Int) -> Bool {
    index > 0 && tokens[index - 1].traits.contains(.venue)
      && text[tokens[index].open].first == UInt8(ascii: "(")
      && tokens[index].traits.isDisjoint(with: [.venue, .date])
  }
}

extension Token {
  /// Whether it is text of several words.
  fileprivate var isPhrase: Bool { kind == .text && words > 1 }
}
