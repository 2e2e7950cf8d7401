internal import ListModel
internal import Text

/// Writes entries after the entries around them.
struct Composer: Sendable {
  /// An entry as it was written, without its marker.
  struct Draft: Sendable {
    let text: [UInt8]
    let mould: Mould
    let cost: Double
    /// What it has a place for.
    let slots: Set<Slot>
    /// What is known and wanted, and has no place.
    let left: [Slot]
    /// What stands for fields that nobody knows.
    let placeholders: [Slot: String]
    /// Where and when the paper appeared.
    let venue: String?
    let year: Int?
  }

  let filling: Filling
  let wanted: [Slot]
  /// Where the paper's own address mostly stands; nil where somebody said where it leads.
  let paper: Slot?
  private let paperRoles: Set<String>
  private let hasYearBesideDate: Bool
  /// Whether the year is all that is known of the date.
  private let isDateOfYear: Bool
  /// How lines that are full go on; nil where they do not end.
  let wrap: LineWrap?
  /// What the lines after the first begin with.
  let indents: LineIndents
  var book: MouldBook { filling.book }

  /// How common a field has to be among the neighbours to be written where it is known.
  private static let leastShare = 0.15

  init(_ filling: Filling) {
    self.filling = filling
    paperRoles = Self.paperRoles(filling)
    paper = Self.paper(filling, paperRoles)
    wanted = Self.wanted(filling, paper)
    hasYearBesideDate =
      filling.particulars.venue.map { venue in
        let isPreprint = filling.isPreprint(venue)
        return filling.book.share(of: .year, ofPreprints: isPreprint) >= Self.usualShare
      } ?? false
    isDateOfYear = filling.particulars.date.map { $0.month == nil } ?? false
    wrap = filling.isRow ? nil : LineWrap(filling.book.nearest)
    indents = LineIndents(filling.book.nearest)
  }

  /// How much it is worth not to say a name twice where few do.
  private static let priceOfRepetition = 4.0
  /// How common something has to be to be what entries mostly have.
  static let usualShare = 0.6
  /// How common the form of a unit has to be to be more than one entry's.
  private static let rareShare = 0.3
  /// How common what is said of a paper after its venue has to be, as that it was a poster.
  private static let sameShare = 0.9

  /// Returns what is to stand in the entry.
  private static func wanted(_ filling: Filling, _ paper: Slot?) -> [Slot] {
    let known = filling.particulars
    let book = filling.book
    func isCommon(_ slot: Slot) -> Bool { book.share(of: slot) >= leastShare }
    var wanted: [Slot] = [.title]
    wanted += filling.placeholders.keys.sorted { $0.key < $1.key }
    if !known.authors.isEmpty, isCommon(.authors) { wanted.append(.authors) }
    if known.venue != nil, isCommon(.venue) { wanted.append(.venue) }
    // A year or a date can stand with preprints, or with published papers, alone.
    func isCommonWithVenue(_ slot: Slot) -> Bool {
      guard let venue = known.venue else { return isCommon(slot) }
      return book.share(of: slot, ofPreprints: filling.isPreprint(venue)) >= leastShare
    }
    if known.year != nil, isCommonWithVenue(.year) { wanted.append(.year) }
    if known.date != nil || known.arXiv != nil, isCommonWithVenue(.date) { wanted.append(.date) }
    // What somebody wrote for this list is to stand there.
    if known.description != nil, known.isDescriptionMarkdown || isCommon(.description) {
      wanted.append(.description)
    }
    if !known.tags.isEmpty { wanted.append(.tags) }
    if !known.keywords.isEmpty, isCommon(.keywords) { wanted.append(.keywords) }
    if filling.wantsName { wanted.append(.name) }
    for key in known.details.keys.sorted() { wanted.append(.detail(key)) }
    for (role, links) in filling.addresses.sorted(by: { $0.key < $1.key }) {
      for ordinal in links.indices { wanted.append(.address(role, ordinal)) }
    }
    for label in known.pending { wanted.append(.pending(filling.role(of: label))) }
    if filling.page != nil { wanted.append(.address(Slot.page, 0)) }
    if let paper { wanted.append(paper) }
    return wanted
  }

  /// Returns entries after the moulds that fit best, the best first.
  func drafts(atMost limit: Int) -> [Draft] {
    let rated = book.moulds.enumerated().compactMap { index, mould in
      cost(of: mould).map { (cost: $0, index: index) }
    }
    let best = rated.sorted { ($0.cost, -$0.index) < ($1.cost, -$1.index) }
    var seen: Set<[UInt8]> = []
    var drafts: [Draft] = []
    for (cost, index) in best.prefix(limit * 10) where drafts.count < limit {
      guard let draft = draft(after: book.moulds[index], cost), seen.insert(draft.text).inserted
      else { continue }
      drafts.append(draft)
    }
    return drafts
  }

  // MARK: - What fits

  /// Returns how much a mould lacks, or has too much; nil where it has no place for the title.
  private func cost(of mould: Mould) -> Double? {
    let slots = Set(mould.slots)
    guard isServed(.title, by: slots) else { return nil }
    if mould.joinsName, !filling.hasTitleName { return nil }
    let isRepetition = mould.repeatsName && !filling.repeatsNames
    // An address in the place of a title is for one that nobody has a title for.
    var cost = slots.contains(.title) == filling.isTitledByAddress ? 2.0 : 0.0
    for slot in wanted where !isServed(slot, by: slots) { cost += Self.price(of: slot) }
    if isRepetition { cost += Self.priceOfRepetition }
    let page = Slot.address(Slot.page, 0)
    if wanted.contains(page), !slots.contains(page), isServed(page, by: slots) { cost += 3 }
    for unit in mould.units {
      if filling.text(of: unit, in: mould) == nil {
        cost += 3 + Double(unit.slots.count)
      } else {
        for slot in unit.slots where !isWanted(slot) { cost += 0.7 }
      }
    }
    if let venue = filling.particulars.venue, let isPreprint = mould.isPreprint,
      isPreprint != filling.isPreprint(venue)
    {
      cost += 1.5
    }
    cost += hostCost(of: mould)
    for (index, gap) in mould.gaps.enumerated() {
      let pair = mould.pair(at: index)
      let counts = book.counts(of: pair)
      cost += (1 - counts.share(of: gap)) * 1.5
      // Words that most others do not have there are about that entry.
      let isNumber = index == 0 && gap.isNumber
      if gap.hasWords, !book.isCustom(gap, between: pair), !isNumber { cost += 4 }
    }
    for unit in mould.units {
      let share = book.share(ofShapeOf: unit)
      cost += 1 - share
      // As a word of praise beside the venue.
      if unit.hasWordsWithVenue, share < (unit.hasWordsAfterVenue ? Self.sameShare : Self.rareShare)
      {
        cost += 4
      }
    }
    for (role, links) in filling.addresses {
      for (ordinal, link) in links.enumerated() {
        let words = Array((link.text ?? link.label).utf8)
        guard let unit = mould.units.first(where: { $0.slots.contains(.address(role, ordinal)) }),
          !unit.slots.contains(where: { if case .label = $0 { true } else { false } })
        else { continue }
        let own = unit.bytes
        if own.firstRange(of: link.text ?? link.label, in: 0..<own.count) == nil, !words.isEmpty {
          // A word for another thing is wrong, another word for the same is not.
          cost += link.text == nil ? 0.4 : 3
        }
      }
    }
    if !book.isNear(mould) { cost += 1.5 }
    if let venue = filling.particulars.venue, let own = mould.venue, venue != own { cost += 0.3 }
    if !isInGivenOrder(mould) { cost += 0.4 }
    if let year = filling.particulars.year, let own = mould.year {
      cost += min(0.5, Double(abs(year - own)) * 0.05)
    }
    return cost
  }

  /// Tells whether links stand in the order in which they were given.
  private func isInGivenOrder(_ mould: Mould) -> Bool {
    let order = mould.slots.compactMap { $0.role.flatMap { filling.givenRoles.firstIndex(of: $0) } }
    return zip(order, order.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// Where a paper's link leads elsewhere, its label may be another one.
  private func hostCost(of mould: Mould) -> Double {
    var cost = 0.0
    for unit in mould.units {
      for case .slot(.address(let role, let ordinal), let sample) in unit.pieces {
        guard
          let value = filling.value(of: .address(role, ordinal), like: sample, in: mould)
        else { continue }
        let own = WebAddress(String(decoding: sample, as: UTF8.self)).host
        let new = WebAddress(String(decoding: value, as: UTF8.self)).host
        if own != new { cost += 0.6 }
      }
    }
    return cost
  }

  func isServed(_ slot: Slot, by slots: Set<Slot>) -> Bool {
    if slots.contains(slot) { return true }
    switch slot {
    // Where published papers have their year beside the date, the date is that of the preprint.
    case .year: return slots.contains(.date) && !hasYearBesideDate
    // A date that is no more than the year is said with it.
    case .date: return slots.contains(.year) && isDateOfYear
    case paper: return slots.contains { $0.role.map(isOfPaper) ?? false }
    case .title: return slots.contains(.address(Slot.bare, 0))
    case .address(Slot.page, 0):
      if slots.contains(.address(Slot.bare, 0)) { return true }
      // A title need not lead to the paper where another link does.
      return filling.isPageOfPaper && slots.contains { $0.role.map(isOfPaper) ?? false }
    default: return false
    }
  }

  func isWanted(_ slot: Slot) -> Bool {
    switch slot {
    case .label, .identifier, .repository, .announced, .code, .lead: return true
    case .address(Slot.bare, 0): return filling.page != nil
    case .encodedVenue: return wanted.contains(.venue)
    case .address(let role, 0) where isOfPaper(role):
      return wanted.contains(slot) || !wanted.contains { $0.role.map(isOfPaper) ?? false }
    default: return wanted.contains(slot)
    }
  }

  /// Tells whether links of a role lead to the paper itself.
  func isOfPaper(_ role: String) -> Bool { paperRoles.contains(role) }

  /// Returns the roles of links to papers themselves: by their words, or because most of them have the identifier.
  private static func paperRoles(_ filling: Filling) -> Set<String> {
    var all: [String: Int] = [:]
    var own: [String: Int] = [:]
    for mould in filling.book.moulds {
      for case .slot(.address(let role, _), let url) in mould.units.flatMap(\.pieces) {
        all[role, default: 0] += 1
        if let id = mould.arXiv, url.names(id) { own[role, default: 0] += 1 }
      }
    }
    let known = all.filter { role, count in
      filling.format.links.labels.name(of: role) == LinkLabels.paper
        || (own[role] ?? 0) * 2 >= count
    }
    return Set(known.keys).union([Slot.page, Slot.bare, Slot.number, Slot.publication])
  }

  /// Returns where entries mostly have the address of the paper, for one that has an identifier and no such link.
  private static func paper(_ filling: Filling, _ roles: Set<String>) -> Slot? {
    let known = filling.particulars
    let isPaper = if case .title = known.identity { false } else { known.identity != .none }
    let isGiven = known.links.contains { link in
      roles.contains(filling.role(of: link.label))
        || known.arXiv != nil && ArXivID(WebAddress(link.url)) == known.arXiv
    }
    guard isPaper, filling.page == nil, !isGiven else { return nil }
    func slots(_ moulds: [Mould]) -> [Slot] {
      moulds.flatMap(\.slots).filter { slot in
        guard case .address(let role, 0) = slot else { return false }
        return roles.contains(role)
      }
    }
    return slots(filling.book.nearest).mostCommon ?? slots(filling.book.moulds).mostCommon
  }

  private static func price(of slot: Slot) -> Double {
    switch slot {
    case .title: 100
    case .address(Slot.page, _): 5
    case .authors, .venue, .encodedVenue, .date, .tags: 4
    case .address, .description, .keywords: 3
    case .name, .year, .pending, .detail: 2
    case .label, .identifier, .repository, .announced, .code, .lead, .unparsed: 0
    }
  }
}
