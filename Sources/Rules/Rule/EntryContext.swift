package import ListModel
internal import Parsing

/// What rules know about the place of the entry they judge.
package struct EntryContext: Sendable {
  fileprivate let contexts: EntryContexts
  package let section: Section
  package let place: EntryPlace
  package let format: EntryFormat
  /// The rules whose findings on this entry are let be.
  package var suppressed: Set<String> = []
  /// What stands between the fields of the entry that is judged.
  package private(set) var separators: [JudgedSeparator] = []

  package var list: ListContext { contexts.list }
  package var document: ListDocument { contexts.document }
  package var rulebook: Rulebook { contexts.list.rulebook }

  /// Returns the context in which an entry is judged that stands at its place.
  func judging(_ entry: Entry) -> EntryContext {
    var context = self
    context.separators = format.judgedSeparators(of: entry)
    return context
  }
}

/// The contexts of the entries of a document.
///
/// What they have in common they share: to copy it for each would take longer than to judge some.
package final class EntryContexts: Sendable {
  fileprivate let list: ListContext
  fileprivate let document: ListDocument

  package init(_ list: ListContext, of document: ListDocument) {
    self.list = list
    self.document = document
  }

  package subscript(place: EntryPlace) -> EntryContext {
    EntryContext(
      contexts: self,
      section: document.section(of: place),
      place: place,
      format: document.format(of: place)
    )
  }
}
