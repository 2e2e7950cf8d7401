internal import FoundationEssentials

/// GitHub's JSON, read leniently: unknown keys are ignored.
enum JSON {
  /// Decodes a value, or throws the error that `failure` makes of what is wrong and where.
  static func decode<Value: Decodable, Failure>(
    _ type: Value.Type,
    from bytes: [UInt8],
    orThrow failure: (String) -> Failure
  ) throws(Failure) -> Value {
    do {
      // The name of a file can be any bytes; one that is not UTF-8 must not hide the others.
      let text = String(decoding: bytes, as: UTF8.self)
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch let error as DecodingError {
      throw failure(explain(error))
    } catch {
      throw failure("\(error)")
    }
  }

  /// Encodes a value with its keys in order, so that equal values are equal bytes.
  static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("a request's body can be written as JSON: \(error)")
    }
  }

  private static func explain(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "'\(place(context.codingPath + [key]))' is missing"
    case .valueNotFound(_, let context): "'\(place(context.codingPath))' is null"
    case .typeMismatch(let type, let context):
      "'\(place(context.codingPath))' is not of the type \(type)"
    case .dataCorrupted(let context) where context.codingPath.isEmpty: "not JSON"
    case .dataCorrupted(let context):
      "'\(place(context.codingPath))' is \(context.debugDescription)"
    @unknown default: "\(error)"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.reduce(into: "") { text, key in
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
  }
}
