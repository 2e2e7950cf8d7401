import FoundationEssentials

/// GitHub's own description of the operations in use: what a request may hold, and what an answer
/// holds.
package struct Description: Sendable {
  /// An operation of the description.
  package struct Operation: Sendable {
    package let fields: JSON

    package var id: String { fields["id"]?.string ?? "" }
    package var method: String { fields["method"]?.string ?? "" }
    package var path: String { fields["path"]?.string ?? "" }
    package var status: Int { fields["status"]?.int ?? 0 }
    package var example: JSON? { fields["example"] }
  }

  package let operations: [Operation]
  private let schemas: JSON

  /// The description in the file beside this one.
  package static let github: Description = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    guard let data = try? Data(contentsOf: folder.appending(path: "Description/operations.json")),
      let file = JSON(Array(data)), let operations = file["operations"]?.array,
      let schemas = file["schemas"]
    else { preconditionFailure("the description is beside its reader") }
    return Description(operations: operations.map(Operation.init), schemas: schemas)
  }()

  /// Returns the operation that a request is for, by its path below the root of the API.
  ///
  /// Links between pages name a repository by its number.
  package func operation(_ method: String, _ segments: [String]) -> Operation? {
    let segments =
      segments.first == "repositories" ? ["repos", "", ""] + segments.dropFirst(2) : segments
    return operations.first { operation in
      let patterns = operation.path.split(separator: "/")
      // The last parameter may be several segments: a path.
      let isOpen = patterns.last == "{path}"
      return operation.method == method
        && (segments.count == patterns.count || (isOpen && segments.count > patterns.count))
        && zip(segments, patterns).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
  }

  /// Returns how a request differs from its description; nil if it fits.
  package func mismatch(of request: LoopbackServer.Request, _ operation: Operation) -> String? {
    let parameters = operation.fields["query"]?.array?.compactMap(\.string) ?? []
    if let unknown = request.query.keys.sorted().first(where: { !parameters.contains($0) }) {
      return "the parameter '\(unknown)'"
    }
    guard let schema = operation.fields["body"] else {
      return request.body.isEmpty ? nil : "a body that nobody asked for"
    }
    guard let body = JSON(request.body) else { return "a body that is not JSON" }
    return mismatch(of: body, with: schema, at: "body", asAnswer: false)
  }

  /// Returns how an answer of success differs from its description; nil if it fits.
  package func mismatch(ofAnswer answer: JSON, _ operation: Operation) -> String? {
    guard let schema = operation.fields["answer"] else { return "an answer with a body" }
    return mismatch(of: answer, with: schema, at: "answer", asAnswer: true)
  }

  /// Returns an answer with all that the description requires and nobody here looks at.
  package func completed(_ answer: JSON, _ operation: Operation) -> JSON {
    operation.fields["answer"].map { completed(answer, $0) } ?? answer
  }

  /// What GitHub gives as null although its description says otherwise: the lines of outdated
  /// comments, and the repositories of deleted forks.
  private static let nullInTruth: Set = [
    "line", "original_line", "original_position", "original_start_line", "position", "repo", "side",
    "start_line", "start_side",
  ]

  private func resolved(_ schema: JSON) -> JSON {
    schema["ref"]?.string.flatMap { schemas[$0] } ?? schema
  }

  private func mismatch(
    of value: JSON,
    with schema: JSON,
    at place: String,
    asAnswer: Bool
  ) -> String? {
    let schema = resolved(schema)
    if value == .null, schema["nullable"] == .bool(true) { return nil }
    if let choices = schema["oneOf"]?.array {
      let all = choices.map { mismatch(of: value, with: $0, at: place, asAnswer: asAnswer) }
      return all.contains(nil) ? nil : all.first ?? nil
    }
    switch (schema["type"]?.string, value) {
    case ("object", .object(let fields)):
      guard case .object(let properties) = schema["properties"] else { return nil }
      for name in schema["required"]?.array ?? [] where fields[name.string ?? ""] == nil {
        return "\(place).\(name.string ?? "") is missing"
      }
      for (name, field) in fields.sorted(by: { $0.key < $1.key }) {
        let inner = "\(place).\(name)"
        guard let property = properties[name] else { return "\(inner) is unknown" }
        if asAnswer, field == .null, Self.nullInTruth.contains(name) { continue }
        if let text = mismatch(of: field, with: property, at: inner, asAnswer: asAnswer) {
          return text
        }
      }
      return nil
    case ("array", .array(let elements)):
      guard let inner = schema["items"] else { return nil }
      return elements.lazy.compactMap {
        mismatch(of: $0, with: inner, at: "\(place)[]", asAnswer: asAnswer)
      }.first
    case ("string", .string):
      let allowed = schema["enum"]?.array ?? [value]
      return allowed.contains(value) ? nil : "\(place) is \(value)"
    case ("integer", .number), ("number", .number), ("boolean", .bool), (nil, _): return nil
    case (let type, _): return "\(place) is not \(type ?? "a value")"
    }
  }

  private func completed(_ value: JSON, _ schema: JSON) -> JSON {
    let schema = resolved(schema)
    if let choice = schema["oneOf"]?.array?.first { return completed(value, choice) }
    switch value {
    case .object(var fields):
      guard case .object(let properties) = schema["properties"] else { return value }
      for (name, field) in fields {
        if let property = properties[name] { fields[name] = completed(field, property) }
      }
      for name in schema["required"]?.array?.compactMap(\.string) ?? [] where fields[name] == nil {
        fields[name] = properties[name].map(blank) ?? .null
      }
      return .object(fields)
    case .array(let elements):
      return schema["items"].map { items in .array(elements.map { completed($0, items) }) } ?? value
    default: return value
    }
  }

  /// The least value of a type.
  private func blank(_ schema: JSON) -> JSON {
    let schema = resolved(schema)
    if schema["nullable"] == .bool(true) { return .null }
    if let choice = schema["oneOf"]?.array?.first { return blank(choice) }
    switch schema["type"]?.string {
    case "object": return completed(.object([:]), schema)
    case "array": return .array([])
    case "integer", "number": return 0
    case "boolean": return false
    default: return schema["enum"]?.array?.first ?? ""
    }
  }
}
