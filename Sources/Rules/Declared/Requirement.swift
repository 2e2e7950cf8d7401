internal import ListModel
internal import Patterns

/// Says that a field, or a link of a label, is there: the kind `required`.
struct Requirement: CheckAssertion {
  static let placeholders: [CheckMessage.Placeholder] = [.field, .label]

  /// The label of the link that is wanted; nil where the field itself is.
  let label: String?

  var standardMessage: String { label == nil ? "no {field}" : "no link {label}" }

  func faults(in entry: Entry, of subject: CheckSubject) throws(PatternError) -> [CheckFault] {
    let isThere =
      label == nil
      ? !subject.values(in: entry).isEmpty
      : subject.values(in: entry).contains { !isPlaceholder(entry.string($0)) }
    guard !isThere else { return [] }
    let end = entry.contentRange.upperBound
    return [CheckFault(end..<end, [.field: subject.field.words, .label: label ?? ""])]
  }
}
