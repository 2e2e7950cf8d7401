/// The account that a token speaks for.
package struct Account: Sendable, Hashable {
  package let login: String
  package let isBot: Bool

  package init(login: String, isBot: Bool) {
    self.login = login
    self.isBot = isBot
  }

  /// The account of the token that GitHub Actions gives to each job.
  ///
  /// Every workflow of a repository shares it, so a comment of this account is not yet a comment of
  /// this program.
  package static let githubActions = Account(login: "github-actions[bot]", isBot: true)

  /// Whether something by this user is by this account; no user means a deleted account.
  ///
  /// The type counts as well as the login, although no person can have a login with brackets.
  package func isAuthor(_ user: User?) -> Bool {
    guard let user else { return false }
    return user.isBot == isBot && user.login.lowercased() == login.lowercased()
  }
}
