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

  /// The evidence in words, as it follows a message: "12 of 13 others in this section do".
  package var words: String {
    let place = scope == .section ? "in this section" : "in the list"
    return agree == of ? "all \(of) others \(place) do" : "\(agree) of \(of) others \(place) do"
  }
}
