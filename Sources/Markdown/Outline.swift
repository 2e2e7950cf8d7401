extension SourceText {
  /// Returns the text with an `x` for what cannot bear on block structure.
  ///
  /// CommonMark decides on blocks by how lines begin, and inlines are read from bytes here, so
  /// most of a list's text would be parsed for nothing: the outline takes a tenth of the memory.
  /// A line is kept whole where its end can matter: HTML (which ends by what is anywhere in a
  /// line), fences, and whatever may belong to a reference definition.
  func outline() -> [UInt8] {
    var outline: [UInt8] = []
    outline.reserveCapacity(lineCount * 16)
    var mayBeDefinition = false
    for number in lineNumbers {
      let line = line(number)
      let content = contentStart(of: line)
      if content == line.upperBound {
        // A bare number does not end a paragraph, nor does what only ends a comment.
        if !bytes[line].contains(where: { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }) {
          mayBeDefinition = false
        }
      } else if bytes[content] == UInt8(ascii: "[") {
        mayBeDefinition = true
      }
      if mayBeDefinition || !isPlainText(content..<line.upperBound) {
        outline.append(contentsOf: bytes[line])
      } else {
        outline.append(contentsOf: bytes[line.lowerBound..<content])
        outline.append(UInt8(ascii: "x"))
      }
      outline.append(UInt8(ascii: "\n"))
    }
    return outline
  }

  /// Returns where the text of a line begins behind indentation and markers of list items and quotes.
  private func contentStart(of line: Range<Int>) -> Int {
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ">"):
        index += 1
      default: return index
      }
    }
    return index
  }

  /// Tells whether what follows indentation and markers is text for certain: it has a word of two
  /// letters at least, and nothing that could begin or end another block.
  private func isPlainText(_ content: Range<Int>) -> Bool {
    guard let first = bytes[content].first else { return false }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "<"): return false
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      // Fewer than three are no fence.
      if bytes[content].prefix(3).allSatisfy({ $0 == first }) { return false }
    default: break
    }
    var letters = 0
    var hasWord = false
    for byte in bytes[content] {
      // HTML ends in `-->`, `?>`, `]]>`, `</pre>`; a block quote begins with it.
      if byte == UInt8(ascii: ">") { return false }
      letters = byte.isASCIILetter ? letters + 1 : 0
      if letters == 2 { hasWord = true }
    }
    return hasWord
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
