internal import GitHub
internal import ListModel
internal import Review
internal import Writing

/// Writes what a comment is answered with, and the text of a pull request that it asked for.
struct AddText {
  /// The comment that asks.
  let commentID: Int
  /// The issue or pull request below which it stands.
  let number: Int
  /// Who asks.
  let login: String

  /// The size in bytes that no body reaches, and so no number of characters either.
  private static let limit = DraftReview.longestBody - 1024

  /// The hidden first line by which an answer to this comment is known.
  var marker: String { "<!-- rubric add \(commentID) -->" }

  /// Tells whether a body is an answer to this comment.
  func isAnswer(_ body: String) -> Bool { body.prefix { !$0.isNewline } == marker }

  static func title(_ entries: [NewEntry]) -> String {
    entries.count == 1 ? "Add an entry" : "Add \(entries.count) entries"
  }

  /// The text of a pull request with new entries.
  func pullRequest(_ entries: [NewEntry], in path: String) -> String {
    body(
      "Asked for by \(MarkdownText.code(login)) in #\(number). The \(entries.count == 1 ? "entry is" : "entries are") written as those around \(entries.count == 1 ? "it" : "them").",
      entries,
      in: path
    )
  }

  /// An answer with new entries to copy.
  func answer(_ entries: [NewEntry], in path: String) -> String {
    body("This is how it would be written:", entries, in: path)
  }

  /// An answer that says why there is no entry.
  func refusal(_ reason: AddRefusal) -> String { "\(marker)\n\(reason.markdown)" }

  private func body(_ sentence: String, _ entries: [NewEntry], in path: String) -> String {
    var text = marker + "\n" + sentence
    for entry in entries {
      let section = entry.section.isEmpty ? "" : ", in \(MarkdownText.code(entry.section))"
      var block =
        "\n\n**\(MarkdownText.code(path)), line \(entry.line)**\(section)\n\n"
        + MarkdownText.copied(entry.text)
      if !entry.missing.isEmpty {
        block += "\n\nTo fill in: \(entry.missing.map(MarkdownText.code).joined(separator: ", "))"
      }
      if !entry.elsewhere.isEmpty {
        let lines = entry.elsewhere.map { "\($0)" }.joined(separator: ", ")
        block += "\n\nOutside of the entries, it is named on line \(lines) already."
      }
      for finding in entry.findings { block += "\n- \(MarkdownText.code(finding))" }
      guard text.utf8.count + block.utf8.count < Self.limit else { break }
      text += block
    }
    return text
  }
}

/// An entry that was written.
struct NewEntry: Hashable {
  let text: String
  /// Where it stands in the new list.
  let line: Int
  /// The headings of its section; empty where it has none.
  let section: String
  let missing: [String]
  /// The lines outside of all entries that name it already.
  let elsewhere: [Int]
  let findings: [String]
}
