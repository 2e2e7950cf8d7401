internal import ListModel

extension Filling {
  /// Returns what a link under a label is for.
  func role(of label: String) -> String {
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
      return roles.filter { format.links.labels.name(of: $0) == kind }.mostCommon ?? kind
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

  /// Tells whether a link stands in the description already.
  func isInDescription(_ link: Particulars.Address) -> Bool {
    guard particulars.isDescriptionMarkdown, let text = particulars.description else {
      return false
    }
    return text.contains("](\(link.url))")
  }
}
