/// A pull request, as the API and the events give it.
package struct PullRequest: Sendable, Hashable, Identifiable {
  package let number: Int
  package let title: String
  /// `open` or `closed`.
  package let state: String
  package let isDraft: Bool
  /// The author; nil when the account is deleted.
  package let user: User?
  package let authorAssociation: AuthorAssociation?
  package let head: Branch
  /// The tip of the base branch, which is not where the pull request branched off.
  package let base: Branch
  /// The year, UTC, of the last push or of whatever else happened last; nil where it is not said.
  package let year: Int?
  /// The text above the conversation; empty where there is none, or where an event leaves it out.
  package let body: String
  /// Whether GitHub has found that it can be merged; nil where it has not looked, or does not say.
  package let isMergeable: Bool?
  package let htmlURL: String?

  package var id: Int { number }

  package var isOpen: Bool { state == "open" }

  /// One side of a pull request.
  package struct Branch: Sendable, Hashable {
    /// The name of the branch.
    package let ref: String
    package let sha: CommitSHA
    /// The repository of the branch; nil when it was deleted.
    package let repository: RepositoryName?
  }
}

extension PullRequest: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    number = try container.decode(Int.self, forKey: .number)
    title = try container.decode(String.self, forKey: .title)
    state = try container.decode(String.self, forKey: .state)
    isDraft = try container.decodeIfPresent(Bool.self, forKey: .draft) ?? false
    user = try container.decodeIfPresent(User.self, forKey: .user)
    authorAssociation = try container.decodeIfPresent(
      AuthorAssociation.self,
      forKey: .authorAssociation
    )
    head = try container.decode(Branch.self, forKey: .head)
    base = try container.decode(Branch.self, forKey: .base)
    // 2026-01-31T12:00:00Z: GitHub gives times in UTC.
    year = try container.decodeIfPresent(String.self, forKey: .updatedAt)
      .flatMap { Int($0.prefix { $0 != "-" }) }
    body = try container.decodeIfPresent(String.self, forKey: .body) ?? ""
    isMergeable = try container.decodeIfPresent(Bool.self, forKey: .mergeable)
    htmlURL = try container.decodeIfPresent(String.self, forKey: .htmlURL)
  }

  private enum CodingKeys: String, CodingKey {
    case number, title, state, draft, user, head, base, body, mergeable
    case htmlURL = "html_url"
    case authorAssociation = "author_association"
    case updatedAt = "updated_at"
  }
}

extension PullRequest.Branch: Decodable {
  private enum CodingKeys: String, CodingKey {
    case ref, sha
    case repository = "repo"
  }
}
