internal import HTTP
internal import ListModel
internal import Rules
internal import Text

/// Where somebody can see for himself that a change is right.
enum Evidence {
  /// Returns the address of a page; nil where there is none that can be linked.
  ///
  /// What a registry or an entry says is a stranger's text: of it only names of a known form become part of an
  /// address, and an address is taken apart and written anew.
  static func address(of change: FactChange) -> String? {
    switch change.rule {
    case PublishedPreprint.description.id:
      publication(change.message.quotes.last ?? "") ?? paper(change.identity)
    case MovedRepository.description.id: repository(change.message.quotes.last ?? "")
    case MovedLink.description.id: page(change.message.quotes.last ?? "")
    case OtherPaper.description.id: preprint(change.old)
    default: nil
    }
  }

  /// The page of a publication, by where its record says that it is.
  private static func publication(_ place: String) -> String? {
    if place.hasPrefix("https://doi.org/") { return page(place) }
    if place.hasPrefix("https://arxiv.org/abs/") { return page(place) }
    guard place.hasPrefix("DBLP:") else { return nil }
    let key = place.dropFirst("DBLP:".count)
    let isKey = key.utf8.allSatisfy { $0.isWord && $0 < 0x80 || "/-_".utf8.contains($0) }
    return isKey && key.contains("/") ? "https://dblp.org/rec/\(key)" : nil
  }

  private static func paper(_ identity: Identity) -> String? {
    switch identity {
    case .arXiv(let id): page("https://arxiv.org/abs/\(id)")
    case .doi(let name): page("https://doi.org/\(name)")
    case .openReview, .title, .none: nil
    }
  }

  private static func preprint(_ url: String) -> String? {
    ArXivID(WebAddress(url)).flatMap { page("https://arxiv.org/abs/\($0)") }
  }

  private static func repository(_ name: String) -> String? {
    let isName = name.utf8.allSatisfy { $0.isWord && $0 < 0x80 || "/-_.".utf8.contains($0) }
    return isName && name.split(separator: "/").count == 2 ? "https://github.com/\(name)" : nil
  }

  /// Returns an address in which nothing ends a link, and which leaves no trace where it leads: GitHub tells an
  /// issue of every link to it.
  private static func page(_ text: String) -> String? {
    guard let address = URI(text),
      address.origin.scheme == "https" || address.origin.scheme == "http",
      address.origin.host != "github.com", !address.origin.host.hasSuffix(".github.com")
    else { return nil }
    let isPlain = address.description.utf8.allSatisfy { byte in
      byte.isWord && byte < 0x80 || "-._~:/?=&%+,;@$#!'".utf8.contains(byte)
    }
    return isPlain ? address.description : nil
  }
}
