internal import ListModel

/// A place in an entry that something known of its paper fills.
enum Slot: Hashable, Sendable {
  case tags
  case name
  case title
  case authors
  case venue
  /// The venue as it stands in an address.
  case encodedVenue
  case year
  case date
  case description
  case keywords
  /// What a nested item says, by its key.
  case detail(String)
  /// Where a link leads: its role, and which one it is of several with that role.
  case address(String, Int)
  /// The text of a link that is of this entry alone: the link's role, and which one of these it is.
  case label(String, Int)
  /// A label without an address.
  case pending(String)
  /// The identifier on arXiv, or the repository, in the middle of other text.
  case identifier
  case repository
  /// The day or month in which arXiv had the paper first, beside another date.
  case announced
  /// The venue with its year as one word, as in `CVPR22`, beside the venue.
  case code
  /// What stands before the first link of an entry whose title is in a note below, as who wrote the paper.
  case lead
  /// Words that belong to no field.
  case unparsed

  /// The role of the link that is a title.
  static let page = "(title)"
  /// The role of addresses that stand in the place of a title.
  static let bare = "(address)"
  /// The role of links whose texts are of one entry alone.
  static let free = "(free)"
  /// The role of links whose text is the paper's identifier.
  static let number = "(number)"
  /// The role of links whose text is where it was published.
  static let publication = "(venue)"

  var role: String? {
    if case .address(let role, _) = self { return role }
    return nil
  }

  /// Whether it says something of the paper that is said once.
  var isSaid: Bool {
    switch self {
    case .label, .identifier, .repository, .announced, .code, .encodedVenue, .year, .lead,
      .unparsed:
      false
    default: true
    }
  }

  var isDetail: Bool { if case .detail = self { true } else { false } }

  /// Whether it is a link's.
  var isOfLink: Bool { if case .label = self { true } else { role != nil } }

  /// Whether it is the same place, of several links of one kind the same one.
  func isLike(_ other: Slot) -> Bool {
    if case .address(_, 1...) = other { return self == other }
    return key == other.key
  }

  /// What it shares with the same place of other entries.
  var key: String {
    switch self {
    case .tags: "tags"
    case .name: "name"
    case .title: "title"
    case .authors: "authors"
    case .venue: "venue"
    case .encodedVenue: "encoded-venue"
    case .year: "year"
    case .date: "date"
    case .description: "description"
    case .keywords: "keywords"
    case .detail(let key): "detail:" + key
    case .address(let role, _): "link:" + role
    case .label: "label"
    case .pending(let label): "pending:" + label
    case .identifier: "identifier"
    case .repository: "repository"
    case .announced: "announced"
    case .code: "code"
    case .lead: "lead"
    case .unparsed: "stray"
    }
  }
}
