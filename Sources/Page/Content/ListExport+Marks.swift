internal import Learning
internal import ListModel
internal import Review
internal import Rules

extension ListExport.List {
  /// Returns what registries say of each entry, in their order; nothing where nobody asked them.
  ///
  /// `year` is that of the version, in UTC.
  func marks(year: Int) -> [EntryMark] {
    guard !facts.isEmpty else { return [] }
    var context = ListContext(
      judging: nil,
      of: document,
      by: settings.rulebook,
      year: year,
      contributed: []
    )
    context.facts = facts
    let contexts = EntryContexts(context, of: document)
    return entries.map { contexts[$0.place].mark(of: $0.entry) }
  }
}
