internal import ListModel
internal import Markdown
internal import Text

/// A heading, and the anchors that GitHub and readers know it by.
struct Heading {
  let line: Int
  let level: Int
  /// As a reader sees it.
  let text: String
  /// As GitHub makes it, with a number after it where others before it have the same.
  var anchor: String

  /// Returns the headings of a list, in the order of the file, its title among them.
  static func headings(of list: ListDocument) -> [Heading] {
    var headings: [Heading] = []
    let first = list.sections.dropFirst().first?.line ?? list.text.lineCount + 1
    // The document's title is not a section.
    for line in 1..<max(1, first) where list.text.isTitle(line) {
      headings.append(Heading(list.text, line))
    }
    headings += list.sections.compactMap { section in
      section.line.map { Heading(list.text, $0) }
    }
    var counts: [String: Int] = [:]
    for index in headings.indices {
      let anchor = headings[index].anchor
      let count = counts[anchor, default: 0]
      counts[anchor] = count + 1
      if count > 0 { headings[index].anchor = "\(anchor)-\(count)" }
    }
    return headings
  }

  private init(_ text: SourceText, _ line: Int) {
    self.line = line
    let source = text.string(text.line(line))
    let signs = source.drop { $0 == " " }.prefix { $0 == "#" }.count
    let isUnderlined = signs == 0 && line < text.lineCount
    let underline = isUnderlined ? text.bytes[text.line(line + 1)].first : nil
    level = signs > 0 ? signs : underline == UInt8(ascii: "=") ? 1 : 2
    self.text = visibleText(ofHeading: source)
    anchor = githubAnchor(of: self.text)
  }
}

extension SourceText {
  fileprivate func isTitle(_ line: Int) -> Bool {
    let bytes = bytes[self.line(line)]
    return bytes.first == UInt8(ascii: "#") && bytes.dropFirst().first == .space
  }
}

/// Returns a heading's text without number signs, marks of emphasis, HTML and the addresses of links.
func visibleText(ofHeading line: String) -> String {
  var text = Substring(line).drop { $0 == " " || $0 == "#" }
  while let last = text.last, last == "#" || last.isWhitespace { text.removeLast() }
  var visible = ""
  var rest = text
  // What is not ahead of one place is not ahead of any after it.
  let lastAngle = text.lastIndex(of: ">") ?? text.startIndex
  let lastParenthesis = text.lastIndex(of: ")") ?? text.startIndex
  let lastImage = text[..<lastParenthesis].ranges(of: "](").last?.lowerBound ?? text.startIndex
  while let character = rest.first {
    let hasParenthesis = rest.startIndex <= lastParenthesis
    if character == "<", rest.startIndex <= lastAngle,
      rest.dropFirst().first.map({ $0.isLetter || $0 == "/" || $0 == "!" }) ?? false,
      let end = rest.firstIndex(of: ">")
    {
      rest = rest[rest.index(after: end)...]
    } else if rest.startIndex < lastImage, rest.hasPrefix("!["),
      let end = rest.firstRange(of: "](")?.upperBound,
      let close = rest[end...].firstIndex(of: ")")
    {
      rest = rest[rest.index(after: close)...]
    } else if hasParenthesis, rest.hasPrefix("]("), let close = rest.firstIndex(of: ")") {
      rest = rest[rest.index(after: close)...]
    } else if let entity = ["&amp;", "&lt;", "&gt;", "&nbsp;", "&quot;"].first(where: {
      rest.hasPrefix($0)
    }) {
      if entity == "&amp;" { visible.append("&") }
      rest = rest.dropFirst(entity.count)
    } else {
      if !"*`[]\\".contains(character) { visible.append(character) }
      rest.removeFirst()
    }
  }
  while visible.last?.isWhitespace ?? false { visible.removeLast() }
  return String(visible.drop(while: \.isWhitespace))
}

/// Returns the anchor that GitHub gives a heading of some text: small letters, hyphens for spaces, and
/// nothing but letters, digits, hyphens and low lines.
func githubAnchor(of text: String) -> String {
  var anchor = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      anchor.append(scalar)
    default:
      if scalar == " " || scalar == "-" { anchor.append("-") }
    }
  }
  return String(anchor)
}

/// Returns an anchor as two of them are compared: what browsers and people write in several ways, such
/// as escapes, variation selectors and the hyphens that an emoji leaves, makes no difference.
func comparedAnchor(_ anchor: String) -> String {
  var bytes: [UInt8] = []
  var rest = anchor.utf8[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  var text = String(decoding: bytes, as: UTF8.self).lowercased()
  text.unicodeScalars.removeAll { [0xFE0F, 0x200D, 0x5F].contains($0.value) }
  if text.hasPrefix("user-content-") { text = String(text.dropFirst(13)) }
  var trimmed = text[...]
  while trimmed.first == "-" { trimmed.removeFirst() }
  while trimmed.last == "-" { trimmed.removeLast() }
  return String(trimmed).streamSafe
}
