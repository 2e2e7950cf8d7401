/// A pull request to be made, from one branch of the repository to another.
package struct DraftPullRequest: Sendable, Hashable, Encodable {
  package let title: String
  package let body: String
  /// The branch with the changes.
  package let head: String
  /// The branch that they are for.
  package let base: String

  package init(title: String, body: String, head: String, base: String) {
    self.title = title
    self.body = body
    self.head = head
    self.base = base
  }
}
