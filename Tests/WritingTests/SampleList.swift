import Learning
import ListModel
import Markdown
import Rules
import Testing

@testable import Writing

/// A list, read by what it shows, and its writer.
struct SampleList {
  let document: ListDocument
  let writer: EntryWriter

  init(_ text: String) throws {
    let source = SourceText(text)
    let settings = try RulebookChoice(atBase: nil).rulebook(base: source, head: source)
    document = settings.document(source)
    writer = EntryWriter(document, by: settings.rulebook, year: 2026)
  }

  /// Adds something to a section of a name.
  func adding(_ known: Particulars, to section: String) throws -> Addition {
    let index = try SectionChoice(document).section(named: section)
    return try writer.addition(of: known, to: index)
  }

  /// A paper on arXiv.
  static func paper(_ id: String, _ title: String, _ authors: String...) throws -> Particulars {
    let id = try #require(ArXivID(id))
    var known = Particulars()
    known.identity = .arXiv(id)
    known.title = title
    known.authors = authors
    known.venue = "arXiv"
    known.year = id.year
    known.date = CalendarDate(year: id.year, month: id.month, day: 7)
    return known
  }

  static let words = [
    "Ada", "Bert", "Clip", "Dino", "Elmo", "Fine", "Glip", "Hint", "Iris", "Jazz", "Koala", "Lisa",
  ]

  /// Entries made of a form, the oldest first, below one heading.
  static func text(
    heading: String = "## Papers",
    above: String = "",
    joinedBy separator: String = "\n",
    newestFirst: Bool = false,
    _ form: (_ word: String, _ number: Int) -> String
  ) -> String {
    var entries = words.enumerated().map { form($1, $0) }
    if newestFirst { entries.reverse() }
    return "# List\n\n\(heading)\n\n\(above)" + entries.joined(separator: separator)
      + "\n\n## Licence\n\nFree.\n"
  }

  /// The number on arXiv of an entry of a place: a month later for each.
  static func id(_ number: Int) -> String {
    "24" + (number < 9 ? "0" : "") + "\(number + 1).0000\(number % 10)"
  }
}
