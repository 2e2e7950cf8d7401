internal import ListModel
internal import Text

/// Entries that are HTML, as in `<li><a href="URL">Title</a>: ...</li>`, and anchors in others.
extension EntryFormat {
  /// Returns the opening tag of an item with the white space before it.
  func itemTag(_ text: [UInt8]) -> Marker {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.count
    var end = start
    if text.matches("<li", at: start),
      let close = text.first(UInt8(ascii: ">"), in: start..<text.count)
    {
      end = close + 1
    }
    return Marker(range: 0..<end, indentation: 0..<start, bullets: [])
  }

  /// Reads all anchors from an offset on.
  func readAnchors(_ text: [UInt8], from start: Int) -> [Link] {
    var found: [Link] = []
    var index = start
    while let open = text.first(UInt8(ascii: "<"), in: index..<text.count) {
      index = open + 1
      guard text.matches("<a ", at: open), let link = anchor(in: text, at: open) else { continue }
      found.append(link)
      index = link.range.upperBound
    }
    return found
  }

  /// How many bytes a link of HTML takes at most.
  private static let longestAnchor = 4000

  /// Reads `<a href="url">label</a>` at an offset; nil where it does not stand there as a whole.
  func anchor(in text: [UInt8], at open: Int) -> Link? {
    // Looking to the end of the text from each tag would take long.
    let limit = Swift.min(text.count, open + Self.longestAnchor)
    guard let close = text.first(UInt8(ascii: ">"), in: open..<limit),
      let url = text.hrefRange(in: open..<close),
      let end = text.anchorEnd(in: close..<limit)
    else { return nil }
    let label = text.withoutTags(close + 1..<end)
    let name = text.string(label)
    // What has no words shows a picture.
    return Link(
      range: open..<end + 4,
      label: name.isEmpty ? nil : name,
      labelRange: name.isEmpty ? nil : label,
      url: text.string(url),
      urlRange: url,
      isImage: name.isEmpty,
      kind: name.isEmpty ? nil : links.labels.name(of: name)
    )
  }

  /// Returns what separates two fields, with the title's address as `{url}`; nil where there are words
  /// outside tags.
  func htmlSeparatorText(_ range: Range<Int>, of entry: Entry) -> String? {
    guard range.count <= 400 else { return nil }
    let text = entry.text
    let url = entry.titleLink.flatMap { entry.links[$0].urlRange }
    var plain: [UInt8] = []
    var isTag = false
    var index = range.lowerBound
    while index < range.upperBound {
      if let url, url.lowerBound == index, url.upperBound <= range.upperBound {
        plain += UsualSeparator.address.utf8
        index = url.upperBound
        continue
      }
      let byte = text[index]
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag, byte.isWord { return nil }
      if byte == UInt8(ascii: ">") { isTag = false }
      if !byte.isWhitespace {
        plain.append(byte)
      } else if plain.last != .space {
        plain.append(.space)
      }
      index += 1
    }
    if range.upperBound == text.count { while plain.last == .space { plain.removeLast() } }
    return String(streamSafe: plain[...])
  }
}

extension [UInt8] {
  /// Returns where the end tag of an anchor begins; nil where another anchor begins before, for none holds one.
  fileprivate func anchorEnd(in range: Range<Int>) -> Int? {
    var rest = range
    while let sign = first(UInt8(ascii: "<"), in: rest) {
      if matches("</a>", at: sign) { return sign + 4 <= range.upperBound ? sign : nil }
      if matches("<a ", at: sign) { return nil }
      rest = sign + 1..<range.upperBound
    }
    return nil
  }

  /// Returns a range without the tags and spaces at both ends.
  fileprivate func withoutTags(_ range: Range<Int>) -> Range<Int> {
    var inner = trimmed(range)
    while self[inner].first == UInt8(ascii: "<"), let end = first(UInt8(ascii: ">"), in: inner) {
      inner = trimmed(end + 1..<inner.upperBound)
    }
    while self[inner].last == UInt8(ascii: ">"),
      let start = self[inner].lastIndex(of: UInt8(ascii: "<"))
    {
      inner = trimmed(inner.lowerBound..<start)
    }
    return inner
  }

  /// Returns the address in a tag's `href`, in quotation marks or without.
  fileprivate func hrefRange(in tag: Range<Int>) -> Range<Int>? {
    guard let name = tag.first(where: { matches("href=", at: $0) }) else { return nil }
    var start = name + 5
    guard start < tag.upperBound else { return nil }
    let quote =
      self[start] == UInt8(ascii: "\"") || self[start] == UInt8(ascii: "'") ? self[start] : nil
    if quote != nil { start += 1 }
    let end =
      self[start..<tag.upperBound].firstIndex { byte in
        quote.map { byte == $0 } ?? (byte.isWhitespace || byte == UInt8(ascii: "\""))
      } ?? tag.upperBound
    let url = trimmed(start..<end)
    return url.isEmpty ? nil : url
  }
}
