package import GitHub

/// What the program has said on a pull request before.
package struct Posted: Sendable, Hashable {
  /// A comment that makes a line comment.
  struct Comment: Sendable, Hashable {
    let id: Int
    let mark: CommentMark
    /// The review that it came with.
    let review: Int?
    /// Whether somebody wrote below it.
    let isAnswered: Bool

    var fingerprint: Fingerprint { mark.fingerprint }
  }

  /// A review of which something was left to be mended.
  struct Review: Sendable, Hashable {
    let id: Int
    /// The line comments that its body makes.
    let marks: [CommentMark]

    var fingerprints: [Fingerprint] { marks.map(\.fingerprint) }
  }

  let comments: [Comment]
  /// Oldest first.
  let reviews: [Review]
  /// Whether the newest of the program's reviews says that nothing is left to be mended.
  let isSettled: Bool

  /// Nothing at all.
  package static let nothing = Posted(comments: [], reviews: [], by: .githubActions)

  /// Picks out what has the program's mark and is the account's own.
  package init(comments: [ReviewComment], reviews: [PullRequestReview], by account: Account) {
    let answered = Set(comments.compactMap(\.inReplyToID))
    self.comments = comments.compactMap { comment in
      guard case .comment(let mark) = HiddenMarker(ofBody: comment.body),
        account.isAuthor(comment.user)
      else { return nil }
      return Comment(
        id: comment.id,
        mark: mark,
        review: comment.reviewID,
        isAnswered: answered.contains(comment.id)
      )
    }
    var isSettled = false
    self.reviews = reviews.compactMap { review in
      guard account.isAuthor(review.user), let marker = HiddenMarker(ofBody: review.body) else {
        return nil
      }
      isSettled = marker == .settledReview
      guard case .review(let marks) = marker else { return nil }
      return Review(id: review.id, marks: marks)
    }
    self.isSettled = isSettled
  }

  /// Tells whether anything bears the program's mark, so that it matters whose it is.
  package static func isMarked(_ bodies: some Sequence<String>) -> Bool {
    bodies.contains { HiddenMarker(ofBody: $0) != nil }
  }

  /// Returns those line comments that were not made before; `open` is what nobody answered this time.
  func unsaid(_ lineComments: [LineComment], unanswered open: Set<Fingerprint>) -> [LineComment] {
    let marks = comments.map(\.mark) + reviews.flatMap(\.marks)
    let said = Set(marks.map(\.fingerprint))
    let halfSaid = marks.filter { $0.rests(on: open) }
    return lineComments.filter { lineComment in
      !said.contains(lineComment.fingerprint)
        && !halfSaid.contains { $0.says(lineComment.mark, unanswered: open) }
    }
  }

  /// The line comments that reviews older than this one make.
  func fingerprints(before review: Int) -> Set<Fingerprint> {
    let comments = comments.filter { ($0.review ?? 0) < review }
    let reviews = reviews.filter { $0.id < review }
    return Set(comments.map(\.fingerprint) + reviews.flatMap(\.fingerprints))
  }

  /// The reviews older than this one that comments came with.
  func commentedReviews(before review: Int) -> Set<Int> {
    Set(comments.compactMap(\.review).filter { $0 < review })
  }
}
