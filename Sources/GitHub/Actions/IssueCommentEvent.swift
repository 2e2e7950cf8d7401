/// An `issue_comment` event: somebody wrote below an issue or a pull request.
package struct IssueCommentEvent: Sendable, Hashable {
  /// `created`, `edited` or `deleted`.
  package let action: String
  package let repository: RepositoryName
  /// The number of the issue or pull request.
  package let number: Int
  /// Whether it is a pull request.
  package let isPullRequest: Bool
  /// `open` or `closed`.
  package let state: String
  /// Who opened it; nil when the account is deleted.
  package let author: User?
  package let commentID: Int
  package let commentBody: String
  /// Who wrote the comment; nil when the account is deleted.
  package let commenter: User?
  package let commenterAssociation: AuthorAssociation?

  /// Whether the comment is by whoever opened the issue or pull request.
  package var isByAuthor: Bool { commenter != nil && commenter?.id == author?.id }

  /// Returns the words after a command that stands at the start of the comment's first line, or nil
  /// when the comment is not such a command.
  package func arguments(of command: String) -> [String]? {
    let line = commentBody.prefix { !$0.isNewline }
    let words = line.split(whereSeparator: \.isWhitespace)
    guard line.hasPrefix(command), words.first == command[...] else { return nil }
    return words.dropFirst().map(String.init)
  }
}

extension IssueCommentEvent: Decodable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    action = try container.decode(String.self, forKey: .action)
    repository = try container.decode(RepositoryName.self, forKey: .repository)
    let issue = try container.decode(Issue.self, forKey: .issue)
    number = issue.number
    isPullRequest = issue.pullRequest != nil
    state = issue.state
    author = issue.user
    let comment = try container.decode(Comment.self, forKey: .comment)
    commentID = comment.id
    commentBody = comment.body
    commenter = comment.user
    commenterAssociation = comment.association
  }

  private enum CodingKeys: String, CodingKey {
    case action, repository, issue, comment
  }

  private struct Issue: Decodable {
    let number: Int
    let state: String
    let user: User?
    let pullRequest: Mark?

    /// Its presence marks a pull request.
    struct Mark: Decodable {}

    enum CodingKeys: String, CodingKey {
      case number, state, user
      case pullRequest = "pull_request"
    }
  }

  private struct Comment: Decodable {
    let id: Int
    let body: String
    let user: User?
    let association: AuthorAssociation?

    enum CodingKeys: String, CodingKey {
      case id, body, user
      case association = "author_association"
    }
  }
}
