import Review

/// What tests ask of a JSON value.
extension JSONValue {
  subscript(key: String) -> JSONValue? { object?[key] }

  var object: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }

  var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

  var string: String? { if case .string(let string) = self { string } else { nil } }
}
