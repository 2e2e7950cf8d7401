/// What a run has come to.
package struct SweepOutcome: Sendable {
  package let proposal: Proposal
  /// What became of the pull request, in one line for a log.
  package let sentence: String
  /// The number of the pull request that says it; nil where there is none.
  package let number: Int?

  init(_ deed: SweepPoster.Deed, _ proposal: Proposal) {
    self.proposal = proposal
    let count = proposal.entryCount
    let entries = "\(count) \(count == 1 ? "entry" : "entries")"
    switch deed {
    case .nothing: (number, sentence) = (nil, "nothing to propose")
    case .unchanged(let pull):
      (number, sentence) = (pull, "pull request \(pull) says it all already: \(entries)")
    case .kept(let pull):
      (number, sentence) = (
        pull, "pull request \(pull) stays as it is: a registry did not answer about part of it"
      )
    case .made(let pull): (number, sentence) = (pull, "made pull request \(pull): \(entries)")
    case .edited(let pull):
      (number, sentence) = (pull, "brought pull request \(pull) up to date: \(entries)")
    case .closed(let pull):
      (number, sentence) = (nil, "closed pull request \(pull): nothing of it is left")
    }
  }
}
