internal import ListModel
internal import Patterns

/// Says how often something stands in a field, or how many of it an entry has.
struct Occurrence: CheckAssertion {
  static let placeholders: [CheckMessage.Placeholder] = [.count, .min, .max, .field]

  /// What is counted; nil for the field itself, where an entry can have several.
  let counted: PatternList?
  let min: Int
  let max: Int?

  var standardMessage: String {
    let what = counted == nil ? "{field}" : "in the {field}"
    guard let max else { return "{count} \(what), where at least {min} should be" }
    if min == 0 { return "{count} \(what), where at most {max} may be" }
    return min == max
      ? "{count} \(what), where {max} should be"
      : "{count} \(what), where {min} to {max} should be"
  }

  func faults(in entry: Entry, of subject: CheckSubject) throws(PatternError) -> [CheckFault] {
    let values = subject.values(in: entry)
    // That a field should be there at all, another kind says.
    if values.isEmpty, !subject.field.isRepeated { return [] }
    var found = values
    if let counted {
      found = []
      for value in values { found += try counted.matches(in: entry.text, value) }
    }
    let range: Range<Int>
    if let max, found.count > max {
      range = found[max]
    } else if found.count < min {
      range = values.first ?? entry.contentRange.upperBound..<entry.contentRange.upperBound
    } else {
      return []
    }
    let numbers: [CheckMessage.Placeholder: String] = [
      .count: String(found.count), .min: String(min), .max: max.map { String($0) } ?? "",
      .field: subject.field.words,
    ]
    return [CheckFault(range, numbers)]
  }
}
