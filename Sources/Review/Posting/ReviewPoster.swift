package import GitHub

/// Carries out what a plan says, and plans again whenever it is not certain what became of it.
package struct ReviewPoster: Sendable {
  package let client: APIClient
  /// The pull request's number.
  package let number: Int
  /// The account to speak for, where it is known; else GitHub is asked, once it matters.
  package let account: Account?

  package init(
    client: APIClient,
    number: Int,
    account: Account? = nil,
    looksAgain: Bool = true
  ) {
    self.looksAgain = looksAgain
    self.client = client
    self.number = number
    self.account = account
  }

  /// Whether what is written can be seen, as in a dry run it cannot.
  private let looksAgain: Bool

  /// How often to look again after a write of which nobody knows whether it took effect.
  private static let attempts = 5

  /// Brings the pull request to say exactly these line comments, and returns what was written last; an
  /// empty plan where it said so already.
  ///
  /// `posted` is what was said before, `open` what registries left unanswered this time. `isHeadSeen` tells that GitHub has just said which head the
  /// pull request has, and that it is the one these line comments are about.
  ///
  /// - Throws: Among others, an error of the kind ``GitHubError/Kind/headMoved(expected:actual:)``
  ///   where these line comments are about another commit than the present head.
  @discardableResult
  package func post(
    _ lineComments: [LineComment],
    on diff: [String: DiffLines],
    after posted: Posted,
    isHeadSeen: Bool = false,
    unanswered open: Set<Fingerprint> = [],
    writing text: ReviewText
  ) async throws(GitHubError) -> ReviewPlan {
    var posted = posted
    var refused: Set<Fingerprint> = []
    var written: ReviewPlan?
    var failure: GitHubError?
    for attempt in 1...Self.attempts {
      if attempt > 1 { posted = try await self.posted() }
      let plan = ReviewPlan(
        lineComments,
        on: diff,
        after: posted,
        refused: refused,
        unanswered: open,
        writing: text
      )
      if plan.isEmpty { return written ?? plan }
      if !isHeadSeen || attempt > 1 {
        guard try await mayWrite(about: text.head) else { return plan }
      }
      written = plan
      do throws(GitHubError) {
        if let review = plan.review {
          let id = try await post(review, of: plan, saying: lineComments, refused: &refused, text)
          if let id, looksAgain {
            try await withdrawRepetitions(in: id, after: posted, saying: lineComments, text)
          }
        }
        try await settle(plan)
        return plan
      } catch  where error.mayHaveTakenEffect || error.kind == .rateLimited {
        failure = error
      }
    }
    throw failure ?? GitHubError(.unavailable, "review pull request \(number)")
  }

  /// What the program has said so far.
  ///
  /// No comment of the program's is without a review of its own, which GitHub never deletes: where
  /// there is none, nothing was said.
  package func posted() async throws(GitHubError) -> Posted {
    let reviews = try await client.reviews(ofPullRequest: number)
    guard Posted.isMarked(reviews.map(\.body)) else { return .nothing }
    let comments = try await client.reviewComments(ofPullRequest: number)
    return Posted(comments: comments, reviews: reviews, by: try await knownAccount())
  }

  /// The account that the token speaks for.
  func knownAccount() async throws(GitHubError) -> Account {
    if let account { return account }
    return try await client.account()
  }

  /// Tells whether the pull request still takes line comments; throws when they are about an old head.
  private func mayWrite(about head: CommitSHA) async throws(GitHubError) -> Bool {
    let pullRequest = try await client.pullRequest(number)
    guard pullRequest.head.sha == head else {
      throw GitHubError(
        .headMoved(expected: head, actual: pullRequest.head.sha),
        "review pull request \(number) of \(client.repository)"
      )
    }
    return pullRequest.isOpen
  }

  /// Makes the review, or, where GitHub does not take it whole, one without comments, and these one
  /// by one; what is refused then goes to its body.
  ///
  /// The review comes first: by it the comments are found again. Returns its ID; nil where the pull request
  /// takes none any more.
  private func post(
    _ review: DraftReview,
    of plan: ReviewPlan,
    saying lineComments: [LineComment],
    refused: inout Set<Fingerprint>,
    _ text: ReviewText
  ) async throws(GitHubError) -> Int? {
    do throws(GitHubError) {
      return try await client.createReview(review, ofPullRequest: number).id
    } catch  where error.isValidation {
      // What is about a commit that was pushed over is refused too, and the next run's to say.
      guard try await mayWrite(about: review.commitID) else { return nil }
      if review.comments.isEmpty { throw error }
    }
    let bare = DraftReview(commitID: review.commitID, body: review.body, comments: [])
    let id = try await client.createReview(bare, ofPullRequest: number).id
    for (comment, fingerprint) in zip(review.comments, plan.commented) {
      do throws(GitHubError) {
        _ = try await client.createReviewComment(
          comment,
          at: review.commitID,
          ofPullRequest: number
        )
      } catch  where error.isValidation {
        refused.insert(fingerprint)
      }
    }
    guard !refused.isEmpty else { return id }
    let listed = refused.union(plan.listed)
    let body = text.review(
      listing: lineComments.filter { listed.contains($0.fingerprint) },
      besideComments: !refused.isSuperset(of: plan.commented)
    )
    try await client.updateReview(id, ofPullRequest: number, body: body)
    return id
  }

  /// Edits and deletes; what is gone already is as good as edited.
  private func settle(_ plan: ReviewPlan) async throws(GitHubError) {
    for edit in plan.reviewEdits {
      do throws(GitHubError) {
        try await client.updateReview(edit.id, ofPullRequest: number, body: edit.body)
      } catch  where error.kind == .notFound {}
    }
    for edit in plan.commentEdits {
      do throws(GitHubError) {
        try await client.updateReviewComment(edit.id, body: edit.body)
      } catch  where error.kind == .notFound {}
    }
    for id in plan.deletions { try await client.deleteReviewComment(id) }
  }
}

extension GitHubError {
  /// Whether GitHub does not take what was sent, rather than not from this token or not now.
  fileprivate var isValidation: Bool {
    if case .validationFailed = kind { true } else { false }
  }
}
