internal import Patterns
internal import Text

/// What takes a match's place: text with `$1` to `$9` for the groups of the pattern, `$0` for all of
/// the match and `$$` for a dollar sign.
struct ReplacementTemplate: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case literal(String)
    case group(Int)
  }

  /// A group that the pattern has not.
  struct UnknownGroup: Error {
    let number: Int
  }

  private let parts: [Part]

  init(_ text: String, groupCount: Int) throws(UnknownGroup) {
    var parts: [Part] = []
    var literal = ""
    var rest = Substring(text)
    while let dollar = rest.firstIndex(of: "$") {
      literal += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      if let next = rest.first, next.isASCII, let number = next.wholeNumberValue {
        guard number <= groupCount else { throw UnknownGroup(number: number) }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(.group(number))
        rest.removeFirst()
      } else {
        literal += "$"
        if rest.first == "$" { rest.removeFirst() }
      }
    }
    literal += rest
    if !literal.isEmpty { parts.append(.literal(literal)) }
    self.parts = parts
  }

  func text(for match: PatternMatch, in bytes: [UInt8]) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .group(let number): match.groups[number].map { bytes.string($0) } ?? ""
      }
    }
    .joined()
  }
}
