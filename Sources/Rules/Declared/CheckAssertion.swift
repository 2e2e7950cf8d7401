internal import ListModel
internal import Patterns

/// What a check of one kind says of an entry.
protocol CheckAssertion: Sendable {
  /// What messages of this kind may hold.
  static var placeholders: [CheckMessage.Placeholder] { get }

  /// What is said where the rulebook has no message.
  var standardMessage: String { get }

  /// Returns what contradicts it, in the order of the entry's text.
  func faults(in entry: Entry, of subject: CheckSubject) throws(PatternError) -> [CheckFault]
}

/// What a check found, before it is put into words.
struct CheckFault: Hashable, Sendable {
  let range: Range<Int>
  /// What takes the place of the placeholders in the message.
  let values: [CheckMessage.Placeholder: String]
  let fix: Fix?

  init(
    _ range: Range<Int>,
    _ values: [CheckMessage.Placeholder: String] = [:],
    fix: Fix? = nil
  ) {
    self.range = range
    self.values = values
    self.fix = fix
  }
}
