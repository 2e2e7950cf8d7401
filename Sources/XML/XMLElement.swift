/// An element of an XML document, with what is inside it.
package struct XMLElement: Sendable, Equatable {
  /// The name without its namespace.
  package let name: String
  /// The namespace's address; empty where it has none.
  package let namespace: String
  /// By names without namespaces.
  package let attributes: [String: String]
  package internal(set) var children: [XMLElement] = []
  /// The characters directly inside it, in one piece.
  package internal(set) var text = ""

  /// Returns the first child of a name, in any namespace.
  package func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// Returns the children of a name, in any namespace.
  package func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
