internal import ListModel

/// What of an entry a check is about.
struct CheckSubject: Sendable {
  /// The names of what checks can be about.
  enum Field: String, CaseIterable, Sendable {
    case tags
    case name
    case title
    case authors
    /// The name of a venue, without its year.
    case venue
    case year
    case date
    case description
    case details
    case keywords
    case linkLabel = "link-label"
    case url
    /// All that stands after the marker.
    case text

    /// What a reader calls it.
    var words: String { self == .linkLabel ? "link label" : self == .url ? "address" : rawValue }

    /// Whether an entry can have several.
    var isRepeated: Bool {
      switch self {
      case .tags, .details, .keywords, .linkLabel, .url: true
      default: false
      }
    }
  }

  let field: Field
  /// The label of the links that are meant; nil for all links and for what is not a link.
  var label: String?

  /// Returns where it stands in an entry, in order.
  func values(in entry: Entry) -> [Range<Int>] {
    switch field {
    case .tags: entry.tags?.tags.map(\.range) ?? []
    case .title: [entry.title?.range].compactMap { $0 }
    case .venue: [entry.venue?.nameRange].compactMap { $0 }
    case .year: [entry.yearRange].compactMap { $0 }
    case .name: entry.ranges(of: .name)
    case .authors: entry.ranges(of: .authors)
    case .date: entry.ranges(of: .date)
    case .description: entry.ranges(of: .description)
    case .details: entry.ranges(of: .details)
    case .keywords: entry.keywords
    case .linkLabel: links(in: entry).filter { !entry.isTitle($0) }.compactMap(\.labelRange)
    case .url: links(in: entry).compactMap(\.urlRange)
    case .text: entry.contentRange.isEmpty ? [] : [entry.contentRange]
    }
  }

  private func links(in entry: Entry) -> [Link] {
    guard let label else { return entry.links }
    // `Code: [Official](url)` is the link 'code' as well.
    return entry.links.filter {
      $0.has(label: label) || entry.key(of: $0) == LinkLabels.key(label)
    }
  }
}

extension Entry {
  fileprivate func isTitle(_ link: Link) -> Bool {
    titleLink.map { links[$0].range == link.range } ?? false
  }
}

extension Link {
  /// Tells whether the link has a label, by another word for it or in another case as well.
  func has(label name: String) -> Bool {
    let key = LinkLabels.key(name)
    return kind.map(LinkLabels.key) == key || label.map(LinkLabels.key) == key
  }
}
