extension SourceText {
  /// Returns the text with the tails of its lines cut off where they cannot bear on block structure.
  ///
  /// CommonMark decides on blocks by how lines begin, and inlines are read from bytes here, so
  /// most of a list's text would be parsed for nothing: the outline takes a tenth of the memory.
  /// A line is kept whole where its end can matter: HTML (which ends by what is anywhere in a
  /// line), fences, and whatever may belong to a reference definition.
  func outline() -> [UInt8] {
    var outline: [UInt8] = []
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
      let end = mayBeDefinition ? line.upperBound : outlineEnd(of: content..<line.upperBound)
      outline.append(contentsOf: bytes[line.lowerBound..<end])
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

  private func outlineEnd(of content: Range<Int>) -> Int {
    guard let first = bytes[content].first else { return content.upperBound }
    if first == UInt8(ascii: "`") || first == UInt8(ascii: "~") || first == UInt8(ascii: "<") {
      // A code span at the start of a line is no fence, but telling them apart saves nothing.
      return content.upperBound
    }
    var end: Int?
    var letters = 0
    for index in content {
      let byte = bytes[index]
      // HTML ends in `-->`, `?>`, `]]>`, `</pre>`; a block quote begins with it.
      if byte == UInt8(ascii: ">") { return content.upperBound }
      if end == nil {
        letters = byte.isASCIILetter ? letters + 1 : 0
        if letters == 2 { end = index + 1 }
      }
    }
    return end ?? content.upperBound
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
