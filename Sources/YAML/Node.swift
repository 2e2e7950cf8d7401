/// A YAML value and where it stands.
package struct Node: Sendable {
  package enum Value: Sendable {
    /// A scalar; `isPlain` when it was written without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([Node])
    case mapping([(key: Node, value: Node)])
  }

  package let value: Value
  package let mark: Mark

  package init(value: Value, mark: Mark) {
    self.value = value
    self.mark = mark
  }

  /// The items of the sequence that a mapping has under a key; empty where there is none.
  package func items(of key: String) -> [Node] {
    guard case .mapping(let pairs) = value,
      case .sequence(let items)? = pairs.first(where: { $0.key.text == key })?.value.value
    else { return [] }
    return items
  }

  /// What kind of value this is, for messages.
  package var kind: String {
    switch value {
    case .scalar: "a scalar"
    case .sequence: "a sequence"
    case .mapping: "a mapping"
    }
  }
}

/// A place in a YAML file: 1-based line and column.
package struct Mark: Hashable, Comparable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.line, lhs.column) < (rhs.line, rhs.column)
  }
}
