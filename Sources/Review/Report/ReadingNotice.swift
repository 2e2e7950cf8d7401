internal import Classifier
internal import ListModel
package import Markdown
internal import Parsing
internal import Rules
internal import Text

/// What to tell of a list that is hardly understood, so that silence is not taken for praise.
struct ReadingNotice: Sendable {
  let path: String
  /// The first line that looks like an entry and was not understood, 1-based.
  let line: Int?
  /// In plain text, on one line.
  let plain: String
  let markdown: String
}

extension ListReport {
  /// Nil for a list that is understood.
  var readingNotice: ReadingNotice? {
    let share = document.readingShare
    // A page without an address has nothing to be understood yet.
    guard share.isPoor, document.text.addressLineCount > 0 else { return nil }
    return ReadingNotice(
      path: path,
      line: share.firstUnread,
      plain: "\(path.withVisibleControls): \(share.sentence(in: document.text))",
      markdown: "\(MarkdownText.code(path)): \(share.count)"
        + (share.firstUnread.map { line in
          "; the first that was not understood is line \(line): "
            + MarkdownText.code(share.excerpt(ofLine: line, in: document.text))
        } ?? "") + "."
    )
  }
}

extension ReadingShare {
  /// Says that hardly anything was understood, and which line was the first that was not.
  package func sentence(in text: SourceText) -> String {
    guard let line = firstUnread else { return count }
    return
      "\(count); the first that was not understood is line \(line): \(excerpt(ofLine: line, in: text))"
  }

  fileprivate var count: String {
    isEmpty
      ? "no entry was understood, so nothing was checked"
      : "only \(read) of \(total) lines that look like entries were understood, and the others were not checked"
  }

  fileprivate func excerpt(ofLine line: Int, in text: SourceText) -> String {
    let shown = text.string(text.line(line)).withVisibleControls
    return String(shown.drop { $0 == " " }.prefix(80))
  }
}
