package import Learning
package import ListModel
package import Markdown
package import Rules

/// A list to which entries are added, one after the other.
package struct GrowingList: Sendable {
  /// The list with what was added so far.
  package private(set) var document: ListDocument
  package let rulebook: Rulebook
  /// The UTC calendar year of today, for what the list's rules say of years.
  private let year: Int

  /// Begins with a list as it is; what it shows then holds for all that is added.
  package init(_ text: SourceText, by settings: LearnedRulebook, year: Int) {
    document = settings.document(text)
    rulebook = settings.rulebook
    self.year = year
  }

  /// The names of its sections.
  package var sections: SectionChoice { SectionChoice(document) }

  /// Adds an entry to the section of an index.
  package mutating func add(
    _ particulars: Particulars,
    to section: Int
  ) throws(AdditionError) -> Addition {
    let writer = EntryWriter(document, by: rulebook, year: year)
    let addition = try writer.addition(of: particulars, to: section)
    document = rulebook.document(SourceText(addition.text))
    return addition
  }
}
