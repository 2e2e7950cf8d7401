import CGit2

extension Repository {
  /// Returns the best common ancestor of two commits, the one that `git merge-base` names.
  ///
  /// - Throws: `unrelatedHistories`; or `shallow`, where there is none in what a shallow clone
  ///   fetched but may be one beyond its end; or `missingObject`.
  package func mergeBase(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> ObjectID {
    let attempt = "find the merge base of"
    let input = "\(a)...\(b)"
    var search = MergeBaseSearch()
    var reachedBoundary = false
    let base: ObjectID?
    do throws(Failure) {
      base = try search.base(of: a, and: b) { (id) throws(Failure) in
        let commit = try read(id)
        guard shallowBoundary.contains(id) else { return commit }
        reachedBoundary = true
        return Commit(id: id, parents: [], committerTime: commit.committerTime)
      }
    } catch {
      throw explain(error, attempt: attempt, input: input)
    }
    if let base { return base }
    if reachedBoundary {
      throw GitError(
        .shallow,
        attempt: attempt,
        input: input,
        reason: "this shallow clone ends before a commit that both descend from",
        remedy: deepening
      )
    }
    throw GitError(
      .unrelatedHistories,
      attempt: attempt,
      input: input,
      reason: "they have no commit in common",
      remedy: "name a base of the same history"
    )
  }

  /// Calls `git_commit_lookup`.
  private func read(_ id: ObjectID) throws(Failure) -> Commit {
    let repository = handle.pointer
    var oid = id.oid
    let commit = try Handle(freedBy: git_commit_free) { git_commit_lookup($0, repository, &oid) }
    return Commit(commit.pointer)
  }
}
