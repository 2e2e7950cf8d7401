import CGit2

extension Repository {
  /// Returns the commit that a revision names, in any of the forms of
  /// [gitrevisions](https://git-scm.com/docs/gitrevisions) that name one commit.
  ///
  /// Calls `git_revparse_single`.
  ///
  /// - Throws: `unknownRevision`, `notACommit`, `missingObject`, or `shallow` where the commit lies
  ///   beyond the end of a shallow clone.
  package func commit(_ revision: String) throws(GitError) -> Commit {
    let attempt = "resolve revision"
    guard !revision.isEmpty, !revision.utf8.contains(0) else {
      throw GitError(
        .unknownRevision,
        attempt: attempt,
        input: revision,
        reason: "it is not a name"
      )
    }
    let object = try resolve(revision, attempt: attempt)
    do throws(Failure) {
      let commit = try Handle(freedBy: git_object_free) {
        git_object_peel($0, object.pointer, GIT_OBJECT_COMMIT)
      }
      return Commit(commit.pointer)
    } catch  where !error.isMissingObject {
      throw GitError(
        .notACommit,
        attempt: attempt,
        input: revision,
        reason: "it does not name a commit"
      )
    } catch {
      throw explainRevision(error, attempt: attempt, revision: revision)
    }
  }

  private func resolve(_ revision: String, attempt: String) throws(GitError) -> Handle {
    do throws(Failure) {
      return try resolve(revision)
    } catch {
      throw explainRevision(error, attempt: attempt, revision: revision)
    }
  }

  /// Resolves a revision to whatever object it names.
  private func resolve(_ revision: String) throws(Failure) -> Handle {
    let repository = handle.pointer
    var revision = revision
    let parts = revision.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].hasPrefix("HEAD@{") {
      // libgit2 looks for this in the log of the branch, git in the one of HEAD.
      let step = parts[0].dropFirst(6)
      if let position = Int(step), position >= 0 {
        revision = "\(try earlierHead(position))\(parts[1])"
      } else if step != "u", step != "upstream", currentBranch() != nil {
        throw Failure(
          status: GIT_EINVALIDSPEC,
          category: GIT_ERROR_INVALID,
          message: "dates are looked up in the log of a branch only"
        )
      }
    }
    return try Handle(freedBy: git_object_free) { git_revparse_single($0, repository, revision) }
  }

  /// Returns what `HEAD` named so many steps ago.
  ///
  /// Calls `git_reflog_read`.
  private func earlierHead(_ position: Int) throws(Failure) -> ObjectID {
    let repository = handle.pointer
    let log = try Handle(freedBy: git_reflog_free) { git_reflog_read($0, repository, "HEAD") }
    guard let entry = git_reflog_entry_byindex(log.pointer, position),
      let id = git_reflog_entry_id_new(entry)
    else {
      throw Failure(
        status: GIT_ENOTFOUND,
        category: GIT_ERROR_REFERENCE,
        message: "the log of HEAD has only \(git_reflog_entrycount(log.pointer)) entries"
      )
    }
    return ObjectID(id.pointee)
  }

  /// Returns the commit that `HEAD` names; nil before the first commit.
  ///
  /// Calls `git_repository_head`.
  package func head() throws(GitError) -> Commit? {
    do throws(Failure) {
      let repository = handle.pointer
      let reference = try Handle(freedBy: git_reference_free) {
        git_repository_head($0, repository)
      }
      return try commit(of: reference)
    } catch  where error.status == GIT_EUNBORNBRANCH {
      return nil
    } catch {
      throw explain(error, attempt: "resolve revision", input: "HEAD")
    }
  }

  /// Returns the branch that `HEAD` is on, without `refs/heads/`, born or not; nil if `HEAD` is
  /// detached.
  ///
  /// Calls `git_reference_symbolic_target`.
  package func currentBranch() -> String? {
    let repository = handle.pointer
    do throws(Failure) {
      let head = try Handle(freedBy: git_reference_free) {
        git_reference_lookup($0, repository, "HEAD")
      }
      guard let target = git_reference_symbolic_target(head.pointer) else { return nil }
      let name = String(cString: target)
      let prefix = "refs/heads/"
      return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    } catch {
      // A repository whose HEAD cannot be read does not open.
      return nil
    }
  }

  /// Returns the branch that contributions are meant for, as far as the repository tells: what
  /// `origin/HEAD` names, else `origin/main`, `origin/master`, `main`, `master`, or the branch that
  /// the setting `init.defaultBranch` names, whichever comes first; nil if there is none.
  ///
  /// The name is the short one: `origin/main`, `main`.
  package func defaultBranch() throws(GitError) -> (name: String, commit: Commit)? {
    try attempting("find the default branch of", location) { () throws(Failure) in
      var names = [
        "refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master",
        "refs/heads/main", "refs/heads/master",
      ]
      if let name = try setting("init.defaultBranch") { names.append("refs/heads/\(name)") }
      for name in names {
        if let branch = try branch(name) { return branch }
      }
      return nil
    }
  }

  /// Returns the value of a setting; nil if it is not set.
  private func setting(_ name: String) throws(Failure) -> String? {
    let repository = handle.pointer
    let configuration = try Handle(freedBy: git_config_free) {
      git_repository_config_snapshot($0, repository)
    }
    var value: UnsafePointer<CChar>?
    let status = git_config_get_string(&value, configuration.pointer, name)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    try Failure.check(status)
    return value.map { String(cString: $0) }
  }

  /// Returns the branch after a reference; nil if there is no such reference, or it names one that
  /// does not exist, as `origin/HEAD` does after its branch was renamed.
  private func branch(_ name: String) throws(Failure) -> (name: String, commit: Commit)? {
    let repository = handle.pointer
    do throws(Failure) {
      let reference = try Handle(freedBy: git_reference_free) {
        git_reference_lookup($0, repository, name)
      }
      let resolved = try Handle(freedBy: git_reference_free) {
        git_reference_resolve($0, reference.pointer)
      }
      let shorthand = git_reference_shorthand(resolved.pointer).map { String(cString: $0) }
      return (shorthand ?? name, try commit(of: resolved))
    } catch
      where error.category == GIT_ERROR_REFERENCE
      && (error.status == GIT_ENOTFOUND || error.status == GIT_EINVALIDSPEC)
    {
      return nil
    }
  }

  private func commit(of reference: borrowing Handle) throws(Failure) -> Commit {
    let pointer = reference.pointer
    let object = try Handle(freedBy: git_object_free) {
      git_reference_peel($0, pointer, GIT_OBJECT_COMMIT)
    }
    return Commit(object.pointer)
  }

  private func explainRevision(
    _ failure: Failure,
    attempt: String,
    revision: String
  ) -> GitError {
    switch failure.status {
    case GIT_EAMBIGUOUS:
      return GitError(
        .unknownRevision,
        attempt: attempt,
        input: revision,
        reason: "several objects begin like this",
        remedy: "write more digits"
      )
    case GIT_ENOTFOUND, GIT_EINVALIDSPEC, GIT_ERROR:
      break
    default:
      return explain(failure, attempt: attempt, input: revision)
    }
    if revision.contains("..") {
      return GitError(
        .notACommit,
        attempt: attempt,
        input: revision,
        reason: "it names a range of commits",
        remedy: "give its two ends apart"
      )
    }
    if failure.category == GIT_ERROR_INVALID {
      return GitError(
        .unknownRevision,
        attempt: attempt,
        input: revision,
        reason: failure.message
      )
    }
    if isShallow {
      return GitError(
        failure.isMissingObject ? .shallow : .unknownRevision,
        attempt: attempt,
        input: revision,
        reason: "this shallow clone has no such commit",
        remedy: deepening
      )
    }
    if failure.isMissingObject, ObjectID(hex: revision) == nil {
      return explain(failure, attempt: attempt, input: revision)
    }
    return GitError(
      .unknownRevision,
      attempt: attempt,
      input: revision,
      reason: "no such branch, tag or commit in '\(location)'",
      remedy: "if it is on a server, `git fetch` it first"
    )
  }
}

extension Commit {
  /// Copies what `git_commit_id`, `git_commit_parent_id` and `git_commit_time` give.
  init(_ commit: OpaquePointer) {
    var parents: [ObjectID] = []
    for index in 0..<git_commit_parentcount(commit) {
      if let parent = git_commit_parent_id(commit, index) {
        parents.append(ObjectID(parent.pointee))
      }
    }
    guard let id = git_commit_id(commit) else {
      preconditionFailure("libgit2 gave a commit without a name")
    }
    self.init(
      id: ObjectID(id.pointee),
      parents: parents,
      committerTime: git_commit_time(commit)
    )
  }
}
