internal import Text

/// Where a paper was published, as one source has it.
package struct Publication: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case conference
    case workshop
    case journal
    /// The volumes beside a conference's own, as of ACL.
    case findings
  }

  /// The venue's short name, as in `CVPR`.
  package let venue: String
  package let kind: Kind
  /// Nil where the source's year may be that of the preprint.
  package let year: Int?
  package let title: String
  /// The family name of the first author; empty where the source has none.
  package let author: String
  /// What says so, as in `published.bib`.
  package let source: String
  /// Where that can be looked up: an address, or the key of a record.
  package let place: String

  package init(
    venue: String,
    kind: Kind,
    year: Int?,
    title: String,
    author: String,
    source: String,
    place: String
  ) {
    self.venue = venue
    self.kind = kind
    self.year = year
    self.title = title
    self.author = author
    self.source = source
    self.place = place
  }

  /// The venue and its year, as a message names them.
  package var text: String {
    let part =
      switch kind {
      case .workshop: venue.lowercased().contains("workshop") ? venue : venue + " Workshops"
      case .findings: venue.lowercased().contains("findings") ? venue : "Findings of " + venue
      case .conference, .journal: venue
      }
    return year.map { "\(part) \($0)" } ?? part
  }

  /// Tells whether two sources mean the same venue and part of it, and no other year.
  package func agrees(with other: Publication) -> Bool {
    guard venue.lowercased() == other.venue.lowercased(), kind == other.kind else { return false }
    guard let year, let otherYear = other.year else { return true }
    // A journal is online a year before it is in print.
    return abs(year - otherYear) <= (kind == .journal ? 1 : 0)
  }
}
