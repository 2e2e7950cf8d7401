extension VenueVocabulary {
  /// What a venue is.
  package enum Kind: String, Sendable, CaseIterable {
    case conference
    case workshop
    case journal
    /// Where papers stand that nobody has reviewed.
    case preprint
  }

  /// Returns what a venue is; nil where nobody knows it.
  ///
  /// Transactions are known by how they are named: `TPAMI`, `IEEE TIP`.
  package func kind(of word: String) -> Kind? {
    guard let name = name(of: word) else { return nil }
    if preprints.contains(name) { return .preprint }
    if name.lowercased().contains("workshop") { return .workshop }
    let last = name.utf8.split(separator: .space).last ?? name.utf8[...]
    let isTransactions =
      last.first == UInt8(ascii: "T") && last.count >= 3 && last.allSatisfy(\.isUppercase)
    return isTransactions ? .journal : .conference
  }
}
