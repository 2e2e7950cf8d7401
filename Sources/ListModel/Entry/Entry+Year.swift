internal import Text

extension Entry {
  /// Where its year stands: that of its venue, else that of its date.
  package var yearRange: Range<Int>? {
    if let venue, venue.year != nil { return venue.yearRange }
    return ranges(of: .date).lazy.compactMap { text.dateYear(in: $0) }.first
  }
}
