internal import ListModel

extension VenueVocabulary {
  /// The venues that a text names beside preprints, by the names that everybody knows.
  func named(in text: String) -> Set<String> {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return Set(words.compactMap { name(of: String($0)) }.filter { !isPreprint($0) })
  }

  /// Tells whether what stands in the place of a venue says already where a paper was published, as in
  /// `arXiv:1506.06726 / NIPS 2015`.
  func says(_ publication: String, in text: String) -> Bool {
    !named(in: publication).isDisjoint(with: named(in: text))
  }
}
