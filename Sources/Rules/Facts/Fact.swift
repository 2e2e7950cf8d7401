/// What a registry says of something.
///
/// A failure never makes one of these another: what could not be asked is ``notKnown``.
package enum Fact<Value: Sendable & Hashable>: Sendable, Hashable {
  /// It is there, and this is known of it.
  case yes(Value)
  /// The registry says that it is not there.
  case no
  /// The registry was asked and gave no answer that counts.
  case notKnown
  /// Nobody asked.
  case notAsked

  /// What is known; nil unless it is there.
  package var value: Value? { if case .yes(let value) = self { value } else { nil } }
}
