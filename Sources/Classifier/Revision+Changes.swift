internal import ListModel
internal import Rules

extension Revision {
  /// Takes what a contribution did to a list from the changes of its entries.
  init(
    path: String,
    base: ListDocument,
    head: ListDocument,
    by rulebook: Rulebook,
    touched: [Range<Int>],
    changes: [Change],
    lookingAtAll: Bool,
    isChanged: (String) throws -> Bool
  ) rethrows {
    /// Tells whether an entry has the letters and digits that it had.
    func isForm(_ change: Change) -> Bool {
      guard change.kind == .changed, change.fields == [.text], let old = change.base?.entry,
        let new = change.head?.entry
      else { return false }
      return normalisedTitle(old.string(0..<old.text.count))
        == normalisedTitle(new.string(0..<new.text.count))
    }
    try self.init(
      path: path,
      base: base,
      head: head,
      by: rulebook,
      touched: touched,
      reformatted: changes.filter { isForm($0) && $0.isTouched }.compactMap { $0.head?.place },
      hasContent: changes.contains { !isForm($0) && $0.isTouched },
      isWhole: lookingAtAll,
      isChanged: isChanged
    )
  }
}
