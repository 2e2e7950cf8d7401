internal import Rules

/// A registry: questions in, facts out.
protocol FactSource: Sendable {
  associatedtype Question: Hashable & Sendable & CustomStringConvertible
  associatedtype Answer: Codable & Hashable & Sendable

  /// What people call it.
  var name: String { get }
  /// Where the cache keeps its answers.
  static var folder: String { get }
  /// Whether the cache also keeps that something is not there.
  static var keepsAbsence: Bool { get }

  /// Returns what is known of each; those that it is not asked about have no fact.
  ///
  /// `note` is told after each request about how many it is done with.
  func facts(
    of questions: [Question],
    _ note: @escaping @Sendable (Int) -> Void
  ) async -> [Question: Fact<Answer>]

  /// Returns why it was given up; nil where it was not.
  func reasonOfSilence() async -> String?
}
