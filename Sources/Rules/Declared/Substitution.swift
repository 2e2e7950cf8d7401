internal import ListModel
internal import Patterns
internal import Text

/// Says that something else should stand for some words in a field.
struct Substitution: CheckAssertion {
  static let placeholders: [CheckMessage.Placeholder] = [.text, .replacement, .field]

  /// Words by what is looked for, and the replacement of each; they are found by one pattern.
  struct Words: Sendable {
    let pattern: Pattern
    /// By the word as it is compared.
    let replacements: [String: String]
    let ignoresCase: Bool
  }

  let words: Words?
  let patterns: [(pattern: Pattern, replacement: ReplacementTemplate)]

  var standardMessage: String { "{replacement} is meant, not {text}" }

  func faults(in entry: Entry, of subject: CheckSubject) throws(PatternError) -> [CheckFault] {
    var faults: [CheckFault] = []
    for value in subject.values(in: entry) {
      var found: [(range: Range<Int>, replacement: String)] = []
      if let words {
        for match in try words.pattern.matches(in: entry.text, value) {
          let word = entry.string(match.range)
          guard let replacement = words.replacements[words.ignoresCase ? word.lowercased() : word]
          else { continue }
          found.append((match.range, replacement))
        }
      }
      for (pattern, replacement) in patterns {
        for match in try pattern.matches(in: entry.text, value) {
          found.append((match.range, replacement.text(for: match, in: entry.text)))
        }
      }
      var end = value.lowerBound
      for (range, replacement) in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
      where range.lowerBound >= end && !range.isEmpty {
        end = range.upperBound
        let text = entry.string(range)
        // What is looked for in any case can be right already.
        guard text != replacement else { continue }
        faults.append(
          CheckFault(
            range,
            [.text: text, .replacement: replacement, .field: subject.field.words],
            fix: fix(range, text, replacement, subject.field)
          )
        )
      }
    }
    return faults
  }

  /// The same letters in another case, or with other signs between them, are the same word.
  private func fix(
    _ range: Range<Int>,
    _ text: String,
    _ replacement: String,
    _ field: CheckSubject.Field
  ) -> Fix {
    let isSame = field != .url && normalisedTitle(text) == normalisedTitle(replacement)
    return .replace(
      range,
      with: replacement,
      "Write what the rulebook wants",
      isSame ? .safe : .needsReview
    )
  }
}
