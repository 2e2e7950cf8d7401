/// What was changed of an entry that readers want to know: where a preprint was published.
package struct EntryUpdate: Hashable, Sendable {
  package let place: PageEntry.Place
  /// Where it was said to have appeared, as in `arXiv 2024`.
  package let before: String
  package let after: String
  package let time: Moment
}
