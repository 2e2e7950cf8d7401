internal import ListModel
internal import Text

extension Filling {
  /// Returns what a link under a label is for.
  func role(of label: String, leadingTo url: String? = nil) -> String {
    if label.isEmpty || label.contains("](") { return "(bare)" }
    if let id = particulars.arXiv, label.contains(id.description) { return Slot.number }
    let key = LinkLabels.key(label)
    if book.labelsAfterAddresses, !commonLabels.contains(key) { return Slot.free }
    // Where it was published is this paper's own, however many others were there, too.
    let isVenue = particulars.venue.map { !$0.isEmpty && label.contains($0) } ?? false
    if isVenue, count(of: Slot.publication) > count(of: key) { return Slot.publication }
    if commonLabels.contains(key) { return key }
    // Another word for a label that the list has.
    if let kind = format.links.labels.name(of: label) {
      let roles = book.nearest.flatMap(\.slots).compactMap(\.role)
      // No word that says more than this one, as `official` or `caffe` do.
      let own = Set(Array(key.utf8).words)
      func saysNoMore(_ role: String) -> Bool {
        let words = Array(role.utf8).words
        return words.count == 1 || own.isSuperset(of: words)
      }
      let same = roles.filter { format.links.labels.name(of: $0) == kind && saysNoMore($0) }
      if let role = same.mostCommon { return role }
      if let url, Repository.written(url) != nil, let role = book.repositoryRole, saysNoMore(role) {
        return role
      }
      return kind
    }
    return isVenue ? Slot.publication : Slot.free
  }

  /// How many entries have a link of a role.
  private func count(of role: String) -> Int {
    book.moulds.count { $0.slots.contains(.address(role, 0)) }
  }

  /// The page that a title would lead to, as a link of its own where no title of the list leads anywhere; none where it
  /// is the paper's own, which has its place.
  func pageWithoutTitle(_ linksTitles: Bool) -> [Particulars.Address] {
    guard !linksTitles, let page = particulars.page, ArXivID(WebAddress(page)) == nil,
      !particulars.links.contains(where: { $0.url == page })
    else { return [] }
    let isCode = Repository.written(page) != nil
    return [Particulars.Address(label: isCode ? "code" : LinkLabels.paper, url: page)]
  }

  /// Whether the title is the address that it leads to.
  var isTitledByAddress: Bool { page != nil && page == particulars.title }

  /// Whether the title leads to the paper itself.
  var isPageOfPaper: Bool {
    guard let page, let id = ArXivID(WebAddress(page)) else { return false }
    return id == particulars.arXiv
  }

  /// Tells whether a unit can say what a link itself says under its label, as the name of a dataset.
  func fits(_ unit: Mould.Unit, _ slot: Slot) -> Bool {
    guard case .address(let role, let ordinal) = slot, let links = addresses[role],
      ordinal < links.count, let text = links[ordinal].text
    else { return true }
    if unit.slots.contains(.label(role, ordinal)) { return true }
    let own = unit.bytes
    return own.firstRange(of: text, in: 0..<own.count) != nil
  }

  /// Tells whether a link stands in the description already.
  func isInDescription(_ link: Particulars.Address) -> Bool {
    guard particulars.isDescriptionMarkdown, let text = particulars.description else {
      return false
    }
    return text.contains("](\(link.url))")
  }
}

extension MouldBook {
  /// How common labels after addresses have to be among entries with links to be how the list has them.
  private static let labelShare = 0.3

  /// Whether the list's addresses stand bare, with what they lead to in brackets after them.
  fileprivate var labelsAfterAddresses: Bool {
    let linked = moulds.filter { $0.units.contains(where: \.isLink) }
    let count = linked.count { mould in
      mould.units.contains { unit in
        if case .slot(.address(Slot.free, _), _) = unit.pieces.first { return true }
        return false
      }
    }
    return count >= 3 && Double(count) >= Self.labelShare * Double(linked.count)
  }

  /// The role of links that lead to repositories, whatever they are called; nil where there is none.
  fileprivate var repositoryRole: String? {
    var (all, own): ([String: Int], [String: Int]) = ([:], [:])
    for case .slot(.address(let role, 0), let url) in moulds.flatMap(\.units).flatMap(\.pieces) {
      all[role, default: 0] += 1
      if Repository.written(url.string(0..<url.count)) != nil { own[role, default: 0] += 1 }
    }
    let known = own.filter { role, count in
      role != Slot.page && role != Slot.bare && count >= 3
        && Double(count) >= Filling.commonShare * Double(all[role] ?? 0)
    }
    return known.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
