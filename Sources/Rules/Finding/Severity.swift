/// How much a finding weighs.
package enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
  /// Worth knowing, nothing to be done.
  case note
  /// Most maintainers would ask for it.
  case warning
  /// Plainly against the list's own format.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
}
