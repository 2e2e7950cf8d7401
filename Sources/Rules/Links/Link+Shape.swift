internal import Glibc
internal import ListModel
internal import Text

/// How a link is written, against the style of the list.
enum LinkShape: Hashable, Sendable {
  case canonical
  /// More brackets or parentheses of one side than of the other.
  case unbalanced
  /// Right but for spaces.
  case spaced
  /// Whole, in another style.
  case otherStyle
  /// A URL without a label.
  case bare
  /// Without an address, or with one that only holds its place.
  case incomplete
}

extension Link {
  func shape(in entry: Entry, _ style: LinkStyle) -> LinkShape {
    guard let url else { return .incomplete }
    guard let label else { return .bare }
    guard !isPlaceholder(url) else { return .incomplete }
    // By reference it has its address elsewhere.
    if urlRange == nil { return .canonical }
    // In HTML the address comes first.
    if let labelRange, let urlRange, urlRange.upperBound < labelRange.lowerBound {
      return .canonical
    }
    let isOwnStyle = !style.isUsual || entry.isInText(self)
    if isWritten(in: style, in: entry) { return .canonical }
    // The label's own faults are judged elsewhere, so the link is compared with itself.
    let wanted = style.write(label: label, url: url)
    let found = entry.string(range).withPlainParentheses
    if found == wanted { return .canonical }
    let marks = marks(in: entry)
    func count(_ sign: Unicode.Scalar) -> Int { marks.count { $0 == UInt8(ascii: sign) } }
    if count("[") != count("]") || count("(") != count(")") { return .unbalanced }
    if isInWrongBrackets(of: entry) { return .unbalanced }
    if isOwnStyle { return marks.contains(.space) ? .spaced : .canonical }
    let isSpaced = found.filter { $0 != " " } == wanted.filter { $0 != " " }
    return isSpaced ? .spaced : .otherStyle
  }

  /// Tells whether nothing but a style's own signs stands around label and address, byte for byte.
  private func isWritten(in style: LinkStyle, in entry: Entry) -> Bool {
    guard let labelRange, let urlRange, range.lowerBound <= labelRange.lowerBound,
      labelRange.upperBound <= urlRange.lowerBound, urlRange.upperBound <= range.upperBound
    else { return false }
    return entry.text[range.lowerBound..<labelRange.lowerBound].elementsEqual(style.open.utf8)
      && entry.text[labelRange.upperBound..<urlRange.lowerBound].elementsEqual(style.middle.utf8)
      && entry.text[urlRange.upperBound..<range.upperBound].elementsEqual(style.close.utf8)
  }

  /// Writes the link in a style, with its own label and address.
  ///
  /// Where links of the list have no one style, or in text, the link keeps its own.
  func rewriting(in style: LinkStyle, of entry: Entry, _ summary: String) -> Fix? {
    guard let label, let url else { return nil }
    guard !style.isUsual || entry.isInText(self) else {
      return .replace(range, with: style.write(label: label, url: url), summary)
    }
    guard let labelRange, let urlRange, labelRange.upperBound <= urlRange.lowerBound else {
      return nil
    }
    let before = entry.text[range.lowerBound..<labelRange.lowerBound].filter { $0 != .space }
    let middle = entry.text[labelRange.upperBound..<urlRange.lowerBound]
    let opened = before.count { $0 == UInt8(ascii: "[") }
    let own = String(decoding: before, as: UTF8.self)
    let closed = middle.count { $0 == UInt8(ascii: "]") }
    // Of two brackets before the label, the second closes where most links have it.
    let closesAtLabel = closed >= 2 || style.middle.hasPrefix("]]")
    let isClosedTwice = entry.text[urlRange.upperBound..<range.upperBound].elementsEqual(")]".utf8)
    let text =
      switch (opened, isClosedTwice) {
      case (...1, true) where style.close.hasSuffix("]"): "[[\(label)](\(url))]"
      case (2..., false) where closesAtLabel: "\(own)\(label)]](\(url))"
      case (2..., _): "\(own)\(label)](\(url))]"
      default: "\(opened == 0 ? "[" + own : own)\(label)](\(url))"
      }
    return .replace(range, with: text, summary)
  }

  /// Whether the address stands in square brackets, as in `[paper][https://...]`, or in two pairs of parentheses.
  func isInWrongBrackets(of entry: Entry) -> Bool {
    guard let labelRange, let urlRange, labelRange.upperBound <= urlRange.lowerBound else {
      return false
    }
    let middle = entry.text[labelRange.upperBound..<urlRange.lowerBound]
    return middle.elementsEqual("][".utf8) || middle.suffix(3).elementsEqual("]((".utf8)
  }

  /// The bytes around label and address.
  private func marks(in entry: Entry) -> [UInt8] {
    let start = labelRange.map { range.lowerBound..<$0.lowerBound } ?? range
    let middle =
      if let labelRange, let urlRange, labelRange.upperBound <= urlRange.lowerBound {
        labelRange.upperBound..<urlRange.lowerBound
      } else {
        0..<0
      }
    let rest = urlRange.map { $0.upperBound..<range.upperBound } ?? 0..<0
    let marks = [start, middle, rest].flatMap { entry.text[$0] }
    return marks.allSatisfy { $0 < 0x80 }
      ? marks : Array(String(decoding: marks, as: UTF8.self).withPlainParentheses.utf8)
  }
}

extension Entry {
  /// Tells whether a link stands in text: it is the title, or is mentioned in a description.
  func isInText(_ link: Link) -> Bool {
    titleLink.map { links[$0].range == link.range } ?? false
      || texts.contains { $0.range.contains(link.range.lowerBound) }
  }
}

extension Entry {
  /// The removal of a link together with the separator before it, or after it where it is the
  /// first; nil for the only link.
  func removal(ofLink index: Int) -> Fix.Edit? {
    if index > 0 {
      return Fix.Edit(links[index - 1].range.upperBound..<links[index].range.upperBound, "")
    }
    guard links.count > 1 else { return nil }
    return Fix.Edit(links[0].range.lowerBound..<links[1].range.lowerBound, "")
  }
}

extension EntryContext {
  /// The label that suits an address best: by what it leads to, else the project's.
  func label(for url: String) -> String {
    guard let kind = rulebook.hosts.kind(of: WebAddress(url)) else { return "project" }
    switch kind {
    case .paper: return LinkLabels.paper
    case .code, .project: return kind.rawValue
    // Not every list tells these from a project's pages.
    case .demo, .data, .model, .video:
      return format.links.labels.name(of: kind.rawValue) ?? "project"
    }
  }
}

/// Tells whether an address only holds the place of one.
func isPlaceholder(_ url: String) -> Bool {
  let isWord = unsafe url.utf8.withContiguousStorageIfAvailable { bytes in
    guard let start = bytes.baseAddress, unsafe bytes.contains(where: \.isWord) else {
      return false
    }
    return unsafe memchr(start, Int32(UInt8.space), bytes.count) == nil
  }
  // Many rules ask, and most addresses are longer than what stands for one.
  return !(isWord ?? false)
    || url.utf8.count <= longestPlaceholder
      && placeholders.contains { word in
        word.count == url.utf8.count && word.elementsEqual(url.utf8.lazy.map(\.lowercased))
      }
}

private let longestPlaceholder = placeholders.map(\.count).max() ?? 0

private let placeholders: [[UInt8]] = [
  "link", "links", "url", "urls", "here", "todo", "tbd", "tba", "xxx", "xx", "x", "none", "null",
  "n/a", "na",
  "http://", "https://", "https", "http", "paper", "code", "project", "paper_link", "code_link",
  "paper-link",
  "code-link", "project-link", "coming-soon", "comingsoon", "placeholder",
].map { Array($0.utf8) }

extension String {
  /// The text with full-width parentheses made plain, for which there is another rule.
  fileprivate var withPlainParentheses: String {
    guard !isASCII else { return self }
    return String(map { $0 == "\u{FF08}" ? "(" : $0 == "\u{FF09}" ? ")" : $0 })
  }
}
