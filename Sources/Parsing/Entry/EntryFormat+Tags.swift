package import ListModel
internal import Text

extension EntryFormat {
  /// How long a tag may be, in bytes: beyond it, what stands in brackets is text.
  package static let longestTag = 40

  /// Reads the tags at an offset, whatever marks stand around and between them, nil where there are
  /// none.
  ///
  /// Names are known by their brackets, or by a code span at the start of an entry.
  package func readTags(_ text: [UInt8], from start: Int) -> TagBlock? {
    var tags: [Tag] = []
    var index = start
    // After the last byte that belongs to the block for certain.
    var end = start
    var isCode = false
    var isBold = false

    scan: while index < text.count {
      switch text[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        // After a space and outside the block's own marks it is the title's emphasis.
        let isOwn = isBold || index == end
        isBold.toggle()
        let mark = text[index]
        while index < text.count, text[index] == mark { index += 1 }
        if !tags.isEmpty, isOwn { end = index }
      case UInt8(ascii: "`"):
        isCode.toggle()
        while index < text.count, text[index] == UInt8(ascii: "`") { index += 1 }
        if !tags.isEmpty { end = index }
      case UInt8(ascii: "["):
        if !isCode, index + 1 < text.count, text[index + 1] == UInt8(ascii: "[") { break scan }
        if !isCode, isReference(text, at: index) { break scan }
        guard let name = tagName(text, from: index + 1) else {
          guard isCode else { break scan }
          index += 1
          continue
        }
        var next = name.upperBound
        while next < text.count, text[next] == .space { next += 1 }
        let isClosed = next < text.count && text[next] == UInt8(ascii: "]")
        let isMarked = isCode || isBold && next < text.count && text[next] == UInt8(ascii: "*")
        // Without its bracket or in plain text it may be anything, and a link's text is not a tag.
        guard isClosed || isMarked else { break scan }
        next = isClosed ? next + 1 : name.upperBound
        if next < text.count, text[next] == UInt8(ascii: "("), !isCode { break scan }
        tags.append(Tag(name: text.string(name), range: name))
        index = next
        end = next
      case UInt8(ascii: "]"):
        guard !tags.isEmpty else { break scan }
        index += 1
        end = index
      case .space, UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "|"), UInt8(ascii: ";"),
        UInt8(ascii: "&"), UInt8(ascii: "+"):
        index += 1
      default:
        // A name without brackets, in a code span.
        guard isCode, let name = tagName(text, from: index), name.upperBound < text.count,
          [UInt8(ascii: "`"), UInt8(ascii: "]"), UInt8(ascii: ",")].contains(text[name.upperBound])
        else { break scan }
        tags.append(Tag(name: text.string(name), range: name))
        index = name.upperBound
        end = index
      }
    }
    return tags.isEmpty ? nil : TagBlock(range: start..<end, tags: tags)
  }

  /// Tells whether a link by reference begins at an offset.
  private func isReference(_ text: [UInt8], at index: Int) -> Bool {
    guard !references.isEmpty, let end = text.first(UInt8(ascii: "]"), in: index..<text.count)
    else {
      return false
    }
    return referenceLink(in: text, at: index, label: index + 1..<end, closing: end..<end + 1) != nil
  }

  /// Returns the name at an offset, up to what cannot be part of one.
  private func tagName(_ text: [UInt8], from start: Int) -> Range<Int>? {
    var end = start
    while end < text.count, end - start <= Self.longestTag {
      let byte = text[end]
      let isName =
        byte.isWord || byte == .space || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "'")
      guard isName else { break }
      end += 1
    }
    let range = text.trimmed(start..<end)
    guard !range.isEmpty, range.count <= Self.longestTag, text[range].contains(where: \.isWord)
    else { return nil }
    return range
  }
}
