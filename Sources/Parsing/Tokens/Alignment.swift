internal import ListModel

/// The cheapest way to lay an entry's tokens along the fields of its format.
///
/// Fields stand in the format's order; any may be missing, tokens may be left over, and several
/// may make one field. What each of these costs says how an entry is understood that does not
/// follow its format.
struct Alignment {
  /// A field, and the indices of the tokens it is made of.
  struct Piece {
    let part: Int
    let tokens: Range<Int>
  }

  private(set) var pieces: [Piece] = []
  /// The indices of tokens that belong to no field.
  private(set) var unparsed: [Int] = []

  private let parts: [EntryFormat.Part]
  private let tokens: [Token]
  private let links: [Link]
  private let text: [UInt8]
  /// Whether it is known what each token can be, and each is a whole field.
  private let isTyped: Bool
  /// The first token that can be the title, where that is known.
  private var firstTitle: Int?

  /// More than any alignment costs.
  private static let never = 1_000_000

  init(
    _ tokens: [Token],
    links: [Link],
    of text: [UInt8],
    along parts: [EntryFormat.Part],
    isTyped: Bool = false
  ) {
    self.parts = parts
    self.tokens = tokens
    self.links = links
    self.text = text
    self.isTyped = isTyped
    if isTyped { firstTitle = tokens.indices.first(where: isTitle) }
    align()
  }

  private mutating func align() {
    let width = parts.count + 1
    var costs = [Int](repeating: Self.never, count: (tokens.count + 1) * width)
    // Where the cheapest way came from: how many tokens back, and whether a part was passed.
    var steps = [(back: Int32, passesPart: Bool)](repeating: (0, false), count: costs.count)
    costs[0] = 0
    func relax(_ target: Int, _ cost: Int, back: Int, passesPart: Bool) {
      guard cost < costs[target] else { return }
      costs[target] = cost
      steps[target] = (Int32(back), passesPart)
    }
    for index in 0...tokens.count {
      for part in 0..<width {
        let here = index * width + part
        let cost = costs[here]
        guard cost < Self.never else { continue }
        if part < parts.count {
          relax(here + 1, cost + costOfMissing(part), back: 0, passesPart: true)
          var sum = 0
          for end in index..<tokens.count {
            let step = costOf(end, in: part, isFirst: end == index)
            guard step < Self.never else { break }
            sum += step
            let target = (end + 1) * width + part + 1
            relax(target, cost + sum, back: end + 1 - index, passesPart: true)
          }
        }
        if index < tokens.count {
          relax(here + width, cost + costOfUnparsed(index), back: 1, passesPart: false)
        }
      }
    }
    var index = tokens.count
    var part = parts.count
    while index > 0 || part > 0 {
      let step = steps[index * width + part]
      if step.passesPart {
        part -= 1
        let start = index - Int(step.back)
        if start < index { pieces.append(Piece(part: part, tokens: start..<index)) }
        index = start
      } else {
        index -= 1
        if tokens[index].kind != .html { unparsed.append(index) }
      }
    }
    pieces.reverse()
    unparsed.reverse()
  }

  // MARK: Costs

  private func costOfMissing(_ part: Int) -> Int {
    switch parts[part].field {
    case .title: 20
    case .links: parts[part].isOptional ? 2 : 5
    default: parts[part].isOptional ? 1 : 4
    }
  }

  private func costOfUnparsed(_ index: Int) -> Int {
    let token = tokens[index]
    switch token.kind {
    case .html: return 0
    case .detail: return 4
    case .link: return 7
    case .text: return token.words > 2 ? 10 : 8
    }
  }

  /// Returns the cost of taking a token into a field, as its first or after others.
  private func costOf(_ index: Int, in part: Int, isFirst: Bool) -> Int {
    let token = tokens[index]
    // A part is not copied: this is asked of each token and each part.
    let field = parts[part].field
    guard token.cell == parts[part].cell else { return Self.never }
    if isTyped { return isFirst || field == .links ? costOfTyped(index, as: field) : Self.never }
    if token.kind == .html { return isFirst ? Self.never : 0 }
    if token.kind == .detail { return field == .details ? 0 : Self.never }
    if field == .details { return Self.never }
    if field == .links { return costOfLink(token) }
    let joining = isFirst ? 0 : token.traits.contains(.isContinued) ? 1 : 4
    let marks = isFirst && !hasMarks(token, of: part) ? 1 : 0
    let isLink = token.kind == .link
    switch field {
    case .details, .links: return Self.never
    case .title:
      if parts[part].isLinked { return isFirst ? costOfLinkedTitle(token) : Self.never }
      if isLink { return isFirst ? 4 + costOfLinkedTitle(token) : 9 }
      return joining + 3 * marks + costOfTraits(token) + (isFirst && token.words < 2 ? 2 : 0)
        + (isFirst || !hasOwnMarks(token) ? 0 : 5)
        + (isFirst || !tokens[index - 1].traits.contains(.quoted) ? 0 : 6)
    case .name:
      guard isFirst, !isLink else { return Self.never }
      return 8 * marks + (token.words > 4 ? 4 : 0)
    case .authors:
      if isLink { return isFirst ? 9 : 3 }
      return joining + 3 * marks + (token.traits.contains(.authors) ? 0 : isFirst ? 4 : 2)
        + (token.traits.isDisjoint(with: [.venue, .date]) ? 0 : 4)
    case .venue:
      guard !isLink else { return Self.never }
      let fit = token.traits.contains(.venue) ? 0 : token.traits.contains(.date) ? 3 : 7
      return joining + 2 * marks + (isFirst ? fit : 3)
    case .date:
      guard isFirst, !isLink else { return Self.never }
      return 2 * marks + (token.traits.contains(.date) ? 0 : 9)
    case .tags:
      guard !isLink, hasMarks(token, of: part) || opensTags(token, as: part) else {
        return Self.never
      }
      return 0
    case .description:
      if isLink { return links[token.link ?? 0].kind == nil ? 2 : 8 }
      return (isFirst ? 1 + 3 * marks : 0)
        + (token.traits.isDisjoint(with: [.venue, .date]) ? 0 : 2)
    }
  }

  /// Returns the cost of taking a token for a field, where each is a whole one.
  private func costOfTyped(_ index: Int, as field: FieldName) -> Int {
    let isLink = tokens[index].kind == .link
    switch field {
    case .title where isTitle(index):
      // The first that can be the title is it.
      return (isLink ? 4 : 0) + (index == firstTitle ? 0 : 6)
    case .venue where tokens[index].traits.contains(.venue): return 0
    case .links where isLink: return 0
    default: return Self.never
    }
  }

  /// Tells whether a whole token can be a title: text that is not a venue, or a link with several words, or with
  /// what no label could be.
  private func isTitle(_ index: Int) -> Bool {
    guard let link = tokens[index].link.map({ links[$0] }) else {
      return !tokens[index].traits.contains(.venue)
    }
    return link.kind == nil && link.url != nil && !link.isImage
      && (link.label.map { $0.contains(":") || $0.count { $0 == " " } >= 2 } ?? false)
  }

  private func costOfLink(_ token: Token) -> Int {
    guard token.kind == .link, let link = token.link.map({ links[$0] }) else {
      // A word where a link will be, as in `code` or `Coming soon`.
      return token.words <= 3 && token.traits.isEmpty ? 6 : Self.never
    }
    return link.kind != nil || link.isImage ? 0 : 2
  }

  private func costOfLinkedTitle(_ token: Token) -> Int {
    guard token.kind == .link, let link = token.link.map({ links[$0] }) else {
      return 8 + costOfTraits(token)
    }
    if link.isImage || link.label == nil { return 14 }
    return link.kind == nil ? 0 : token.words > 2 ? 4 : 10
  }

  private func costOfTraits(_ token: Token) -> Int {
    if token.traits.contains(.date) { return 8 }
    if token.traits.contains(.venue) { return 6 }
    return token.traits.contains(.authors) ? 3 : 0
  }

  /// Tells whether a token has the marks that the format puts around a field.
  private func hasMarks(_ token: Token, of part: Int) -> Bool {
    if token.open.isEmpty { return parts[part].open.isEmpty }
    let open = text[token.open]
    if open.elementsEqual(parts[part].open.utf8) { return true }
    // `*` and `_` are one to a reader.
    let found = open.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "*") : $0 }
    let wanted = parts[part].open.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "*") : $0 }
    return found == wanted
  }

  /// Tells whether a text begins with the bracket of its first tag, after marks: `**`[ReferIS][GRES]`**`.
  private func opensTags(_ token: Token, as part: Int) -> Bool {
    text[token.range].first == UInt8(ascii: "[")
      && parts[part].open.utf8.elementsEqual(
        text[token.open.lowerBound..<token.range.lowerBound + 1]
      )
  }

  private func hasOwnMarks(_ token: Token) -> Bool { !token.open.isEmpty }
}
