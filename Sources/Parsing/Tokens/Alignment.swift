internal import ListModel

/// The cheapest way to lay an entry's segments along the fields of its format.
///
/// Fields stand in the format's order; any may be missing, segments may be left over, and several
/// may make one field. What each of these costs says how an entry is understood that does not
/// follow its format.
struct Alignment {
  /// A field, and the indices of the segments it is made of.
  struct Piece {
    let part: Int
    let segments: Range<Int>
  }

  private(set) var pieces: [Piece] = []
  /// The indices of segments that belong to no field.
  private(set) var strays: [Int] = []

  private let parts: [EntryFormat.Part]
  private let segments: [Segment]
  private let links: [Link]
  private let text: [UInt8]
  /// Whether it is known what each segment can be, and each is a whole field.
  private let isTyped: Bool
  /// The first segment that can be the title, where that is known.
  private var firstTitle: Int?

  /// More than any alignment costs.
  private static let never = 1_000_000

  init(
    _ segments: [Segment],
    links: [Link],
    of text: [UInt8],
    along parts: [EntryFormat.Part],
    isTyped: Bool = false
  ) {
    self.parts = parts
    self.segments = segments
    self.links = links
    self.text = text
    self.isTyped = isTyped
    if isTyped { firstTitle = segments.indices.first(where: isTitle) }
    align()
  }

  private mutating func align() {
    let width = parts.count + 1
    var costs = [Int](repeating: Self.never, count: (segments.count + 1) * width)
    // Where the cheapest way came from: how many segments back, and whether a part was passed.
    var steps = [(back: Int32, passesPart: Bool)](repeating: (0, false), count: costs.count)
    costs[0] = 0
    func relax(_ target: Int, _ cost: Int, back: Int, passesPart: Bool) {
      guard cost < costs[target] else { return }
      costs[target] = cost
      steps[target] = (Int32(back), passesPart)
    }
    for index in 0...segments.count {
      for part in 0..<width {
        let here = index * width + part
        let cost = costs[here]
        guard cost < Self.never else { continue }
        if part < parts.count {
          relax(here + 1, cost + costOfMissing(part), back: 0, passesPart: true)
          var sum = 0
          for end in index..<segments.count {
            let step = costOf(end, in: part, isFirst: end == index)
            guard step < Self.never else { break }
            sum += step
            let target = (end + 1) * width + part + 1
            relax(target, cost + sum, back: end + 1 - index, passesPart: true)
          }
        }
        if index < segments.count {
          relax(here + width, cost + costOfStray(index), back: 1, passesPart: false)
        }
      }
    }
    var index = segments.count
    var part = parts.count
    while index > 0 || part > 0 {
      let step = steps[index * width + part]
      if step.passesPart {
        part -= 1
        let start = index - Int(step.back)
        if start < index { pieces.append(Piece(part: part, segments: start..<index)) }
        index = start
      } else {
        index -= 1
        if segments[index].kind != .html { strays.append(index) }
      }
    }
    pieces.reverse()
    strays.reverse()
  }

  // MARK: Costs

  private func costOfMissing(_ part: Int) -> Int {
    switch parts[part].field {
    case .title: 20
    case .links: parts[part].isOptional ? 2 : 5
    default: parts[part].isOptional ? 1 : 4
    }
  }

  private func costOfStray(_ index: Int) -> Int {
    let segment = segments[index]
    switch segment.kind {
    case .html: return 0
    case .detail: return 4
    case .link: return 7
    case .text: return segment.words > 2 ? 10 : 8
    }
  }

  /// Returns the cost of taking a segment into a field, as its first or after others.
  private func costOf(_ index: Int, in part: Int, isFirst: Bool) -> Int {
    let segment = segments[index]
    // A part is not copied: this is asked of each segment and each part.
    let field = parts[part].field
    guard segment.cell == parts[part].cell else { return Self.never }
    if isTyped { return isFirst || field == .links ? costOfTyped(index, as: field) : Self.never }
    if segment.kind == .html { return isFirst ? Self.never : 0 }
    if segment.kind == .detail { return field == .details ? 0 : Self.never }
    if field == .details { return Self.never }
    if field == .links { return costOfLink(segment) }
    let joining = isFirst ? 0 : segment.traits.contains(.isContinued) ? 1 : 4
    let marks = isFirst && !hasMarks(segment, of: part) ? 1 : 0
    let isLink = segment.kind == .link
    switch field {
    case .details, .links: return Self.never
    case .title:
      if parts[part].isLinked { return isFirst ? costOfLinkedTitle(segment) : Self.never }
      if isLink { return isFirst ? 4 + costOfLinkedTitle(segment) : 9 }
      return joining + 3 * marks + costOfTraits(segment) + (isFirst && segment.words < 2 ? 2 : 0)
        + (isFirst || !hasOwnMarks(segment) ? 0 : 5)
        + (isFirst || !segments[index - 1].traits.contains(.quoted) ? 0 : 6)
    case .name:
      guard isFirst, !isLink else { return Self.never }
      return 8 * marks + (segment.words > 4 ? 4 : 0)
    case .authors:
      if isLink { return isFirst ? 9 : 3 }
      return joining + 3 * marks + (segment.traits.contains(.authors) ? 0 : isFirst ? 4 : 2)
        + (segment.traits.isDisjoint(with: [.venue, .date]) ? 0 : 4)
    case .venue:
      guard !isLink else { return Self.never }
      let fit = segment.traits.contains(.venue) ? 0 : segment.traits.contains(.date) ? 3 : 7
      return joining + 2 * marks + (isFirst ? fit : 3)
    case .date:
      guard isFirst, !isLink else { return Self.never }
      return 2 * marks + (segment.traits.contains(.date) ? 0 : 9)
    case .tags:
      guard !isLink, hasMarks(segment, of: part) || opensTags(segment, as: part) else {
        return Self.never
      }
      return 0
    case .description:
      if isLink { return links[segment.link ?? 0].kind == nil ? 2 : 8 }
      return (isFirst ? 1 + 3 * marks : 0)
        + (segment.traits.isDisjoint(with: [.venue, .date]) ? 0 : 2)
    }
  }

  /// Returns the cost of taking a segment for a field, where each is a whole one.
  private func costOfTyped(_ index: Int, as field: FieldName) -> Int {
    let isLink = segments[index].kind == .link
    switch field {
    case .title where isTitle(index):
      // The first that can be the title is it.
      return (isLink ? 4 : 0) + (index == firstTitle ? 0 : 6)
    case .venue where segments[index].traits.contains(.venue): return 0
    case .links where isLink: return 0
    default: return Self.never
    }
  }

  /// Tells whether a whole segment can be a title: text that is not a venue, or a link with several words, or with
  /// what no label could be.
  private func isTitle(_ index: Int) -> Bool {
    guard let link = segments[index].link.map({ links[$0] }) else {
      return !segments[index].traits.contains(.venue)
    }
    return link.kind == nil && link.url != nil && !link.isImage
      && (link.label.map { $0.contains(":") || $0.count { $0 == " " } >= 2 } ?? false)
  }

  private func costOfLink(_ segment: Segment) -> Int {
    guard segment.kind == .link, let link = segment.link.map({ links[$0] }) else {
      // A word where a link will be, as in `code` or `Coming soon`.
      return segment.words <= 3 && segment.traits.isEmpty ? 6 : Self.never
    }
    return link.kind != nil || link.isImage ? 0 : 2
  }

  private func costOfLinkedTitle(_ segment: Segment) -> Int {
    guard segment.kind == .link, let link = segment.link.map({ links[$0] }) else {
      return 8 + costOfTraits(segment)
    }
    if link.isImage || link.label == nil { return 14 }
    return link.kind == nil ? 0 : segment.words > 2 ? 4 : 10
  }

  private func costOfTraits(_ segment: Segment) -> Int {
    if segment.traits.contains(.date) { return 8 }
    if segment.traits.contains(.venue) { return 6 }
    return segment.traits.contains(.authors) ? 3 : 0
  }

  /// Tells whether a segment has the marks that the format puts around a field.
  private func hasMarks(_ segment: Segment, of part: Int) -> Bool {
    if segment.open.isEmpty { return parts[part].open.isEmpty }
    let open = text[segment.open]
    if open.elementsEqual(parts[part].open.utf8) { return true }
    // `*` and `_` are one to a reader.
    let found = open.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "*") : $0 }
    let wanted = parts[part].open.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "*") : $0 }
    return found == wanted
  }

  /// Tells whether a text begins with the bracket of its first tag, after marks: `**`[ReferIS][GRES]`**`.
  private func opensTags(_ segment: Segment, as part: Int) -> Bool {
    text[segment.range].first == UInt8(ascii: "[")
      && parts[part].open.utf8.elementsEqual(
        text[segment.open.lowerBound..<segment.range.lowerBound + 1]
      )
  }

  private func hasOwnMarks(_ segment: Segment) -> Bool { !segment.open.isEmpty }
}
