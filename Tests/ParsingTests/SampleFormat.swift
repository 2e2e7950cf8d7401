import ListModel
import Markdown
import Rules
import Testing

/// The format and the asides of lists of papers.
func papers() throws -> Rulebook { try #require(try Rulebook.builtIn()) }

/// Reads a document by that format.
func document(_ text: String) throws -> ListDocument {
  let rulebook = try papers()
  return rulebook.document(SourceText(text))
}
