package import ListModel
internal import Parsing
internal import Rules
internal import Text

/// What somebody names a paper or project by.
package enum Identifier: Hashable, Sendable, CustomStringConvertible {
  case arXiv(ArXivID)
  /// In lower case.
  case doi(String)
  case openReview(String)
  /// `owner/name` as it is written.
  case repository(String)

  /// Reads an identifier or the address of a page; nil where it is neither.
  package init?(_ text: String) {
    let text = text.trimmedOfSpaces.withoutTeXEscapes
    if let id = ArXivID(text) {
      self = .arXiv(id)
      return
    }
    let address = WebAddress(text.contains("://") ? text : "https://" + text)
    if let found = Self.identity(address) {
      self = found
      return
    }
    let doi = text.lowercased().hasPrefix("doi:") ? String(text.dropFirst(4)) : text
    guard doi.hasPrefix("10."), doi.contains("/"), !doi.contains(where: \.isWhitespace) else {
      return nil
    }
    if let id = ArXivID(WebAddress("https://doi.org/" + doi)) {
      self = .arXiv(id)
    } else {
      self = .doi(doi.lowercased())
    }
  }

  private static func identity(_ address: WebAddress) -> Identifier? {
    switch Identity(address) {
    case .arXiv(let id): return .arXiv(id)
    case .doi(let name): return .doi(name)
    case .openReview(let id): return .openReview(id)
    case .title, nil, Identity.none?: break
    }
    guard RepositoryAddress.name(address) != nil else { return nil }
    return Repository.written(address.string).map { .repository($0) }
  }

  package var description: String {
    switch self {
    case .arXiv(let id): "arXiv:\(id)"
    case .doi(let name): "doi:\(name)"
    case .openReview(let id): "openreview:\(id)"
    case .repository(let name): "https://github.com/\(name)"
    }
  }

  /// Returns the line on which a list has an entry of it; nil where it has none.
  package func line(in document: ListDocument) -> Int? {
    let page = WebAddress(description).pageKey.lowercased()
    let place = document.entries.first { place in
      let entry = document.fields(at: place)
      return switch (self, entry.identity) {
      case (.arXiv(let id), .arXiv(let other)): id == other
      case (.doi(let name), .doi(let other)): name == other.lowercased()
      case (.openReview(let id), .openReview(let other)): id == other
      case (.repository, _): entry.page == page
      default: false
      }
    }
    return place?.lines.lowerBound
  }

  /// What files of literature have it under.
  package var word: String {
    switch self {
    case .arXiv(let id): id.description
    case .doi(let name): name
    case .openReview(let id): id
    case .repository(let name): "github.com/" + name
    }
  }

  /// Where it leads.
  package var address: String {
    switch self {
    case .arXiv(let id): "https://arxiv.org/abs/\(id)"
    case .doi(let name): "https://doi.org/\(name)"
    case .openReview(let id): "https://openreview.net/forum?id=\(id)"
    case .repository(let name): "https://github.com/\(name)"
    }
  }

  /// An entry that names it and nothing else, by which registries are asked.
  ///
  /// With a title it is one that bibliographies know.
  package func question(titled title: String? = nil, by author: String? = nil) -> Entry {
    let address = Array(address.utf8)
    let name = Array((title ?? "").utf8)
    let by = Array((author ?? "").utf8)
    let text = name + [.space] + by + [.space] + address
    var entry = Entry(text: text, marker: Marker(range: 0..<0, indentation: 0..<0, bullets: []))
    if let title, !title.isEmpty {
      entry.title = Title(text: title, range: 0..<name.count, isLink: false)
    }
    if !by.isEmpty {
      let range = name.count + 1..<name.count + 1 + by.count
      entry.texts = [TextField(field: .authors, range: range)]
    }
    let range = text.count - address.count..<text.count
    entry.links = [
      Link(
        range: range,
        label: nil,
        labelRange: nil,
        url: self.address,
        urlRange: range,
        isImage: false,
        kind: LinkLabels.paper
      )
    ]
    return entry
  }
}

extension String {
  fileprivate var trimmedOfSpaces: String {
    let bytes = Array(utf8)
    return bytes.string(bytes.trimmed(0..<bytes.count))
  }

  /// The text without the backslashes that BibTeX files have before some signs: `7\_24` is `7_24`.
  fileprivate var withoutTeXEscapes: String {
    let bytes = Array(utf8)
    guard bytes.contains(UInt8(ascii: "\\")) else { return self }
    let kept = bytes.indices.filter { index in
      bytes[index] != UInt8(ascii: "\\") || index + 1 == bytes.count
        || !"_%&#".utf8.contains(bytes[index + 1])
    }
    return String(decoding: kept.map { bytes[$0] }, as: UTF8.self)
  }
}
