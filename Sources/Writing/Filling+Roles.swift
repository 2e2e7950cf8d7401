internal import ListModel
internal import Text

extension Filling {
  /// Returns what a link under a label is for.
  func role(of label: String, leadingTo url: String? = nil) -> String {
    if label.isEmpty || label.contains("](") { return "(bare)" }
    if let id = particulars.arXiv, label.contains(id.description) { return Slot.number }
    let key = LinkLabels.key(label)
    // Where it was published is this paper's own, however many others were there, too.
    let isVenue = particulars.venue.map { !$0.isEmpty && label.contains($0) } ?? false
    if isVenue, count(of: Slot.publication) > count(of: key) { return Slot.publication }
    if commonLabels.contains(key) { return key }
    // Another word for a label that the list has.
    if let kind = format.links.labels.name(of: label) {
      let roles = book.nearest.flatMap(\.slots).compactMap(\.role)
      // No word that says more than this one, as `official` or `caffe` do.
      let own = Set(Array(key.utf8).words)
      let same = roles.filter { role in
        let words = Array(role.utf8).words
        return format.links.labels.name(of: role) == kind
          && (words.count == 1 || own.isSuperset(of: words))
      }
      if let role = same.mostCommon { return role }
      if let url, Repository.written(url) != nil, let role = book.repositoryRole { return role }
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
