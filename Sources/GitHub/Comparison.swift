/// Two commits compared: where they part, and what the head did to files since.
package struct Comparison: Sendable, Hashable {
  /// The best common ancestor.
  package let mergeBase: CommitSHA
  /// `ahead`, `behind`, `diverged` or `identical`: the head as seen from the base.
  package let status: String
  /// The files that differ between the merge base and the head, at most 300 of them.
  package let files: [PullRequestFile]
  /// The latest year, UTC, in which one of the head's commits that are not the base's was made; that
  /// of the merge base where there is none.
  package let year: Int
}

extension Comparison: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let mergeBase = try container.decode(Commit.self, forKey: .mergeBaseCommit)
    let commits = try container.decodeIfPresent([Commit].self, forKey: .commits) ?? []
    self.mergeBase = mergeBase.sha
    status = try container.decode(String.self, forKey: .status)
    files = try container.decodeIfPresent([PullRequestFile].self, forKey: .files) ?? []
    year = commits.map(\.year).max() ?? mergeBase.year
  }

  private struct Commit: Decodable {
    let sha: CommitSHA
    let year: Int

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      sha = try container.decode(CommitSHA.self, forKey: .sha)
      let details = try container.decode(Details.self, forKey: .commit)
      // 2026-01-31T12:00:00Z: GitHub gives times in UTC.
      guard let year = Int(details.committer.date.prefix { $0 != "-" }) else {
        throw DecodingError.dataCorruptedError(
          forKey: .commit,
          in: container,
          debugDescription: "without the date of a commit"
        )
      }
      self.year = year
    }

    private enum CodingKeys: String, CodingKey {
      case sha, commit
    }

    private struct Details: Decodable {
      let committer: Committer
    }

    private struct Committer: Decodable {
      let date: String
    }
  }

  private enum CodingKeys: String, CodingKey {
    case status, commits, files
    case mergeBaseCommit = "merge_base_commit"
  }
}
