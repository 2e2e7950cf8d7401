internal import Classifier
package import GitHub
internal import Rules

/// Writes what stands on a pull request: bodies of whole blocks, each below GitHub's limit.
package struct ReviewText: Sendable {
  /// The commit that everything is about.
  let head: CommitSHA
  let links: LineLinks?
  /// What the contribution does to the legend it is judged by, for each list that it does it to.
  let notices: [String]
  /// Whether everything was looked at, so that what is not found is mended.
  let isWhole: Bool

  package init(head: CommitSHA, links: LineLinks?, notices: [String] = [], isWhole: Bool = true) {
    self.isWhole = isWhole
    self.head = head
    self.links = links
    self.notices = notices
  }

  /// The size in bytes that no body reaches, and so no number of characters either.
  static let limit = DraftReview.longestBody - 1024

  /// Returns the body of a comment.
  ///
  /// `isWhole` tells whether the comment stands at all the lines that its correction replaces.
  func comment(_ lineComment: LineComment, isWhole: Bool) -> String {
    let form: CommentText.Form = lineComment.isSuggestable && isWhole ? .suggestion : .copy
    let marker = HiddenMarker.comment(lineComment.mark).line + "\n"
    return marker + content(lineComment, as: form, limit: Self.limit - marker.utf8.count)
  }

  /// The body of a comment that somebody answered, when what it says is mended.
  var settledComment: String {
    "\(HiddenMarker.settledComment.line)\nFixed in \(MarkdownText.code(head.abbreviated))."
  }

  /// The body of the newest review, when everything is mended.
  var settledReview: String {
    "\(HiddenMarker.settledReview.line)\nEverything is fixed in \(MarkdownText.code(head.abbreviated))."
  }

  /// The body of a review of which an older one says everything.
  var repeatedReview: String {
    "\(HiddenMarker.review([]).line)\nThe review before this one says the same."
  }

  /// Returns the body of a review, with what could not be said beside the lines.
  func review(listing lineComments: [LineComment], besideComments: Bool) -> String {
    let marker = HiddenMarker.review(lineComments.map(\.mark)).line
    var blocks = [
      besideComments
        ? "These entries do not follow the list's rules."
          + " Where a corrected entry is shown, you can accept it with one click."
        : lineComments.isEmpty
          ? "Everything listed here is fixed in \(MarkdownText.code(head.abbreviated))."
          : "These entries do not follow the list's rules."
    ]
    blocks += notices.filter { $0.utf8.count < 2048 }.prefix(8)
    if besideComments, !lineComments.isEmpty {
      blocks.append("These findings are on lines that the diff does not show:")
    }
    let size = blocks.reduce(marker.utf8.count) { $0 + $1.utf8.count + 2 }
    return marker + "\n"
      + (blocks + self.blocks(lineComments, limit: Self.limit - size).blocks).joined(
        separator: "\n\n"
      )
  }

  /// Returns a block for each line comment; when they do not all fit, the last of them as one line each,
  /// and when those do not fit either, how many are missing.
  func blocks(_ lineComments: [LineComment], limit: Int) -> (blocks: [String], missing: Int) {
    let lines = lineComments.map(line)
    // What the lines of all line comments take that are still to come.
    var rest = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    var blocks: [String] = []
    var size = 0
    for (lineComment, line) in zip(lineComments, lines) {
      let block = "**\(place(lineComment))**\n\n\(content(lineComment, as: .copy, limit: limit))"
      rest -= line.utf8.count + 1
      guard size + block.utf8.count + 2 + rest < limit else {
        rest += line.utf8.count + 1
        break
      }
      blocks.append(block)
      size += block.utf8.count + 2
    }
    var list: [String] = []
    for line in lines.dropFirst(blocks.count) {
      guard size + line.utf8.count + 100 < limit else { break }
      list.append(line)
      size += line.utf8.count + 1
    }
    let missing = lineComments.count - blocks.count - list.count
    if missing > 0 { list.append("- and \(missing) more") }
    if !list.isEmpty { blocks.append(list.joined(separator: "\n")) }
    return (blocks, missing)
  }

  private func content(_ lineComment: LineComment, as form: CommentText.Form, limit: Int) -> String
  {
    let links = links.map { PathLinks(links: $0, path: lineComment.path) }
    return lineComment.text(as: form, links: links, limit: limit)
  }

  private func line(_ lineComment: LineComment) -> String {
    let rules = Set(lineComment.findings.map(\.finding.rule)).sorted().joined(separator: ", ")
    return "- \(place(lineComment)): \(rules)"
  }

  /// The path and the lines, linked where that is possible.
  private func place(_ lineComment: LineComment) -> String {
    let last = lineComment.lines.count > 1 ? "\u{2013}\(lineComment.lines.upperBound)" : ""
    let lines = "line\(last.isEmpty ? "" : "s") \(lineComment.lines.lowerBound)\(last)"
    let place = "\(MarkdownText.code(lineComment.path)), \(lines)"
    guard let links else { return place }
    return
      "[\(place)](\(links.address(ofLine: lineComment.lines.lowerBound, in: lineComment.path)))"
  }
}
