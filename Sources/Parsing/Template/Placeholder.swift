package import ListModel
internal import Text

/// A word that holds the place of a field's content in a form, as in `Paper Name` or `YYYY`.
package struct Placeholder {
  /// Something that could stand there.
  package let example: String
  /// Where it ends.
  package let end: Int

  /// By what a field is known again.
  package static let examples: [(field: FieldName, example: String)] = [
    (.title, title), (.authors, authors), (.description, description),
  ]
  package static let title = "An Example of a Title"
  private static let authors = "Ann Adams, Bob Brown"
  private static let description = "Does one useful thing and another"

  /// By their first letters, since most words hold no place.
  private static let byInitial: [UInt8: [(example: String, words: StaticString)]] = {
    var byInitial: [UInt8: [(example: String, words: StaticString)]] = [:]
    for (example, words) in words {
      for word in words {
        let initial = word.withUTF8Buffer { unsafe $0[0] }
        byInitial[initial, default: []].append((example, word))
      }
    }
    return byInitial
  }()

  /// What people write for each part of an entry, with an example of it.
  private static let words: [(example: String, words: [StaticString])] = [
    (
      title,
      [
        "title", "name", "resource", "package", "paper name", "paper title", "paper's title",
        "title of the paper", "title of paper", "name of the paper", "name of paper",
        "article title", "article name", "project name", "project title", "resource name",
        "resource title", "tool name", "library name", "package name", "app name", "repo name",
        "repository name", "book title", "book name", "dataset name", "site name",
      ]
    ),
    (
      "GigaNet", ["acronym", "abbreviation", "method", "method name", "model name", "short name"]
    ),
    ("Ann Adams", ["first author"]),
    (
      authors,
      ["author", "authors", "author name", "author names", "authors name", "author list"]
    ),
    (
      "CVPR",
      [
        "conference", "journal", "venue", "publication", "publisher", "conference name",
        "venue name", "conference or journal", "conference/journal", "journal/conference",
        "journal or conference",
      ]
    ),
    ("2024", ["year", "yyyy", "20xx", "202x", "20yy"]),
    ("24", ["yy"]),
    ("May", ["month"]),
    ("05", ["mm"]),
    ("01", ["dd"]),
    ("2024-05-01", ["date", "publication date"]),
    (
      description,
      [
        "description", "short description", "brief description", "one-line description",
        "project description", "description of the project", "one sentence description",
      ]
    ),
  ]

  /// What can stand before the word and is part of it.
  private static let articles: [StaticString] = ["here is ", "your ", "the ", "an ", "a "]

  /// Returns the longest that begins at an offset, without regard to case.
  package static func first(in form: [UInt8], at start: Int) -> Placeholder? {
    var index = start
    for article in articles {
      if let end = form.end(of: article, at: index) { index = end }
    }
    guard index < form.count, let words = byInitial[form[index].lowercased] else { return nil }
    var longest: Placeholder?
    for (example, word) in words {
      guard let end = form.end(of: word, at: index), end > longest?.end ?? index else { continue }
      let whole = form.counterEnd(at: end)
      guard whole == form.count || !form[whole].isWord else { continue }
      longest = Placeholder(example: example, end: whole)
    }
    return longest
  }
}

extension [UInt8] {
  /// Returns where words end that begin at an offset; between them can be other signs than spaces.
  fileprivate func end(of words: StaticString, at start: Int) -> Int? {
    let count = words.utf8CodeUnitCount
    guard start + count <= self.count else { return nil }
    let isEqual = words.withUTF8Buffer { buffer in
      (0..<count).allSatisfy { offset in
        let found = self[start + offset].lowercased
        let wanted = unsafe buffer[offset]
        return found == wanted || wanted == .space && (found == 0x5F || found == 0x2D)
      }
    }
    return isEqual ? start + count : nil
  }

  /// Returns where the number or letter ends by which a word is one of several, as in `Author 1`.
  fileprivate func counterEnd(at start: Int) -> Int {
    var index = start
    if index + 1 < count, self[index] == .space || self[index] == 0x5F,
      self[index + 1].isDigit || self[index + 1].isUppercase
    {
      index += 1
    }
    guard index < count, self[index].isDigit || index > start && self[index].isUppercase else {
      return start
    }
    index += 1
    return index < count && self[index].isWord ? start : index
  }
}
