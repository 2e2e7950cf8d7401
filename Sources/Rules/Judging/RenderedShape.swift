internal import Markdown
internal import Text

/// What a reader gets from a rendered piece of a list: its blocks, links, attributes and words.
struct RenderedShape {
  /// The tags of blocks, images, breaks and items in their order, as `li` and `/li`.
  private(set) var blocks: [String] = []
  /// How often each tag opens.
  private(set) var tags: [String: Int] = [:]
  /// The addresses that links and images have, in their order.
  private(set) var addresses: [String] = []
  /// Every other attribute, with its tag.
  private(set) var attributes: [String: Int] = [:]
  /// The words that are shown, and those that stand for images.
  private(set) var words: [String] = []
  private var alternatives: [String] = []
  /// How many marks stand in the text that are meant to be none: of emphasis, of links, of code.
  private(set) var marks = 0
  /// How many of them mark bold text or code, outside code.
  private(set) var openMarks = 0

  /// How many items are inside others.
  private(set) var innerItems = 0
  private var openLists = 0

  private static let inline: Set = [
    "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u",
  ]
  /// Whether a paragraph is set apart says how lists are spaced, not what they hold.
  private static let spacing: Set = ["p", "/p"]

  /// Returns what a reader gets from some Markdown; nil where it cannot be rendered in bounded time.
  init?(rendering markdown: [UInt8]) {
    guard let html = Rendering.html(of: markdown) else { return nil }
    self.init(html: html)
  }

  private init(html: [UInt8]) {
    var text: [UInt8] = []
    // The text without code, in which stars mean nothing.
    var (prose, isCode): ([UInt8], Bool) = ([], false)
    var index = 0
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<"), let end = html.endOfTag(from: index) {
        let name = add(tag: html[index + 1..<end])
        if name == "code" { isCode = html[index + 1] != UInt8(ascii: "/") }
        if !name.isEmpty, !Self.inline.contains(name) { text.append(.newline) }
        index = end + 1
      } else {
        text.append(byte)
        if !isCode { prose.append(byte) }
        index += 1
      }
    }
    openMarks = prose.openMarks
    let plain = text.withoutEntities
    marks = plain.unparsedMarks
    words = wordList(plain.withoutAddresses) + alternatives
  }

  /// Takes in a tag, without its angle brackets, and returns its name.
  private mutating func add(tag: ArraySlice<UInt8>) -> String {
    let isEnd = tag.first == UInt8(ascii: "/")
    let body = isEnd ? tag.dropFirst() : tag
    let name = String(
      decoding: body.prefix { $0.isWord }.map(\.lowercased),
      as: UTF8.self
    )
    guard !name.isEmpty else { return "" }
    if !isEnd { tags[name, default: 0] += 1 }
    switch name {
    case "ul", "ol": openLists += isEnd ? -1 : 1
    case "li" where !isEnd && openLists > 1: innerItems += 1
    default: break
    }
    if !Self.inline.contains(name), !Self.spacing.contains(name) {
      blocks.append(isEnd ? "/" + name : name)
    }
    for (key, value) in body.dropFirst(name.utf8.count).attributes {
      if key == "href" || key == "src" {
        addresses.append(value)
      } else if key == "alt" {
        // Words of an image are words.
        alternatives += wordList(Array(value.utf8))
      } else {
        attributes[name + " " + key + "=" + value, default: 0] += 1
      }
    }
    return name
  }
}

extension [UInt8] {
  /// Returns where the tag ends that begins at an offset; nil where none does.
  fileprivate func endOfTag(from start: Int) -> Int? {
    guard start + 1 < count else { return nil }
    let next = self[start + 1]
    if matches("<!--", at: start) {
      return firstRange(of: "-->", in: start..<count).map { $0.upperBound - 1 }
    }
    guard next.isWord || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") else { return nil }
    var quote: UInt8?
    for index in start + 1..<count {
      let byte = self[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  /// The text with the entities that the renderer writes as what they stand for.
  fileprivate var withoutEntities: [UInt8] {
    guard contains(UInt8(ascii: "&")) else { return self }
    let entities: [(StaticString, UInt8)] = [
      ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
      ("&quot;", UInt8(ascii: "\"")),
    ]
    var result: [UInt8] = []
    var index = 0
    while index < count {
      if self[index] == UInt8(ascii: "&"),
        let (name, byte) = entities.first(where: { matches($0.0, at: index) })
      {
        result.append(byte)
        index += name.utf8CodeUnitCount
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }

  /// The text without the addresses that stand in it: they are counted as links.
  fileprivate var withoutAddresses: [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < count {
      if matches("http://", at: index) || matches("https://", at: index)
        || matches("www.", at: index)
      {
        while index < count, !self[index].isWhitespace { index += 1 }
        result.append(.space)
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }

  /// How many doubled stars and backticks stand in a text.
  fileprivate var openMarks: Int {
    indices.count { index in
      self[index] == UInt8(ascii: "`")
        || matches("**", at: index) && (index == 0 || self[index - 1] != UInt8(ascii: "*"))
    }
  }

  /// How many signs stand in a text that a page never means to show.
  fileprivate var unparsedMarks: Int {
    var count = 0
    for index in indices {
      switch self[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "`"): count += 1
      case UInt8(ascii: "]") where matches("](", at: index): count += 1
      case UInt8(ascii: "!") where matches("![", at: index): count += 1
      case UInt8(ascii: "\"") where matches("\"\"", at: index): count += 1
      default: break
      }
    }
    return count
  }
}

extension ArraySlice<UInt8> {
  /// The attributes of a tag after its name.
  fileprivate var attributes: [(key: String, value: String)] {
    var attributes: [(key: String, value: String)] = []
    var rest = self
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == UInt8(ascii: "/") }
      let key = rest.prefix { !$0.isWhitespace && $0 != UInt8(ascii: "=") }
      guard !key.isEmpty else { return attributes }
      rest = rest.dropFirst(key.count).drop { $0.isWhitespace }
      var value: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst().drop { $0.isWhitespace }
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = rest.prefix { !$0.isWhitespace }
          rest = rest.dropFirst(value.count)
        }
      } else if key.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        continue
      }
      attributes.append(
        (
          String(decoding: key.map(\.lowercased), as: UTF8.self),
          String(decoding: Array(value).withoutEntities, as: UTF8.self)
        )
      )
    }
  }
}
