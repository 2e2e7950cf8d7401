package import Review

/// What tests ask of a JSON value.
extension JSONValue: Equatable {
  package static func == (one: JSONValue, other: JSONValue) -> Bool { one.text() == other.text() }

  subscript(key: String) -> JSONValue? { object?[key] }

  var object: [String: JSONValue]? {
    guard case .object(let members) = self else { return nil }
    return Dictionary(members.map { ($0.key, $0.value) }) { $1 }
  }

  var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

  var string: String? { if case .string(let string) = self { string } else { nil } }
}
