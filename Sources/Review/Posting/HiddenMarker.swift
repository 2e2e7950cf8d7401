/// The hidden first line by which the program knows its own comments and reviews.
///
/// Anybody can write such a line, and text that a comment quotes can hold one: it counts only as
/// the first line of what the program's own account wrote.
enum HiddenMarker: Hashable {
  /// A comment that makes a line comment.
  case comment(CommentMark)
  /// A comment on something that was mended since.
  case settledComment
  /// A review, with the line comments that its body makes.
  case review([CommentMark])
  /// A review of which nothing is left to be mended.
  case settledReview

  /// The line, without its end.
  var line: String {
    switch self {
    case .comment(let mark): "<!-- rubric comment \(mark.text) -->"
    case .settledComment: "<!-- rubric comment settled -->"
    case .review(let marks): "<!-- rubric review \(marks.map { $0.text + " " }.joined())-->"
    case .settledReview: "<!-- rubric review settled -->"
    }
  }

  /// Reads the first line of a body; nil when it is not a marker.
  init?(ofBody body: String) {
    let words = body.prefix { !$0.isNewline }.split(separator: " ")
    guard words.count > 4, words[0] == "<!--", words[1] == "rubric", words.last == "-->"
    else {
      // A review whose body makes no line comment.
      guard words == ["<!--", "rubric", "review", "-->"] else { return nil }
      self = .review([])
      return
    }
    let values = words[3..<(words.count - 1)]
    switch words[2] {
    case "comment" where values == ["settled"]: self = .settledComment
    case "comment":
      guard values.count == 1, let mark = CommentMark(values[3]) else { return nil }
      self = .comment(mark)
    case "review" where values == ["settled"]: self = .settledReview
    case "review":
      let marks = values.compactMap { CommentMark($0) }
      guard marks.count == values.count else { return nil }
      self = .review(marks)
    default: return nil
    }
  }
}
