internal import ListModel
internal import Text

/// Hands out the names of places on a page, each once: of ASCII letters, digits, dots and dashes, so that they
/// stand in an address as they are.
struct Anchors {
  private var counts: [String: Int] = [:]
  private var given: Set<String> = []

  private static let longest = 48

  mutating func next(for text: String, prefix: String) -> String {
    var name: [UInt8] = []
    for byte in text.utf8 where name.count < Self.longest {
      if byte.isLetter || byte.isDigit || byte == UInt8(ascii: ".") {
        name.append(byte.lowercased)
      } else if let last = name.last, last != UInt8(ascii: "-") {
        name.append(UInt8(ascii: "-"))
      }
    }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    let anchor = prefix + String(decoding: name, as: UTF8.self)
    while true {
      let count = counts[anchor, default: 0] + 1
      counts[anchor] = count
      let candidate = count == 1 ? anchor : "\(anchor)-\(count)"
      if given.insert(candidate).inserted { return candidate }
    }
  }
}
