/// How many of some comparable entries do what a finding asks for.
package struct Evidence: Hashable, Sendable {
  /// Where the comparable entries stand.
  package enum Scope: String, Hashable, Sendable {
    case section
    case list
  }

  package let scope: Scope
  package let agree: Int
  package let of: Int

  package init(agree: Int, of total: Int, in scope: Scope) {
    self.agree = agree
    of = total
    self.scope = scope
  }

  /// The evidence in words, as it follows a message.
  package var words: String {
    let place = scope == .section ? "this section" : "the list"
    if agree == of {
      return of == 2 ? "both others of \(place) do" : "all \(of) others of \(place) do"
    }
    return "\(agree) of \(of) others of \(place) do"
  }
}
