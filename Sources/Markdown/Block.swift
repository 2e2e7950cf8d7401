/// A block of a Markdown document, by CommonMark's names.
package struct Block: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case blockQuote
    case list
    case item
    case paragraph
    case heading(level: UInt8)
    case codeBlock
    case htmlBlock
    case thematicBreak
  }

  package let kind: Kind
  // A list of 10,000 entries has 20,000 blocks, so they are kept small.
  private let firstLine: Int32
  private let endLine: Int32
  private let startColumn: Int32
  private let nesting: Int32

  /// The 1-based lines it stands on, without blank lines at its end.
  package var lines: Range<Int> { Int(firstLine)..<Int(endLine) }

  /// The 1-based UTF-8 column of its first byte on its first line.
  package var column: Int { Int(startColumn) }

  /// How many blocks it is inside of.
  package var depth: Int { Int(nesting) }

  package init(kind: Kind, lines: Range<Int>, column: Int, depth: Int) {
    self.kind = kind
    firstLine = Int32(lines.lowerBound)
    endLine = Int32(lines.upperBound)
    startColumn = Int32(column)
    nesting = Int32(depth)
  }
}
