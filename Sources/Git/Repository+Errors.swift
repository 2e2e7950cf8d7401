import CGit2

extension Repository {
  /// Runs calls into libgit2, and says of a failure what was attempted.
  func attempting<Result: ~Copyable>(
    _ attempt: String,
    _ input: String,
    _ calls: () throws(Failure) -> Result
  ) throws(GitError) -> Result {
    do throws(Failure) {
      return try calls()
    } catch {
      throw explain(error, attempt: attempt, input: input)
    }
  }

  /// Turns what libgit2 said into what it means in this repository.
  func explain(_ failure: Failure, attempt: String, input: String) -> GitError {
    if failure.isMissingObject { return missingObject(failure, attempt: attempt, input: input) }
    if failure.message.hasPrefix("unsupported mandatory extension") {
      return unsupportedIndex(failure, attempt: attempt, input: input)
    }
    return GitError(
      failure.category == GIT_ERROR_OS ? .system : .library,
      attempt: attempt,
      input: input,
      reason: failure.message
    )
  }

  /// How to fetch the rest of a shallow clone's history.
  var deepening: String {
    "fetch the whole history: `fetch-depth: 0` for actions/checkout, else `git fetch --unshallow`"
  }

  private func missingObject(_ failure: Failure, attempt: String, input: String) -> GitError {
    let git = "git -C \(shellQuoted(location))"
    let partial: Bool
    do throws(Failure) {
      partial = try isPartial
    } catch {
      // The settings cannot be read: what is known is that the object is missing.
      return GitError(.missingObject, attempt: attempt, input: input, reason: failure.message)
    }
    guard partial else {
      return GitError(
        .missingObject,
        attempt: attempt,
        input: input,
        reason: "the repository is incomplete (\(failure.message))",
        remedy: "`\(git) fsck` tells what is missing"
      )
    }
    return GitError(
      .missingObject,
      attempt: attempt,
      input: input,
      reason: "this partial clone left it on the server (\(failure.message))",
      remedy: "fetch everything: `\(git) fetch --refetch --no-filter`"
    )
  }

  private func unsupportedIndex(_ failure: Failure, attempt: String, input: String) -> GitError {
    let git = "git -C \(shellQuoted(location))"
    let (reason, remedy): (String, String?) =
      if failure.message.contains("'sdir'") {
        ("the index is sparse", "run `\(git) sparse-checkout reapply --no-sparse-index`")
      } else if failure.message.contains("'link'") {
        ("the index is split", "run `\(git) update-index --no-split-index`")
      } else {
        (failure.message, nil)
      }
    return GitError(
      .unsupported,
      attempt: attempt,
      input: input,
      reason: reason,
      remedy: remedy
    )
  }
}
