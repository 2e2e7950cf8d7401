import FoundationEssentials
import Patterns
import Testing
import YAML

/// A JSON Schema, as far as `rules/schema.json` goes: the draft's keywords that it uses, and no others.
///
/// JSON is YAML, so both the schema and what it describes are read by the same parser.
struct Schema {
  private let root: Node

  init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules/schema.json").standardized
    root = try YAMLFile(Array(try Data(contentsOf: path)), name: "schema.json").root
  }

  /// Returns what stands at a path of keys, after references.
  func at(_ path: String) throws -> Node {
    var node = root
    for key in path.split(separator: "/") {
      node = try resolved(#require(node[String(key)], "\(path)"))
    }
    return node
  }

  /// The names of the properties that a path's objects may have.
  func properties(at path: String) throws -> Set<String> {
    let node = try at(path)
    #expect(node["additionalProperties"]?.text == "false", "\(path)")
    return Set(try #require(node["properties"], "\(path)").pairs.map(\.key.text))
  }

  /// The values of which a rulebook has one, by the place of what the schema says of them.
  var enumerations: [String: [String]] { root.enumerations(at: "") }

  /// The places of all that has properties of its own.
  var mappings: Set<String> { root.mappings(at: "") }

  /// Returns what is wrong with a rulebook, nil where it is as the schema says.
  func fault(of rulebook: Node) throws -> String? { try fault(of: rulebook, by: root, at: "") }

  private func resolved(_ node: Node) throws -> Node {
    guard let reference = node["$ref"]?.text else { return node }
    return try at(String(reference.dropFirst(2)))
  }

  private func fault(of value: Node, by schema: Node, at path: String) throws -> String? {
    for (key, keyword) in schema.pairs {
      if let fault = try fault(of: value, by: key.text, keyword, of: schema, at: path) {
        return "\(path): \(key.text): \(fault)"
      }
    }
    return nil
  }

  private func fault(
    of value: Node,
    by name: String,
    _ keyword: Node,
    of schema: Node,
    at path: String
  ) throws -> String? {
    switch name {
    case "$schema", "title", "description", "definitions": return nil
    case "$ref": return try fault(of: value, by: resolved(schema), at: path)
    case "type":
      let types = keyword.items.isEmpty ? [keyword.text] : keyword.items.map(\.text)
      return types.contains(where: value.types.contains) ? nil : "\(value.types)"
    case "enum": return keyword.items.contains { $0.text == value.text } ? nil : value.text
    case "const": return keyword.text == value.text ? nil : value.text
    case "oneOf": return try matches(value, keyword.items, path) == 1 ? nil : "not one"
    case "anyOf": return try matches(value, keyword.items, path) > 0 ? nil : "none"
    case "not": return try matches(value, [keyword], path) == 0 ? nil : "it is"
    case "properties", "additionalProperties", "propertyNames", "required", "minProperties":
      guard value.types == ["object"] else { return nil }
      return try objectFault(of: value, by: name, keyword, of: schema, at: path)
    case "items":
      return try value.items.lazy.compactMap { try fault(of: $0, by: keyword, at: path) }.first
    case "minItems": return try value.items.count >= number(keyword) ? nil : "too few"
    case "minLength": return try value.text.count >= number(keyword) ? nil : "too short"
    case "maxLength": return try value.text.count <= number(keyword) ? nil : "too long"
    case "minimum": return try (Int(value.text) ?? .max) >= number(keyword) ? nil : "too small"
    case "maximum": return try (Int(value.text) ?? .min) <= number(keyword) ? nil : "too great"
    case "pattern":
      let text = Array(value.text.utf8)
      return try Pattern(keyword.text).isFound(in: text, 0..<text.count) ? nil : value.text
    default:
      Issue.record("the keyword '\(name)' is not checked")
      return nil
    }
  }

  private func objectFault(
    of value: Node,
    by name: String,
    _ keyword: Node,
    of schema: Node,
    at path: String
  ) throws -> String? {
    let known = Set(schema["properties"]?.pairs.map(\.key.text) ?? [])
    for (key, member) in value.pairs {
      let fault: String? =
        switch name {
        case "properties":
          try keyword[key.text].flatMap {
            try self.fault(of: member, by: $0, at: "\(path)/\(key.text)")
          }
        case "additionalProperties" where !known.contains(key.text):
          keyword.text == "false"
            ? key.text : try self.fault(of: member, by: keyword, at: "\(path)/\(key.text)")
        case "propertyNames": try self.fault(of: key, by: keyword, at: path)
        default: nil
        }
      if let fault { return fault }
    }
    switch name {
    case "required": return keyword.items.map(\.text).first { value[$0] == nil }
    case "minProperties": return try value.pairs.count >= number(keyword) ? nil : "too few"
    default: return nil
    }
  }

  private func matches(_ value: Node, _ schemas: [Node], _ path: String) throws -> Int {
    try schemas.count { try fault(of: value, by: $0, at: path) == nil }
  }

  private func number(_ keyword: Node) throws -> Int { try #require(Int(keyword.text)) }
}

extension Node {
  fileprivate subscript(key: String) -> Node? { pairs.first { $0.key.text == key }?.value }

  fileprivate var pairs: [(key: Node, value: Node)] {
    if case .mapping(let pairs) = value { pairs } else { [] }
  }

  fileprivate func enumerations(at path: String) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for (key, member) in pairs {
      if key.text == "enum", !member.items.isEmpty {
        found[path] = member.items.map(\.text)
      } else {
        let place = path.isEmpty ? key.text : "\(path)/\(key.text)"
        found.merge(member.enumerations(at: place)) { $1 }
      }
    }
    return found
  }

  fileprivate func mappings(at path: String) -> Set<String> {
    var found: Set<String> = []
    if self["additionalProperties"]?.text == "false", self["properties"] != nil {
      found.insert(path)
    }
    for (key, member) in pairs {
      found.formUnion(member.mappings(at: path.isEmpty ? key.text : "\(path)/\(key.text)"))
    }
    return found
  }

  var items: [Node] { if case .sequence(let items) = value { items } else { [] } }

  /// What JSON calls it.
  fileprivate var types: [String] {
    switch value {
    case .mapping: ["object"]
    case .sequence: ["array"]
    case .scalar(let text, isPlain: true) where Int(text) != nil: ["integer", "number"]
    case .scalar("true", isPlain: true), .scalar("false", isPlain: true): ["boolean"]
    case .scalar: ["string"]
    }
  }
}
