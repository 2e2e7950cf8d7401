/// The last commit of a branch.
package struct BranchTip: Sendable, Hashable {
  package let sha: CommitSHA
  /// The name of its tree.
  package let tree: String
  /// The year, UTC, in which it was made.
  package let year: Int
}

extension BranchTip: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let commit = try container.decode(Commit.self, forKey: .commit)
    sha = commit.sha
    tree = commit.commit.tree.sha
    // 2026-01-31T12:00:00Z: GitHub gives times in UTC.
    guard let year = Int(commit.commit.committer.date.prefix { $0 != "-" }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .commit,
        in: container,
        debugDescription: "without the date of a commit"
      )
    }
    self.year = year
  }

  private struct Commit: Decodable {
    let sha: CommitSHA
    let commit: Details
  }

  private struct Details: Decodable {
    let tree: Tree
    let committer: Committer
  }

  private struct Tree: Decodable {
    let sha: String
  }

  private struct Committer: Decodable {
    let date: String
  }

  private enum CodingKeys: String, CodingKey {
    case commit
  }
}
