internal import ListModel
internal import Text

/// What the lines of entries after the first begin with.
struct LineIndents: Sendable {
  /// What most have, where blank lines stand in the entry, and where none do; nil where no entry shows it.
  private var usual: [Bool: [UInt8]] = [:]
  /// All that entries have.
  private var known: [Bool: Set<[UInt8]>] = [:]

  /// How many entries show what all of them have.
  private static let fewest = 2

  /// Looks at some entries; those whose lines begin otherwise than each other show nothing.
  init(_ moulds: [Mould]) {
    for (hasBlankLine, some) in Self.indents(of: moulds) where some.count >= Self.fewest {
      usual[hasBlankLine] = some.mostCommon
      known[hasBlankLine] = Set(some)
    }
  }

  private static func indents(of moulds: [Mould]) -> [Bool: [[UInt8]]] {
    moulds.reduce(into: [:]) { indents, mould in
      let own = Set(mould.text.indents)
      if let indent = own.first, own.count == 1 {
        indents[mould.text.hasBlankLine, default: []].append(indent)
      }
    }
  }

  /// Returns a text with its lines after the first as those of most entries, where they begin as some of these do.
  func applied(to text: [UInt8]) -> [UInt8] {
    let hasBlankLine = text.hasBlankLine
    guard let indent = usual[hasBlankLine], let known = known[hasBlankLine],
      text.indents.allSatisfy(known.contains)
    else { return text }
    let lines = text.split(separator: .newline, omittingEmptySubsequences: false)
    return lines.enumerated().map { number, line in
      number == 0 || line.allSatisfy(\.isWhitespace)
        ? Array(line) : indent + line.drop(while: \.isIndent)
    }
    .joined(separator: [.newline]).map { $0 }
  }
}

extension [UInt8] {
  /// What its lines after the first begin with, without blank ones.
  fileprivate var indents: [[UInt8]] {
    split(separator: .newline, omittingEmptySubsequences: false).dropFirst()
      .filter { !$0.allSatisfy(\.isWhitespace) }
      .map { Array($0.prefix(while: \.isIndent)) }
  }

  /// Whether a blank line stands in it.
  fileprivate var hasBlankLine: Bool {
    split(separator: .newline, omittingEmptySubsequences: false).dropFirst()
      .contains { $0.allSatisfy(\.isWhitespace) }
  }
}

extension UInt8 {
  fileprivate var isIndent: Bool { self == .space || self == UInt8(ascii: "\t") }
}
