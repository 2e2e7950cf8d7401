internal import ListModel
internal import Patterns
internal import Text

/// Says which words of a field begin with capitals.
struct Capitalisation: CheckAssertion {
  static let placeholders: [CheckMessage.Placeholder] = [.text, .replacement, .field]

  enum Style: String, CaseIterable, Sendable {
    /// The first word begins with a capital, the others do not.
    case sentence
    /// All words do, but for small ones inside.
    case title
    /// No capitals.
    case lower
    /// Nothing but capitals.
    case upper
    /// The first word begins with a capital; nothing is said of the others.
    case first
  }

  let style: Style
  /// Words and names that stay as they are; nil where there are none.
  let exceptions: Pattern?

  var standardMessage: String {
    switch style {
    case .sentence: "{replacement}, not {text}: the {field} is written as a sentence"
    case .title: "{replacement}, not {text}: the {field} is written as a title"
    case .lower: "{replacement}, not {text}: the {field} is written without capitals"
    case .upper: "{replacement}, not {text}: the {field} is written in capitals"
    case .first: "{replacement}, not {text}: the {field} begins with a capital"
    }
  }

  func faults(in entry: Entry, of subject: CheckSubject) throws(PatternError) -> [CheckFault] {
    var faults: [CheckFault] = []
    for value in subject.values(in: entry) {
      let kept = try exceptions?.matches(in: entry.text, value).map(\.range) ?? []
      let words = CapitalisedWord.words(in: entry.text, value)
      var edits: [Fix.Edit] = []
      for (index, word) in words.enumerated() where !kept.contains(where: word.range.overlaps) {
        let written = self.written(
          word,
          isFirst: index == 0,
          isLast: index == words.count - 1,
          startsSentence: index == 0 || words[index - 1].endsSentence
        )
        if written != word.text { edits.append(Fix.Edit(word.range, written)) }
      }
      guard let first = edits.first else { continue }
      faults.append(
        CheckFault(
          first.range,
          [
            .text: entry.string(first.range), .replacement: first.replacement,
            .field: subject.field.words,
          ],
          fix: Fix(
            "Write the words as the rulebook wants",
            style == .first ? .safe : .needsReview,
            edits: edits
          )
        )
      )
    }
    return faults
  }

  /// The words that stay small inside a title.
  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or",
    "over", "per", "than", "the", "to", "up", "via", "vs", "with", "without", "yet",
  ]

  private func written(
    _ word: CapitalisedWord,
    isFirst: Bool,
    isLast: Bool,
    startsSentence: Bool
  ) -> String {
    switch style {
    case .lower: return word.text.lowercased()
    case .upper: return word.text.uppercased()
    case .first: return isFirst ? word.capitalised : word.text
    case .sentence:
      if isFirst { return word.capitalised }
      return startsSentence || !word.isCapitalised ? word.text : word.text.lowercased()
    case .title:
      let isSmall = Self.smallWords.contains(word.text)
      return isSmall && !startsSentence && !isLast ? word.text : word.capitalised
    }
  }
}
