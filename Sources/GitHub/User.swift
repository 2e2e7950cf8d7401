/// An account: of a person, an organization or an app.
package struct User: Sendable, Hashable, Decodable {
  package let id: Int
  package let login: String
  /// `User`, `Organization`, `Bot` or `Mannequin`; nil where GitHub leaves it out.
  package let type: String?

  package init(id: Int, login: String, type: String?) {
    self.id = id
    self.login = login
    self.type = type
  }

  package var isBot: Bool { type == "Bot" }
}
