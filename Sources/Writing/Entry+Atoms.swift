internal import ListModel
internal import Parsing
internal import Text

extension Entry {
  /// Returns where the fields of an entry stand, and which of them belong together.
  func atoms(
    _ citation: Citation,
    _ places: CitationPlaces,
    _ identifier: ArXivID?,
    _ isCommon: (String) -> Bool
  ) -> (atoms: [Mould.Atom], groups: [Range<Int>]) {
    var atoms: [Mould.Atom] = []
    var groups: [Range<Int>] = []
    func add(_ range: Range<Int>?, _ slot: Slot) {
      if let range, !range.isEmpty { atoms.append(Mould.Atom(range: range, slot: slot)) }
    }
    add(tags?.range, .tags)
    if let parts = markedTitle(places) {
      add(parts.name, .name)
      add(parts.title, .title)
    } else {
      add(places.titleStart ?? places.name, .name)
      add(hasBareTitle ? nil : places.title, .title)
    }
    add(lead(places), .lead)
    add(places.authors, .authors)
    add(places.description, .description)
    add(ranges(of: .date).first, .date)
    for item in nestedItems {
      for value in item.values {
        switch value.kind {
        case .keywords: add(value.range, .keywords)
        case .text, .description:
          guard value.range != places.description else { continue }
          add(value.range, .detail(LinkLabels.key(string(item.opening))))
        case .authors, .venue, .date, .links: break
        }
      }
    }
    var counts: [String: Int] = [:]
    for (index, link) in links.enumerated() {
      let after = labelRange(after: link)
      groups.append(
        link.range.lowerBound..<(after.map { $0.upperBound + 1 } ?? link.range.upperBound)
      )
      let role = after == nil ? role(of: link, at: index, identifier, isCommon) : Slot.free
      let ordinal = counts[role, default: 0]
      counts[role] = ordinal + 1
      if link.url?.isEmpty ?? true {
        add(link.labelRange ?? link.range, .pending(role))
      } else {
        add(link.urlRange, .address(role, ordinal))
        if role == Slot.free || isLabelFree(link, isCommon) {
          add(after ?? link.labelRange, .label(role, ordinal))
        }
      }
    }
    addVenue(citation, to: &atoms, &groups)
    // What no reader takes for anything is of this entry alone.
    for unparsed in unparsed + texts.map(\.range)
    where !atoms.contains(where: { $0.range.overlaps(unparsed) }) {
      let form = DateForm.reading(string(unparsed))?.form
      add(unparsed, form.map { $0.exactness > 1 && $0.isBare } ?? false ? .announced : .unparsed)
    }
    return (atoms, groups)
  }

  /// Tells whether a link in a nested item has a text of its own, as the name of a dataset.
  private func isLabelFree(_ link: Link, _ isCommon: (String) -> Bool) -> Bool {
    guard let label = link.label, let key = key(of: link), !key.isEmpty, !link.isImage else {
      return false
    }
    return !isCommon(LinkLabels.key(label))
  }

  /// Adds where venue and year stand: in their field, else where their words are, pictures included.
  private func addVenue(
    _ citation: Citation,
    to atoms: inout [Mould.Atom],
    _ groups: inout [Range<Int>]
  ) {
    let taken = atoms.filter { $0.slot.role == nil }.map(\.range)
    let start = marker.range.upperBound
    func isFree(_ range: Range<Int>) -> Bool { !taken.contains { $0.overlaps(range) } }
    func find(_ word: String, in range: Range<Int>) -> [Range<Int>] {
      var found: [Range<Int>] = []
      var position = range.lowerBound
      while let next = text.firstRange(of: word, in: position..<range.upperBound) {
        position = next.upperBound
        if isFree(next) { found.append(next) }
      }
      return found
    }
    let addresses = atoms.filter { $0.slot.role != nil }.map(\.range)
    func isWritten(_ range: Range<Int>) -> Bool { !addresses.contains { $0.overlaps(range) } }
    var isPictured = false
    if let name = citation.venue {
      let own = venue?.nameRange.flatMap { string($0) == name ? $0 : nil }
      let inside = venue.flatMap { find(name, in: $0.range).first }
      if let range = own ?? inside ?? find(name, in: start..<text.count).first(where: isWritten) {
        atoms.append(Mould.Atom(range: range, slot: .venue))
      }
      isPictured = venue == nil
    }
    if let venue {
      groups.append(venue.range)
      // A name that a reader takes for none.
      if let range = venue.nameRange, citation.venue == nil, isFree(range) {
        atoms.append(Mould.Atom(range: range, slot: .unparsed))
      }
    }
    guard let year = citation.year else { return }
    if let range = venue?.yearRange, venue?.year == year, isFree(range) {
      let date = text.endOfDate(from: range)
      let isDated = date > range.upperBound && !atoms.contains { $0.slot == .date }
      atoms.append(
        isDated
          ? Mould.Atom(range: range.lowerBound..<date, slot: .date)
          : Mould.Atom(range: range, slot: .year)
      )
    } else if !atoms.contains(where: { $0.slot == .date }) {
      let found = find(String(year), in: start..<text.count).filter(isWritten)
      for range in isPictured ? found : Array(found.prefix(1)) {
        let date = isPictured ? range.upperBound : text.endOfDate(from: range)
        atoms.append(
          date > range.upperBound
            ? Mould.Atom(range: range.lowerBound..<date, slot: .date)
            : Mould.Atom(range: range, slot: .year)
        )
      }
    }
    if isPictured, let name = citation.venue {
      addPictured(name, year, to: &atoms)
    }
  }

  /// Adds the other places where a picture has venue and year, as its address has beside its text.
  private func addPictured(_ name: String, _ year: Int, to atoms: inout [Mould.Atom]) {
    let encoded = name.replacing(" ", with: "%20")
    let pictures = links.filter(\.isImage).map(\.range)
    for (index, atom) in atoms.enumerated().reversed() {
      guard let role = atom.slot.role, role != Slot.page,
        pictures.contains(where: { $0.overlaps(atom.range) }),
        text.firstRange(of: String(year), in: atom.range) != nil
      else { continue }
      var parts: [Mould.Atom] = []
      if let venue = text.firstRange(of: encoded, in: atom.range) {
        parts.append(Mould.Atom(range: venue, slot: .encodedVenue))
      }
      if let found = text.firstRange(of: String(year), in: atom.range) {
        parts.append(Mould.Atom(range: found, slot: .year))
      }
      atoms.remove(at: index)
      atoms += parts
    }
  }

  /// Whether its title is an address, and nothing else.
  private var hasBareTitle: Bool {
    guard let titleLink, let title else { return false }
    return links[titleLink].urlRange?.overlaps(title.range) ?? false
  }

  /// Returns what a link is for.
  func role(
    of link: Link,
    at index: Int,
    _ identifier: ArXivID?,
    _ isCommon: (String) -> Bool
  ) -> String {
    if index == titleLink { return hasBareTitle ? Slot.bare : Slot.page }
    if let key = key(of: link), !key.isEmpty { return key }
    guard let label = link.label else {
      return link.kind ?? (link.isImage ? "(picture)" : "(bare)")
    }
    if label.contains("](") { return link.kind ?? "(bare)" }
    if let identifier, label.contains(identifier.description) { return Slot.number }
    if let venue, let range = link.labelRange, range.contains(venue.range.lowerBound) {
      return Slot.publication
    }
    let key = LinkLabels.key(label)
    if !key.isEmpty, isCommon(key) { return key }
    return link.kind ?? Slot.free
  }

  /// The name and the rest of a title that have marks of their own, as in `**Name**: _the rest_`.
  func markedTitle(_ places: CitationPlaces) -> (name: Range<Int>, title: Range<Int>)? {
    guard let title = places.title, places.titleStart == nil, places.name == nil,
      let colon = text.firstRange(of: ": ", in: title)
    else { return nil }
    func unmarked(_ range: Range<Int>) -> Range<Int>? {
      let marks = text[range].prefix { "*_".utf8.contains($0) }
      guard !marks.isEmpty, marks.count * 2 < range.count,
        text[range].suffix(marks.count).elementsEqual(marks.reversed())
      else { return nil }
      return range.lowerBound + marks.count..<range.upperBound - marks.count
    }
    guard let name = unmarked(title.lowerBound..<colon.lowerBound) else { return nil }
    let rest = colon.upperBound..<title.upperBound
    return (name, unmarked(rest) ?? rest)
  }

  /// What stands around and between its tags.
  var tagMarks: Mould.KeywordMarks? {
    guard let block = tags, let first = block.tags.first?.range, let last = block.tags.last?.range,
      block.range.lowerBound <= first.lowerBound, last.upperBound <= block.range.upperBound
    else { return nil }
    let separators = zip(block.tags, block.tags.dropFirst()).compactMap { first, second in
      first.range.upperBound <= second.range.lowerBound
        ? Array(text[first.range.upperBound..<second.range.lowerBound]) : nil
    }
    return Mould.KeywordMarks(
      open: Array(text[block.range.lowerBound..<first.lowerBound]),
      separator: separators.mostCommon,
      close: Array(text[last.upperBound..<block.range.upperBound])
    )
  }

  /// What stands around and between its keywords.
  var keywordMarks: Mould.KeywordMarks? {
    let keywords = keywords
    guard let first = keywords.first, let last = keywords.last,
      let value = nestedItems.flatMap(\.values).first(where: { $0.kind == .keywords })?.range,
      value.lowerBound <= first.lowerBound, last.upperBound <= value.upperBound
    else { return nil }
    let separators = zip(keywords, keywords.dropFirst()).compactMap { first, second in
      first.upperBound <= second.lowerBound
        ? Array(text[first.upperBound..<second.lowerBound]) : nil
    }
    return Mould.KeywordMarks(
      open: Array(text[value.lowerBound..<first.lowerBound]),
      separator: separators.mostCommon,
      close: Array(text[last.upperBound..<value.upperBound])
    )
  }
}
