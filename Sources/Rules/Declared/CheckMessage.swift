internal import Text

/// What a check says, with places for what it found.
struct CheckMessage: Hashable, Sendable {
  /// The words that stand in braces.
  enum Placeholder: String, CaseIterable, Sendable {
    /// The text that is wrong.
    case text
    /// What should stand there.
    case replacement
    /// What the check is about, as in `title`.
    case field
    /// The label of the link that is missing.
    case label
    /// The regular expression that it should match.
    case pattern
    /// How many there are, and how many there may be.
    case count
    case min
    case max

    /// Whether a contributor wrote what takes its place, or could have.
    fileprivate var isQuoted: Bool {
      switch self {
      case .text, .replacement, .label, .pattern: true
      case .field, .count, .min, .max: false
      }
    }
  }

  private enum Part: Hashable, Sendable {
    case literal(String)
    case placeholder(Placeholder)
  }

  private let parts: [Part]

  /// Reads a message; throws the first word in braces that is none of those allowed.
  init(
    _ text: String,
    allowing allowed: [Placeholder]
  ) throws(UnknownPlaceholder) {
    var parts: [Part] = []
    var literal = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      literal += rest[..<open]
      let word = rest[rest.index(after: open)...].prefix { $0.isLetter }
      guard !word.isEmpty, word.endIndex < rest.endIndex, rest[word.endIndex] == "}" else {
        literal += "{"
        rest = rest[rest.index(after: open)...]
        continue
      }
      guard let placeholder = Placeholder(rawValue: String(word)), allowed.contains(placeholder)
      else { throw UnknownPlaceholder(word: String(word)) }
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
      parts.append(.placeholder(placeholder))
      rest = rest[rest.index(after: word.endIndex)...]
    }
    literal += rest
    if !literal.isEmpty { parts.append(.literal(literal)) }
    self.parts = parts
  }

  /// A word in braces that stands for nothing.
  struct UnknownPlaceholder: Error {
    let word: String
  }

  /// Puts a fault into words.
  func message(of fault: CheckFault) -> Message {
    Message(
      parts: parts.map { part in
        switch part {
        case .literal(let text): .text(text)
        case .placeholder(let placeholder):
          placeholder.isQuoted
            ? .quote(fault.values[placeholder] ?? "") : .text(fault.values[placeholder] ?? "")
        }
      }
    )
  }
}
