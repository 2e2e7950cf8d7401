internal import ListModel
internal import Patterns

/// Says that some words must not stand in a field.
struct Existence: CheckAssertion {
  static let placeholders: [CheckMessage.Placeholder] = [.text, .field]

  let unwanted: PatternList

  var standardMessage: String { "{text} does not belong in the {field}" }

  func faults(in entry: Entry, of subject: CheckSubject) throws(PatternError) -> [CheckFault] {
    var faults: [CheckFault] = []
    for value in subject.values(in: entry) {
      for match in try unwanted.matches(in: entry.text, value) {
        faults.append(
          CheckFault(match, [.text: entry.string(match), .field: subject.field.words])
        )
      }
    }
    return faults
  }
}
