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
  /// Whether those that come with the contribution are left out, though there are some.
  package let isEarlier: Bool

  package init(
    agree: Int,
    of total: Int,
    in scope: Scope,
    isSample: Bool = false,
    isEarlier: Bool = false
  ) {
    self.agree = agree
    of = total
    self.scope = scope
    self.isSample = isSample
    self.isEarlier = isEarlier
  }

  /// The evidence in words, as it follows a message: "12 of 13 others in this section do".
  package var words: String {
    let place = scope == .section ? "in this section" : "in the list"
    let others = (isEarlier ? "earlier entries " : "others ") + (isSample ? "sampled " : "") + place
    return agree == of ? "all \(of) \(others) do" : "\(agree) of \(of) \(others) do"
  }
}
