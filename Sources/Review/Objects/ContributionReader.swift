internal import Classifier
internal import Git
package import GitHub
internal import ListModel
internal import Markdown
package import Rules

/// Reads two versions of the lists without a checkout.
///
/// Objects come from the repository on this machine where it has them, else from GitHub.
package struct ContributionReader: Sendable {
  let client: APIClient
  let local: LocalObjects
  let rulebook: Rulebook
  /// The paths of the lists; none for the README.
  let lists: [String]

  package init(client: APIClient, folder: String, rulebook: Rulebook, lists: [String]) {
    self.client = client
    local = LocalObjects(folder: folder)
    self.rulebook = rulebook
    self.lists = lists
  }

  /// The most files that a comparison of GitHub's lists.
  private static let mostFiles = 300

  /// Reads what a pull request brings; GitHub says itself what its diff shows, and only where it
  /// does not answer the repository on this machine does.
  package func pullRequest(_ base: CommitSHA, _ head: CommitSHA) async throws -> Contribution {
    let comparison: GitHub.Comparison
    do throws(GitHubError) {
      comparison = try await client.comparison(of: base, with: head)
    } catch {
      guard let mergeBase = try local.mergeBase(of: base, and: head) else { throw error }
      return try await read(base, head, mergeBase: mergeBase, nil)
    }
    return try await read(base, head, mergeBase: comparison.mergeBase, comparison)
  }

  /// Reads what a push brought; GitHub is asked only for what is not on this machine.
  package func push(_ base: CommitSHA, _ head: CommitSHA) async throws -> Contribution {
    if let mergeBase = try local.mergeBase(of: base, and: head) {
      return try await read(base, head, mergeBase: mergeBase, nil)
    }
    return try await pullRequest(base, head)
  }

  private func read(
    _ base: CommitSHA,
    _ head: CommitSHA,
    mergeBase: CommitSHA,
    _ comparison: GitHub.Comparison?
  ) async throws -> Contribution {
    var reports: [ListReport] = []
    var diff: [String: DiffLines] = [:]
    let year = try local.year(of: head) ?? comparison?.year
    for path in try paths(comparison, head) {
      guard let change = try change(of: path, comparison, mergeBase, head) else { continue }
      let old = try await document(change.previousPath, at: mergeBase, isThere: change.isInBase)
      let new = try await document(path, at: head, isThere: change.isInHead)
      if old == nil, new == nil {
        throw ListTextError(
          path: path,
          commit: head.abbreviated,
          reason: "there is no such file, nor was there one at the base"
        )
      }
      let nothing = try document([], path, head)
      let (base, head) = (old ?? nothing, new ?? nothing)
      let hunks = try Repository.hunks(from: base.text.bytes, to: head.text.bytes)
      guard let year else { preconditionFailure("whoever knows the merge base knows the head") }
      reports.append(
        Reviewer(rulebook: rulebook, year: year)
          .review(path: path, base: base, head: head, touched: hunks.map(\.head))
      )
      diff[path] =
        change.patch.map { DiffLines(patch: $0) }
        ?? DiffLines(hunks, lineCount: head.text.lineCount)
    }
    return Contribution(
      report: Report(
        base: base.text,
        head: head.text,
        mergeBase: mergeBase.text,
        lists: reports
      ),
      diff: diff,
      head: head
    )
  }

  /// The paths of the lists: those that were named, else the README, however it is spelled.
  private func paths(_ comparison: GitHub.Comparison?, _ head: CommitSHA) throws -> [String] {
    if !lists.isEmpty { return lists }
    let known = try comparison?.files.map(\.filename) ?? local.markdownPaths(at: head)
    return [known.first { $0.lowercased() == "readme.md" } ?? "README.md"]
  }

  /// What happened to a list's file.
  private struct FileChange {
    let previousPath: String
    /// Whether the file is there, where that is known.
    var isInBase: Bool?
    var isInHead: Bool?
    var patch: String?
  }

  /// Returns nil where GitHub says that nothing did.
  private func change(
    of path: String,
    _ comparison: GitHub.Comparison?,
    _ mergeBase: CommitSHA,
    _ head: CommitSHA
  ) throws -> FileChange? {
    guard let comparison else {
      let old = try local.previousPath(of: path, from: mergeBase, to: head)
      return FileChange(previousPath: old ?? path)
    }
    guard let file = comparison.files.first(where: { $0.filename == path }) else {
      guard comparison.files.count >= Self.mostFiles else { return nil }
      return FileChange(previousPath: path)
    }
    return FileChange(
      previousPath: file.previousFilename ?? path,
      isInBase: file.status != "added",
      isInHead: file.status != "removed",
      patch: file.patch
    )
  }

  /// Reads a list; nil where the commit does not have it.
  ///
  /// What GitHub said is there and does not find is an error, not a list that somebody deleted.
  private func document(
    _ path: String,
    at commit: CommitSHA,
    isThere: Bool?
  ) async throws -> ListDocument? {
    if isThere == false { return nil }
    switch try local.file(path, at: commit) {
    case .bytes(let bytes): return try document(bytes, path, commit)
    case .absent: return nil
    case .unknown:
      let contents: FileContents
      do throws(GitHubError) {
        contents = try await client.contents(of: path, at: commit)
      } catch {
        guard error.kind == .notFound, isThere == nil else { throw error }
        return nil
      }
      return try document(contents.bytes, path, commit)
    }
  }

  private func document(
    _ bytes: [UInt8],
    _ path: String,
    _ commit: CommitSHA
  ) throws(ListTextError) -> ListDocument {
    do throws(TextFault) {
      let text = try SourceText(validating: bytes)
      return rulebook.document(text)
    } catch {
      throw ListTextError(
        path: path,
        commit: commit.abbreviated,
        reason: "\(error.reason); \(error.remedy)"
      )
    }
  }
}
