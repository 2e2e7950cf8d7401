internal import ListModel
internal import Parsing

extension Filling {
  /// How common a field has to be among the neighbours for its lack to be told.
  static let commonShare = 0.8

  /// Returns the words of the list's template that stand for what nobody knows, where the format lets nothing be left
  /// out there.
  static func placeholders(
    for known: Particulars,
    _ words: [StatedTemplate.Field: String],
    _ format: EntryFormat,
    _ book: MouldBook
  ) -> [Slot: String] {
    let fields: [(slot: Slot, isKnown: Bool, field: FieldName, word: String?)] = [
      (.authors, !known.authors.isEmpty, .authors, words[.authors]),
      (.venue, known.venue != nil, .venue, words[.venue]),
      (.year, known.year != nil || known.date != nil, .venue, words[.year]),
      (.date, known.date != nil || known.arXiv != nil, .date, words[.date]),
      (.description, known.description != nil, .description, words[.description]),
    ]
    var placeholders: [Slot: String] = [:]
    for (slot, isKnown, field, word) in fields {
      let isRequired = format.parts.contains { $0.field == field && !$0.isOptional }
      guard !isKnown, isRequired, book.share(of: slot) >= commonShare else { continue }
      placeholders[slot] = word
    }
    return placeholders
  }
}
