internal import ListModel
internal import Text

/// How many of some entries have which signs after which field.
struct SeparatorTally: Sendable {
  struct Key: Hashable, Sendable {
    let before: FieldName?
    let signs: [UInt8]
  }

  let entries: Int
  private(set) var counts: [Key: Int] = [:]

  init(_ entries: [Entry]) {
    self.entries = entries.count
    for entry in entries {
      let keys = Set(entry.separators.compactMap { Self.key(of: $0, in: entry) })
      for key in keys { counts[key, default: 0] += 1 }
    }
  }

  /// Returns how many of the entries have some signs, and how many there are; with `besidesOne`, one that has
  /// them is not counted.
  func count(of key: Key, besidesOne: Bool) -> (found: Int, of: Int) {
    let found = counts[key] ?? 0
    return besidesOne ? (max(0, found - 1), max(0, entries - 1)) : (found, entries)
  }

  /// Returns what stands between two fields without the address of a link before it; nil where that has words in
  /// it, or is nothing but spaces.
  static func key(of separator: Separator, in entry: Entry) -> Key? {
    var signs = Array(entry.text[separator.range])
    if let end = signs.lastIndex(of: UInt8(ascii: ")")), signs.starts(with: "](".utf8) {
      signs.removeSubrange(0...end)
    }
    guard signs.count <= 8, !signs.contains(where: \.isWord),
      signs.contains(where: { !$0.isWhitespace })
    else { return nil }
    return Key(before: separator.before.field, signs: signs)
  }
}
