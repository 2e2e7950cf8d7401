internal import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// A number in a list's text that may count its entries, or those of a section.
struct EntryCount {
  let number: Int
  /// How many entries there are that it may count.
  let entries: Int
  /// The line without the number.
  let phrase: String
  /// The bytes of the number in the file.
  let range: Range<Int>
  private let hasComma: Bool

  fileprivate init(_ number: Int, of entries: Int, phrase: String, at range: Range<Int>) {
    self.number = number
    self.entries = entries
    self.phrase = phrase
    self.range = range
    hasComma = range.count > String(number).utf8.count
  }

  /// Writes another number as this one is written.
  func written(_ number: Int) -> String {
    let digits = String(number)
    guard hasComma, digits.count > 3 else { return digits }
    return digits.dropLast(3) + "," + digits.suffix(3)
  }
}

extension ListDocument {
  /// The numbers before words such as `papers`, in badges such as `papers-123`, and in parentheses
  /// at the end of headings.
  var counts: [EntryCount] {
    var counts: [EntryCount] = []
    var position = 0
    let headings = Dictionary(
      sections.enumerated().compactMap { index, section in section.line.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first }
    )
    for line in text.lineNumbers {
      while position < entries.count, entries[position].lines.upperBound <= line { position += 1 }
      if position < entries.count, entries[position].lines.contains(line) { continue }
      let range = text.line(line)
      guard text.bytes[range].contains(where: \.isDigit),
        !codeLines.contains(where: { $0.contains(line) })
      else { continue }
      for (number, digits) in text.numbers(in: range) {
        let counted: Int
        if let index = headings[line] {
          guard text.isInParentheses(digits, atEndOf: range), number > 2 else { continue }
          counted = entryCount(below: sections[index].path)
        } else {
          guard number >= 10, text.isCount(digits, in: range) else { continue }
          counted = entries.count
        }
        let phrase =
          text.string(range.lowerBound..<digits.lowerBound) + "#"
          + text.string(digits.upperBound..<range.upperBound)
        counts.append(EntryCount(number, of: counted, phrase: phrase, at: digits))
      }
    }
    return counts
  }

  private func entryCount(below path: [String]) -> Int {
    entries.count { sections[$0.section].path.starts(with: path) }
  }
}

extension SourceText {
  /// Returns the whole numbers in a range; a comma may set thousands apart.
  fileprivate func numbers(in range: Range<Int>) -> [(Int, Range<Int>)] {
    var numbers: [(Int, Range<Int>)] = []
    var index = range.lowerBound
    while let start = bytes[index..<range.upperBound].firstIndex(where: \.isDigit) {
      var end = start
      var digits = ""
      while end < range.upperBound {
        let isComma =
          bytes[end] == UInt8(ascii: ",") && end + 3 < range.upperBound
          && bytes[end + 1...end + 3].allSatisfy(\.isDigit)
        guard bytes[end].isDigit || isComma else { break }
        if !isComma { digits.append(Character(Unicode.Scalar(bytes[end]))) }
        end += 1
      }
      index = end
      let isApart =
        start == range.lowerBound
        || !bytes[start - 1].isWord && bytes[start - 1] != UInt8(ascii: ".")
      guard isApart, digits.count < 7, let number = Int(digits) else { continue }
      numbers.append((number, start..<end))
    }
    return numbers
  }

  /// Tells whether a number stands in parentheses that end a line.
  fileprivate func isInParentheses(_ digits: Range<Int>, atEndOf line: Range<Int>) -> Bool {
    guard digits.lowerBound > line.lowerBound, digits.upperBound < line.upperBound else {
      return false
    }
    return bytes[digits.lowerBound - 1] == UInt8(ascii: "(")
      && bytes[digits.upperBound] == UInt8(ascii: ")")
      && bytes[(digits.upperBound + 1)..<line.upperBound].allSatisfy {
        $0.isWhitespace || $0 == UInt8(ascii: "#")
      }
  }

  /// Tells whether a number counts what a list has: `123 papers`, `**123** research papers`, or
  /// `papers-123-blue` in a badge.
  fileprivate func isCount(_ digits: Range<Int>, in line: Range<Int>) -> Bool {
    let after = string(digits.upperBound..<min(line.upperBound, digits.upperBound + 60))
    if digits.lowerBound > line.lowerBound, bytes[digits.lowerBound - 1] == UInt8(ascii: "-"),
      after.hasPrefix("-")
    {
      let before = string(line.lowerBound..<digits.lowerBound - 1)
      let word = before.reversed().prefix { $0.isLetter }.reversed()
      return countedThings.contains(String(word).lowercased())
    }
    // "More than 100 papers" and "100+ papers" are not counts.
    guard !after.hasPrefix("+"), !after.hasPrefix("%") else { return false }
    let words = after.split { !$0.isLetter }.prefix(3)
    guard let word = words.firstIndex(where: { countedThings.contains($0.lowercased()) }) else {
      return false
    }
    let between = after[..<words[word].startIndex]
    return !between.contains { $0.isNumber || ".,;:()".contains($0) }
  }
}

private let countedThings: Set<String> = [
  "apps", "apis", "articles", "books", "datasets", "entries", "items", "libraries", "links",
  "methods", "models", "packages", "papers", "projects", "publications", "repositories", "repos",
  "resources", "services", "tools", "works",
]
