import YAML

extension Node {
  /// The value of a key; nil where there is none, or where this is not a mapping.
  subscript(key: String) -> Node? {
    guard case .mapping(let pairs) = value else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }

  /// The pairs of a mapping of strings.
  var strings: [String: String] {
    guard case .mapping(let pairs) = value else { return [:] }
    return Dictionary(pairs.map { ($0.key.text, $0.value.text) }) { $1 }
  }

  /// The names and values of a mapping.
  var pairs: [(String, Node)] {
    guard case .mapping(let pairs) = value else { return [] }
    return pairs.map { ($0.key.text, $0.value) }
  }

  /// The elements of a sequence.
  var items: [Node] {
    guard case .sequence(let items) = value else { return [] }
    return items
  }
}
