internal import ListModel
internal import Patterns

/// Says that a field matches a pattern: the kind `pattern`.
struct Form: CheckAssertion {
  static let placeholders: [CheckMessage.Placeholder] = [.text, .field, .pattern]

  let pattern: Pattern

  var standardMessage: String { "the {field} {text} does not match {pattern}" }

  func faults(in entry: Entry, of subject: CheckSubject) throws(PatternError) -> [CheckFault] {
    var faults: [CheckFault] = []
    for value in subject.values(in: entry) where try !pattern.isFound(in: entry.text, value) {
      faults.append(
        CheckFault(
          value,
          [
            .text: entry.string(value), .field: subject.field.words, .pattern: pattern.source,
          ]
        )
      )
    }
    return faults
  }
}
