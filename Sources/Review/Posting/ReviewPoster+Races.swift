internal import GitHub

extension ReviewPoster {
  /// Takes back what a review says that an older one of the program's said meanwhile: by a run at the same
  /// time, or by one whose words were not to be seen yet.
  ///
  /// Each run takes back its own, so that of two the older stays. GitHub shows what was written only after
  /// a while now and then: what is read counts once it holds the run's own review.
  ///
  /// `id` is the review that this run made, `known` what was seen before it was made.
  func withdrawRepetitions(
    in id: Int,
    after known: Posted,
    saying lineComments: [LineComment],
    _ text: ReviewText
  ) async throws(GitHubError) {
    guard let account = try await accountBesideRivals(of: id, after: known) else { return }
    for attempt in 0..<Self.looks {
      if attempt > 0 { await client.pause(for: .seconds(1 << attempt)) }
      let comments = try await client.reviewComments(ofPullRequest: number)
      let reviews = try await client.reviews(ofPullRequest: number)
      let posted = Posted(comments: comments, reviews: reviews, by: account)
      let own = posted.comments.filter { $0.review == id }
      // The comments of a review are made with it, so that all are there once one is.
      guard !own.isEmpty || attempt == Self.looks - 1 || posted.commentedReviews(before: id).isEmpty
      else { continue }
      return try await withdraw(own, from: id, repeating: posted, saying: lineComments, text)
    }
  }

  /// Returns the account where older reviews of its own than this one have turned up, nil where there are
  /// none.
  private func accountBesideRivals(
    of id: Int,
    after known: Posted
  ) async throws(GitHubError) -> Account? {
    let knownIDs = Set(known.reviews.map(\.id))
    for attempt in 0..<Self.looks {
      if attempt > 0 { await client.pause(for: .seconds(1 << attempt)) }
      let reviews = try await client.reviews(ofPullRequest: number)
      guard reviews.contains(where: { $0.id == id }) else { continue }
      let others = reviews.filter { $0.id < id && !knownIDs.contains($0.id) }
      guard Posted.isMarked(others.map(\.body)) else { return nil }
      let account = try await knownAccount()
      let posted = Posted(comments: [], reviews: others, by: account)
      return posted.reviews.isEmpty ? nil : account
    }
    return nil
  }

  private func withdraw(
    _ own: [Posted.Comment],
    from id: Int,
    repeating posted: Posted,
    saying lineComments: [LineComment],
    _ text: ReviewText
  ) async throws(GitHubError) {
    let said = posted.fingerprints(before: id)
    let repeated = own.filter { said.contains($0.fingerprint) && !$0.isAnswered }
    for comment in repeated { try await client.deleteReviewComment(comment.id) }
    let listed = posted.reviews.first { $0.id == id }.map { Set($0.fingerprints) } ?? []
    let left = lineComments.filter {
      listed.contains($0.fingerprint) && !said.contains($0.fingerprint)
    }
    let isBare = repeated.count == own.count
    guard left.count < listed.count || isBare && !own.isEmpty else { return }
    let body =
      left.isEmpty && isBare
      ? text.repeatedReview : text.review(listing: left, besideComments: !isBare)
    try await client.updateReview(id, ofPullRequest: number, body: body)
  }

  /// How often to look whether GitHub shows what was written: for half a minute in all.
  private static let looks = 5
}
