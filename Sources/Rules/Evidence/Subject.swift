internal import ListModel
internal import Text

/// What of an entry a finding is about: only entries that have the same can do what it asks for.
enum Subject: Hashable, Sendable {
  case entry
  case field(FieldName)
  /// A nested item, by its key as it is compared.
  case item(String)
  /// A link, by its label in small letters.
  case link(String)
  /// Two links, by their labels in small letters: only where both stand they have an order.
  case links(String, String)
  case arXivLink
  /// A link to a host.
  case host(String)
  /// What stands between two fields.
  case separator(FieldPair)

  /// The part of an entry that a finding names which is about all links to the same host.
  static let ofHost = "host"

  init(of finding: Finding, on entry: Entry, in context: EntryContext) {
    let range = finding.range
    if Levels.isAboutAbsence(finding.rule) {
      self = .entry
    } else if finding.rule == MalformedKey.description.id, let key = finding.message.quotes.first {
      self = .item(LinkLabels.key(key))
    } else if entry.links.contains(where: {
      $0.arXiv != nil && $0.urlRange?.overlaps(range) ?? false
    }) {
      self = .arXivLink
    } else if let index = entry.links.firstIndex(where: { $0.range.overlaps(range) }),
      index != entry.titleLink
    {
      let link = entry.links[index]
      if finding.rule == LinkOrder.description.id, index > 0 {
        self = .links(entry.links[index - 1].key, link.key)
        return
      }
      let host = finding.part == Self.ofHost ? link.address?.host : nil
      self = host.map(Self.host) ?? .link(link.key)
    } else if let separator = context.separators.first(where: {
      $0.fault != nil && $0.range.touches(range)
    }) {
      self = .separator(separator.pair)
    } else if let item = entry.nestedItems.first(where: { $0.range.overlaps(range) }),
      !item.opening.isEmpty
    {
      self = .item(LinkLabels.key(entry.string(item.opening)))
    } else if let field = entry.texts.first(where: { $0.range.touches(range) })?.field {
      self = .field(field)
    } else if let venue = entry.venue, venue.range.touches(range) {
      self = .field(.venue)
    } else {
      self = .entry
    }
  }

  /// Tells whether an entry has it.
  func isPart(of entry: Entry) -> Bool {
    switch self {
    case .entry: true
    case .field(let field): entry.has(field)
    case .item(let key):
      entry.nestedItems.contains { LinkLabels.key(entry.string($0.opening)) == key }
    case .link(let label): entry.links.contains { $0.key == label }
    case .links(let first, let second):
      entry.links.contains { $0.key == first } && entry.links.contains { $0.key == second }
    case .arXivLink: entry.links.contains { $0.arXiv != nil }
    case .host(let host): entry.links.contains { $0.address?.host == host }
    case .separator(let pair): entry.separators.contains { $0.pair == pair }
    }
  }
}

extension Link {
  /// Its label in small letters.
  fileprivate var key: String { (label ?? "").lowercased() }
}
