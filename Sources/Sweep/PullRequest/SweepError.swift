internal import GitHub
internal import Text

/// A reason to leave the pull request as it is, for a person to decide.
package struct SweepError: Error, Hashable, CustomStringConvertible {
  package let description: String

  /// The branch has a commit of somebody else's.
  static func foreignCommit(
    _ commit: CommitSHA,
    on branch: String,
    _ repository: RepositoryName
  )
    -> SweepError
  {
    SweepError(
      description:
        "cannot bring the branch '\(branch)' of \(repository) up to date: its last commit \(commit.abbreviated) is not rubric's; nothing was pushed; merge or close its pull request, or delete the branch"
    )
  }

  /// The pull request from the branch is somebody else's, or its hidden first line is gone.
  static func foreignPullRequest(
    _ number: Int,
    from branch: String,
    _ repository: RepositoryName
  )
    -> SweepError
  {
    SweepError(
      description:
        "cannot use the branch '\(branch)' of \(repository): pull request \(number) from it is not rubric's, or its hidden first line is gone; nothing was pushed; close it, or name the account with --account"
    )
  }

  /// There is no such list.
  static func noList(_ path: String, at commit: CommitSHA, _ reason: String) -> SweepError {
    SweepError(
      description:
        "cannot read the list '\(path.withVisibleControls)' at \(commit.abbreviated): \(reason)"
    )
  }
}
