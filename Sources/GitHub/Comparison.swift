/// Two commits compared; only where they part is read.
package struct Comparison: Sendable, Hashable {
  /// The best common ancestor.
  package let mergeBase: CommitSHA
  /// `ahead`, `behind`, `diverged` or `identical`: the head as seen from the base.
  package let status: String
}

extension Comparison: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    mergeBase = try container.decode(Commit.self, forKey: .mergeBaseCommit).sha
    status = try container.decode(String.self, forKey: .status)
  }

  private struct Commit: Decodable {
    let sha: CommitSHA
  }

  private enum CodingKeys: String, CodingKey {
    case status
    case mergeBaseCommit = "merge_base_commit"
  }
}
