/// A commit: what it holds, and what it stands on.
package struct GitCommit: Sendable, Hashable {
  package let sha: CommitSHA
  /// The name of its tree.
  package let tree: String
  package let parents: [CommitSHA]
  package let message: String
}

extension GitCommit: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    sha = try container.decode(CommitSHA.self, forKey: .sha)
    tree = try container.decode(Tree.self, forKey: .tree).sha
    parents = try container.decode([Parent].self, forKey: .parents).map(\.sha)
    message = try container.decode(String.self, forKey: .message)
  }

  private struct Tree: Decodable {
    let sha: String
  }

  private struct Parent: Decodable {
    let sha: CommitSHA
  }

  private enum CodingKeys: String, CodingKey {
    case sha, tree, parents, message
  }
}
