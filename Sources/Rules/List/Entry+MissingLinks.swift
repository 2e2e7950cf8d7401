internal import ListModel

extension Entry {
  /// Returns the labels of its links that another entry has neither under this label nor with this page.
  func links(missingFrom other: Entry) -> [String] {
    func key(_ link: Link) -> String? { (link.kind ?? link.label)?.lowercased() }
    let (keys, pages) = (Set(other.links.compactMap(key)), Set(other.pages))
    let own = title?.range
    return links.filter { link in
      guard let address = link.address, let label = key(link), !label.isEmpty, !link.isImage,
        link.labelRange != own
      else { return false }
      return !keys.contains(label) && !pages.contains(address.pageKey.lowercased())
    }
    .compactMap(\.label)
  }

  /// The pages that its links lead to.
  var pages: [String] { links.compactMap { $0.address?.pageKey.lowercased() } }
}
