/// A `push` event.
package struct PushEvent: Sendable, Hashable {
  package let repository: RepositoryName
  /// The full reference: `refs/heads/main`.
  package let ref: String
  /// Where the reference was; nil when the push created it.
  package let before: CommitSHA?
  /// Where it is now; nil when the push deleted it.
  package let after: CommitSHA?
  /// Whether ``after`` does not descend from ``before``.
  package let isForced: Bool
  package let defaultBranch: String

  /// The name of the branch; nil for a tag.
  package var branch: String? {
    ref.hasPrefix("refs/heads/") ? String(ref.dropFirst("refs/heads/".count)) : nil
  }
}

extension PushEvent: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    repository = try container.decode(RepositoryName.self, forKey: .repository)
    ref = try container.decode(String.self, forKey: .ref)
    let before = try container.decode(CommitSHA.self, forKey: .before)
    let after = try container.decode(CommitSHA.self, forKey: .after)
    self.before = before.isNull ? nil : before
    self.after = after.isNull ? nil : after
    isForced = try container.decodeIfPresent(Bool.self, forKey: .forced) ?? false
    defaultBranch = try container.decode(Repository.self, forKey: .repository).defaultBranch
  }

  private enum CodingKeys: String, CodingKey {
    case repository, ref, before, after, forced
  }

  private struct Repository: Decodable {
    let defaultBranch: String

    enum CodingKeys: String, CodingKey {
      case defaultBranch = "default_branch"
    }
  }
}
