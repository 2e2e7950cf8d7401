internal import ListModel
internal import Text

extension Entry {
  /// A link that stands where the address of another one belongs.
  struct NestedLink {
    /// From the bracket that ends the outer label to the last parenthesis.
    let range: Range<Int>
    /// What leaves the address alone.
    let edit: Fix.Edit
  }

  /// How many bytes a label and its address have at most.
  private static let longest = 1_000

  /// The links in the addresses of others: `[paper]([name](address))`.
  var linksInAddresses: [NestedLink] {
    var found: [NestedLink] = []
    var index = 0
    while let start = text.first(UInt8(ascii: "]"), in: index..<text.count) {
      index = start + 1
      guard text.matches("]([", at: start) else { continue }
      let limit = start..<min(text.count, start + Self.longest)
      guard let close = text.first(UInt8(ascii: "]"), in: start + 3..<limit.upperBound),
        text.matches("](http", at: close),
        let end = text.first(UInt8(ascii: ")"), in: close..<limit.upperBound),
        text.matches("))", at: end),
        !text[close..<end].contains(where: \.isWhitespace)
      else { continue }
      let address = string(close + 2..<end)
      found.append(
        NestedLink(
          range: start..<end + 2,
          edit: Fix.Edit(start + 1..<end + 2, "(\(address))")
        )
      )
      index = end + 2
    }
    return found
  }
}
