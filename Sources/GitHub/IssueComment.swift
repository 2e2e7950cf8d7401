/// A comment below an issue or a pull request.
package struct IssueComment: Sendable, Hashable, Decodable, Identifiable {
  package let id: Int
  /// The author; nil when the account is deleted.
  package let user: User?
  package var body: String { text ?? "" }
  private let text: String?

  private enum CodingKeys: String, CodingKey {
    case id, user
    case text = "body"
  }
}
