/// How many of some comparable entries do what a finding asks for: only those count that have what it is about.
package struct Evidence: Hashable, Sendable {
  /// Where the comparable entries stand.
  package enum Scope: String, Hashable, Sendable {
    case section
    case list
  }

  package let scope: Scope
  package let agree: Int
  package let of: Int
  /// Whether there are more, at which nobody looked.
  package let isSample: Bool

  package init(agree: Int, of total: Int, in scope: Scope, isSample: Bool = false) {
    self.agree = agree
    of = total
    self.scope = scope
    self.isSample = isSample
  }

  /// The evidence in words, as it follows a message: "12 of 13 others in this section do".
  package var words: String {
    let place = scope == .section ? "in this section" : "in the list"
    let others = isSample ? "others sampled \(place)" : "others \(place)"
    return agree == of ? "all \(of) \(others) do" : "\(agree) of \(of) \(others) do"
  }
}
