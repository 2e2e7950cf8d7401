internal import FoundationEssentials

/// JSON of a registry, in which any member may be missing or of another type.
enum JSONTree: Decodable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  /// Nil where the bytes are not JSON, or not all of it.
  init?(_ bytes: [UInt8]) {
    do {
      self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
    } catch {
      // Whatever is wrong with it: it is not an answer.
      return nil
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try Self.value(Bool.self, container) {
      self = .bool(value)
    } else if let value = try Self.value(Double.self, container) {
      self = .number(value)
    } else if let value = try Self.value(String.self, container) {
      self = .string(value)
    } else if let value = try Self.value([JSONTree].self, container) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  /// Returns the value as one type; nil where it is of another.
  private static func value<Value: Decodable>(
    _ type: Value.Type,
    _ container: any SingleValueDecodingContainer
  ) throws -> Value? {
    do {
      return try container.decode(type)
    } catch DecodingError.typeMismatch {
      return nil
    }
  }

  subscript(_ name: String) -> JSONTree {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  var items: [JSONTree] { if case .array(let items) = self { items } else { [] } }
  var isArray: Bool { if case .array = self { true } else { false } }
  var isObject: Bool { if case .object = self { true } else { false } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var isTrue: Bool { if case .bool(true) = self { true } else { false } }
  var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}
