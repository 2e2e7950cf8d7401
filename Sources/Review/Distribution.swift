/// Where the program is published: the one place that states it.
///
/// `.github/scripts/pin` writes these lines and repeats them in the README, the documentation, the recipes and
/// the action; a test holds all of them equal.
package enum Distribution {
  /// The repository on GitHub, as owner and name.
  package static let repository = "rubric-review/rubric"
  /// The version of the program.
  package static let version = "0.1.0"
  /// The commit whose action the recipes use.
  package static let commit = "27f0394f34137f9d5c1792ec95362b7a6f1125e5"
}
