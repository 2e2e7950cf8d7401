internal import Glibc

/// A text with all left out that cannot bear on block structure.
struct Outline {
  fileprivate(set) var bytes: [UInt8] = []
  /// The text's 1-based line that each line of the outline stands for.
  fileprivate(set) var lines: [Int32] = []
  /// The lines between the first and the last of a run of plain items, by the first.
  fileprivate(set) var skipped: [Int: Range<Int>] = [:]
}

extension SourceText {
  /// Returns the text with an `x` for what cannot bear on block structure.
  ///
  /// CommonMark decides on blocks by how lines begin, and inlines are read from bytes here, so
  /// most of a list's text would be parsed for nothing: the outline takes a tenth of the memory.
  /// A line is kept whole where its end can matter: HTML (which ends by what is anywhere in a
  /// line), fences, and whatever may belong to a reference definition. Of a run of items of one line
  /// the first and the last are enough: what is between them is as they are.
  func outline() -> Outline {
    var outline = Outline()
    var mayBeDefinition = false
    var run: (first: Int, line: [UInt8])?
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
      if let end = tooDeep(line.lowerBound..<content), content < line.upperBound {
        run = nil
        outline.append(bytes[line.lowerBound..<end], [UInt8(ascii: "x")], for: number)
        continue
      }
      guard !mayBeDefinition, isPlainText(content..<line.upperBound) else {
        run = nil
        outline.append(
          bytes[line.lowerBound..<content],
          withoutHTML(content..<line.upperBound),
          for: number
        )
        continue
      }
      let plain = Array(bytes[line.lowerBound..<content]) + [UInt8(ascii: "x")]
      if let run, run.line == plain, plain.isItem {
        outline.extend(from: run.first, to: number, plain)
      } else {
        run = (number, plain)
        outline.append(plain[...], for: number)
      }
    }
    return outline
  }

  /// Returns a line's text with an `x` for what makes an instruction or a declaration of HTML within it.
  ///
  /// Such begin a block only where the text begins, and the parser looks for the end of each from each.
  private func withoutHTML(_ content: Range<Int>) -> [UInt8] {
    var text = Array(bytes[content])
    guard contains(UInt8(ascii: "<"), in: content) else { return text }
    var index = 1
    while index + 1 < text.count {
      // What is `?>` may end a block.
      if text[index] == UInt8(ascii: "<"),
        text[index + 1] == UInt8(ascii: "?") || text[index + 1] == UInt8(ascii: "!"),
        index + 2 == text.count || text[index + 2] != UInt8(ascii: ">"),
        index + 2 == text.count || text[index + 2] != UInt8(ascii: "-")
      {
        text[index + 1] = UInt8(ascii: "x")
      }
      index += 1
    }
    return text
  }

  /// Returns where the text of a line begins after indentation and markers of list items and quotes.
  private func contentStart(of line: Range<Int>) -> Int {
    var index = line.lowerBound
    // A byte order mark is not text; only the first line can have one.
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ">"):
        index += 1
      default: return index
      }
    }
    return index
  }

  /// How many lists GitHub's parser nests at most.
  ///
  /// It is `MAX_LIST_DEPTH` of its `blocks.c`; what would be deeper is text. The one that is linked in may be older, and would make a block of each two bytes.
  private static let deepestList = 100

  /// Returns where the markers of a line end that nest as deep as lists can; nil where there are no more.
  private func tooDeep(_ markers: Range<Int>) -> Int? {
    guard markers.count > 2 * Self.deepestList else { return nil }
    var count = 0
    for index in markers where "-+*".utf8.contains(bytes[index]) {
      if count == Self.deepestList { return index }
      count += 1
    }
    return nil
  }

  /// Tells whether what follows indentation and markers is text for certain: it has a word of two
  /// letters at least, and nothing that could begin or end another block.
  private func isPlainText(_ content: Range<Int>) -> Bool {
    guard let first = bytes[content].first else { return false }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "<"): return false
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      // Fewer than three are not a fence.
      if bytes[content].prefix(3).allSatisfy({ $0 == first }) { return false }
    default: break
    }
    var letters = 0
    let hasWord = bytes[content].contains { byte in
      letters = byte.isASCIILetter ? letters + 1 : 0
      return letters == 2
    }
    // HTML ends in `-->`, `?>`, `]]>`, `</pre>`; a block quote begins with it.
    return hasWord && !contains(UInt8(ascii: ">"), in: content)
  }

  /// Tells whether a byte stands in a range, at the speed of the C library.
  private func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
    bytes.span.extracting(range).withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}

extension [UInt8] {
  /// Tells whether an outline's line is a bullet at the start of a line and its text, emphasised or
  /// not: what has no space in it is not a further marker.
  fileprivate var isItem: Bool {
    count >= 3 && self[1] == UInt8(ascii: " ")
      && !self[2...].contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      && (self[0] == UInt8(ascii: "-") || self[0] == UInt8(ascii: "*")
        || self[0] == UInt8(ascii: "+"))
  }
}

extension Outline {
  fileprivate mutating func append(
    _ line: ArraySlice<UInt8>,
    _ rest: [UInt8] = [],
    for number: Int
  ) {
    bytes += line
    bytes += rest
    bytes.append(UInt8(ascii: "\n"))
    lines.append(Int32(number))
  }

  /// Makes the last line of a run stand for the next one.
  fileprivate mutating func extend(from first: Int, to number: Int, _ line: [UInt8]) {
    if number == first + 1 {
      append(line[...], for: number)
    } else {
      lines[lines.count - 1] = Int32(number)
      skipped[first] = first + 1..<number
    }
  }
}
