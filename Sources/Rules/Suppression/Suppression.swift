/// Why a finding is not reported.
package enum Suppression: Hashable, Sendable {
  /// A comment in the base's list says so.
  case allowed(reason: String)
  /// The rulebook says so.
  case ignored(IgnoredFinding)
  /// It is in the baseline.
  case baseline
}
