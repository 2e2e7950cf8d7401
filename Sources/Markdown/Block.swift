/// A block of a Markdown document, by CommonMark's names.
package struct Block: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case blockQuote
    case list
    case item
    case paragraph
    case heading(level: Int)
    case codeBlock
    case htmlBlock
    case thematicBreak
  }

  package let kind: Kind
  /// The 1-based lines it stands on, without blank lines at its end.
  package let lines: Range<Int>
  /// The 1-based UTF-8 column of its first byte on its first line.
  package let column: Int
  /// How many blocks it is inside of.
  package let depth: Int

  package init(kind: Kind, lines: Range<Int>, column: Int, depth: Int) {
    self.kind = kind
    self.lines = lines
    self.column = column
    self.depth = depth
  }
}
