package import ListModel
internal import Text
internal import YAML

extension Rulebook {
  /// The bullets and numbers that items can begin with.
  static let markers = ["-", "*", "+", "1.", "1)"]

  /// Reads which of them a rulebook wants instead of that of the one it extends.
  static func marker(_ fields: inout Fields) throws(YAMLError) -> String? {
    guard let node = fields.node("marker") else { return nil }
    let marker = try node.string(in: fields.file, as: "'marker'")
    guard markers.contains(marker) else {
      throw fields.file.error(
        "'\(marker)' is not a marker; write '-', '*', '+', '1.' or '1)'",
        at: node.mark
      )
    }
    return marker
  }

  /// Returns the bullet or number that nearly all entries of a list begin with; nil where that is the format's.
  ///
  /// What the list states is not asked: where nearly nobody follows it, habit is kept.
  package func usualMarker(in document: ListDocument) -> String? {
    guard format.unit == .item else { return nil }
    var counts: [String: Int] = [:]
    for place in document.entries {
      if let marker = Self.marker(of: document.bytes(of: place)) { counts[marker, default: 0] += 1 }
    }
    guard let (marker, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      marker != format.marker,
      Levels.throughout.isReached(by: count, of: document.entries.count)
    else { return nil }
    return marker
  }

  /// Returns what a line begins with as a format names it; nil where that is not a bullet or number.
  private static func marker(of line: ArraySlice<UInt8>) -> String? {
    let own = line.drop { $0.isWhitespace }
    let digits = own.prefix { $0.isDigit }
    guard let sign = own.dropFirst(digits.count).first else { return nil }
    let found = (digits.isEmpty ? "" : "1") + String(decoding: [sign], as: UTF8.self)
    return markers.contains(found) ? found : nil
  }
}
