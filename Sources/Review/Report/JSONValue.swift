internal import FoundationEssentials

/// A JSON value, built by hand where a key must stand even when its value is null.
package enum JSONValue: Decodable, Hashable, Sendable, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
  package init(nilLiteral: ()) { self = .null }

  package init(_ string: String?) { self = string.map(JSONValue.string) ?? .null }
  package init(_ number: Int?) { self = number.map(JSONValue.number) ?? .null }
  package init(_ strings: [String]) { self = .array(strings.map(JSONValue.string)) }

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
      self = .object(try container.decode([String: JSONValue].self))
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
