internal import ListModel
internal import Text

/// Markdown's inline text as a reader sees it: without escapes, marks of emphasis and code, HTML tags,
/// and with a link's text for the link.
package struct PlainText {
  package let text: String

  private static let entities: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")), ("&nbsp;", .space),
  ]

  package init(_ markdown: String) {
    let bytes = Array(markdown.utf8)
    let stars = bytes.count { $0 == UInt8(ascii: "*") }
    let underscores = bytes.emphasisUnderscores
    var plain: [UInt8] = []
    var closes = Closes(in: bytes)
    var index = 0
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < bytes.count && bytes[index + 1].isASCIIPunctuation:
        plain.append(bytes[index + 1])
        index += 2
        continue scan
      case UInt8(ascii: "`"): break
      case UInt8(ascii: "_") where underscores.contains(index): break
      // One star alone is not emphasis, as in A*.
      case UInt8(ascii: "*") where stars.isMultiple(of: 2): break
      case UInt8(ascii: "<"):
        if closes.hasTagEnd(from: index), let end = bytes.tagEnd(at: index) {
          plain.append(.space)
          index = end
          continue scan
        }
        plain.append(byte)
      case UInt8(ascii: "["):
        if let link = closes.link(at: index, in: bytes) {
          plain += Array(PlainText(bytes.string(link.label)).text.utf8)
          index = link.end
          continue scan
        }
        plain.append(byte)
      case UInt8(ascii: "&"):
        if let (entity, sign) = Self.entities.first(where: { bytes.matches($0.0, at: index) }) {
          plain.append(sign)
          index += entity.utf8CodeUnitCount
          continue scan
        }
        plain.append(byte)
      default: plain.append(byte)
      }
      index += 1
    }
    text = plain.split(whereSeparator: \.isWhitespace)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}

extension UInt8 {
  fileprivate var isASCIIPunctuation: Bool {
    (0x21...0x7E).contains(self) && !isLetter && !isDigit
  }
}

extension [UInt8] {
  /// Where underscores open and close emphasis: before a word or its marks, and after one; those in a word or in code
  /// are its own.
  fileprivate var emphasisUnderscores: Set<Int> {
    let sign = UInt8(ascii: "_")
    guard contains(sign) else { return [] }
    var marks: Set<Int> = []
    var open: Range<Int>?
    /// How many backticks the code began with that is open.
    var code: Int?
    var index = 0
    while index < count {
      let byte = self[index]
      guard byte == sign || byte == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let run = index..<(self[index...].firstIndex { $0 != byte } ?? count)
      index = run.upperBound
      if byte != sign {
        if code == nil { code = run.count } else if code == run.count { code = nil }
        continue
      }
      if code != nil { continue }
      let (before, after) = (run.lowerBound - 1, run.upperBound)
      let isAfterWord =
        before >= 0 && (self[before].isWord || ".!?)`*".utf8.contains(self[before]))
      let isBeforeWord = after < count && (self[after].isWord || "`*".utf8.contains(self[after]))
      if let start = open, isAfterWord, !isBeforeWord, start.count == run.count {
        marks.formUnion(start)
        marks.formUnion(run)
        open = nil
      } else if isBeforeWord, !isAfterWord {
        open = run
      }
    }
    return marks
  }

  /// Returns where an HTML tag ends that begins at an offset; nil where none does.
  fileprivate func tagEnd(at index: Int) -> Int? {
    guard index + 1 < count, self[index + 1].isLetter || self[index + 1] == UInt8(ascii: "/") else {
      return nil
    }
    let known = [
      "a", "b", "br", "center", "div", "em", "font", "i", "img", "ins", "p", "span", "strong",
      "sub", "sup", "u",
    ]
    let start = self[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
    let name = string(start..<(self[start...].prefix(8).firstIndex { !$0.isLetter } ?? start))
      .lowercased()
    guard known.contains(name), let close = self[start...].firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    return close + 1
  }
}

/// Where what is opened in a text closes, so that nobody looks for an end twice that is not there.
private struct Closes {
  private let lastTagEnd: Int
  private let lastParenthesis: Int
  /// The next closing bracket from the last place asked about on; nil where there is none.
  private var bracket: Int?

  init(in bytes: [UInt8]) {
    lastTagEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    lastParenthesis = bytes.lastIndex(of: UInt8(ascii: ")")) ?? -1
    bracket = bytes.firstIndex(of: UInt8(ascii: "]"))
  }

  func hasTagEnd(from index: Int) -> Bool { index < lastTagEnd }

  /// Returns the label and the end of a link that begins at an offset, which never goes back; nil where none
  /// does.
  mutating func link(at index: Int, in bytes: [UInt8]) -> (label: Range<Int>, end: Int)? {
    if let known = bracket, known < index {
      bracket = bytes[index...].firstIndex(of: UInt8(ascii: "]"))
    }
    guard let close = bracket, close < lastParenthesis, bytes[close + 1] == UInt8(ascii: "("),
      let end = bytes[close...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    return (index + 1..<close, end + 1)
  }
}
