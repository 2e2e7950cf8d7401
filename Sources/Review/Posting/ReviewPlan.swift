package import GitHub

/// What to write on a pull request, given what is to be said and what was said before: a value, of
/// which an empty one means that everything is installed already.
package struct ReviewPlan: Sendable, Hashable {
  /// A new text for something that is there.
  package struct Edit: Sendable, Hashable {
    package let id: Int
    package let body: String
  }

  /// The one review that says what is new; nil where nothing is.
  package private(set) var review: DraftReview?
  /// The line comments that the review's comments make, one for each.
  private(set) var commented: [Fingerprint] = []
  /// The line comments that the review's body makes.
  private(set) var listed: [Fingerprint] = []
  package private(set) var reviewEdits: [Edit] = []
  package private(set) var commentEdits: [Edit] = []
  package private(set) var deletions: [Int] = []

  /// The most comments that one review makes.
  package static let mostComments = 25
  /// The most line comments that are made on a pull request at all; beyond, there is the job's summary.
  static let mostLineComments = 1000

  package var isEmpty: Bool {
    review == nil && reviewEdits.isEmpty && commentEdits.isEmpty && deletions.isEmpty
  }

  /// - Parameters:
  ///   - lineComments: Everything that is to be said, in the order of the lines.
  ///   - diff: The lines that take comments, by path.
  ///   - posted: What was said before.
  ///   - refused: The line comments whose comments GitHub did not take; they go to the body.
  ///   - open: What may still hold of what was said before, as a registry did not answer this time.
  ///   - text: How the texts are written.
  package init(
    _ lineComments: [LineComment],
    on diff: [String: DiffLines],
    after posted: Posted,
    refused: Set<Fingerprint> = [],
    unanswered open: Set<Fingerprint> = [],
    writing text: ReviewText
  ) {
    let lineComments = Array(lineComments.filter(\.isWorthAComment).prefix(Self.mostLineComments))
    addReview(
      of: posted.unsaid(lineComments, unanswered: open),
      on: diff,
      refused: refused,
      text
    )
    // Of what nobody looked at nobody knows whether it is mended.
    guard text.isWhole else { return }
    settleComments(posted.comments, keeping: lineComments.map(\.mark), unanswered: open, text)
    settleReviews(of: posted, keeping: lineComments, unanswered: open, text)
  }

  private mutating func addReview(
    of lineComments: [LineComment],
    on diff: [String: DiffLines],
    refused: Set<Fingerprint>,
    _ text: ReviewText
  ) {
    guard !lineComments.isEmpty else { return }
    var comments: [DraftReviewComment] = []
    var listed: [LineComment] = []
    for lineComment in lineComments {
      guard comments.count < Self.mostComments, !refused.contains(lineComment.fingerprint),
        let shown = diff[lineComment.path]?.shown(of: lineComment.anchor)
      else {
        listed.append(lineComment)
        continue
      }
      comments.append(
        DraftReviewComment(
          path: lineComment.path,
          lines: shown,
          body: text.comment(lineComment, isWhole: shown == lineComment.anchor)
        )
      )
      commented.append(lineComment.fingerprint)
    }
    self.listed = listed.map(\.fingerprint)
    review = DraftReview(
      commitID: text.head,
      body: text.review(listing: listed, besideComments: !comments.isEmpty),
      comments: comments
    )
  }

  /// Takes back what no longer holds, and what stands there twice.
  ///
  /// A comment that somebody answered stays, as what they answered, and one of which nobody knows this time.
  private mutating func settleComments(
    _ comments: [Posted.Comment],
    keeping current: [CommentMark],
    unanswered open: Set<Fingerprint>,
    _ text: ReviewText
  ) {
    let fingerprints = Set(current.map(\.fingerprint))
    var kept: Set<Fingerprint> = []
    let (mayHold, others) = (
      comments.filter { $0.mark.rests(on: open) }, comments.filter { !$0.mark.rests(on: open) }
    )
    for comment in mayHold {
      kept.insert(comment.fingerprint)
      for mark in current where comment.mark.says(mark, unanswered: open) {
        kept.insert(mark.fingerprint)
      }
    }
    let answeredFirst = others.filter(\.isAnswered) + others.filter { !$0.isAnswered }
    for comment in answeredFirst {
      let isCurrent = fingerprints.contains(comment.fingerprint)
      if isCurrent, kept.insert(comment.fingerprint).inserted { continue }
      if !comment.isAnswered {
        deletions.append(comment.id)
      } else if !isCurrent {
        commentEdits.append(Edit(id: comment.id, body: text.settledComment))
      }
    }
  }

  /// Takes out of each review what its body says and no longer holds; when nothing is left at all,
  /// the newest says so.
  private mutating func settleReviews(
    of posted: Posted,
    keeping lineComments: [LineComment],
    unanswered open: Set<Fingerprint>,
    _ text: ReviewText
  ) {
    let mayHold = posted.comments.contains { $0.mark.rests(on: open) }
    // Nobody can write again what a review says of which nobody knows this time.
    for review in posted.reviews where !review.marks.contains(where: { $0.rests(on: open) }) {
      if lineComments.isEmpty, !mayHold, !posted.isSettled, review.id == posted.reviews.last?.id {
        reviewEdits.append(Edit(id: review.id, body: text.settledReview))
        continue
      }
      let listed = Set(review.fingerprints)
      let left = lineComments.filter { listed.contains($0.fingerprint) }
      guard left.count < listed.count else { continue }
      let body = text.review(listing: left, besideComments: false)
      reviewEdits.append(Edit(id: review.id, body: body))
    }
  }
}
