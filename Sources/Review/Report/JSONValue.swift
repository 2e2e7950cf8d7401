internal import FoundationEssentials

/// A JSON value to be written, built by hand where a key must stand even when its value is null.
///
/// A report of ten thousand entries has a million of these: an object is a list of its members, not a dictionary,
/// and the elements of a long array are made one at a time, when they are written.
package enum JSONValue: Decodable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  /// An array of so many elements, each made from its index.
  case elements(Int, (Int) -> JSONValue)
  /// The members in any order, each key once.
  case object([(key: String, value: JSONValue)])

  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { (key: $0, value: $1) })
  }
  package init(nilLiteral: ()) { self = .null }

  package init(_ string: String?) { self = string.map(JSONValue.string) ?? .null }
  package init(_ number: Int?) { self = number.map(JSONValue.number) ?? .null }
  package init(_ strings: [String]) { self = .array(strings.map(JSONValue.string)) }

  /// An array of what is made of each value, when it is written.
  package static func each<Value>(
    _ values: [Value],
    _ element: @escaping (Value) -> JSONValue
  ) -> JSONValue {
    .elements(values.count) { element(values[$0]) }
  }

  /// Gives an object one more member; any other value has none.
  mutating func add(_ key: String, _ value: JSONValue) {
    guard case .object(var members) = self else { return }
    self = .null
    members.append((key, value))
    self = .object(members)
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try Self.decode(Bool.self, from: container) {
      self = .bool(value)
    } else if let value = try Self.decode(Int.self, from: container) {
      self = .number(value)
    } else if let value = try Self.decode(String.self, from: container) {
      self = .string(value)
    } else if let value = try Self.decode([JSONValue].self, from: container) {
      self = .array(value)
    } else {
      self = .object(
        try container.decode([String: JSONValue].self).map { (key: $0, value: $1) }
      )
    }
  }

  /// Returns nil where the value is of another type.
  private static func decode<Value: Decodable>(
    _ type: Value.Type,
    from container: any SingleValueDecodingContainer
  ) throws -> Value? {
    do {
      return try container.decode(type)
    } catch DecodingError.typeMismatch {
      return nil
    }
  }
}
