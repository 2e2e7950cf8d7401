/// How the entries of a list are written: one format, or one for each kind of section.
package struct ListFormat: Sendable {
  /// A format, and where it holds.
  package struct Part: Sendable {
    package let format: EntryFormat
    /// The section names, in lower case, whose entries have it; nil for all that no other part names.
    package let sections: Set<String>?
    /// The cells of the header of its tables, in lower case; empty outside tables.
    package let header: [String]

    package init(format: EntryFormat, sections: Set<String>? = nil, header: [String] = []) {
      self.format = format
      self.sections = sections
      self.header = header
    }
  }

  package let parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  package init(_ format: EntryFormat) { parts = [Part(format: format)] }

  /// Whether all entries are one line that is read by what its fields are.
  package var isPlainLine: Bool { parts.count == 1 && parts[0].format.isPlainLine }

  /// Returns the index of the part that a unit's entry is read by, nil where it is no entry.
  func index(of unit: Unit, in section: Section) -> Int? {
    let fitting = parts.indices.filter { index in
      parts[index].format.unit == unit.kind
        && (unit.kind != .row || parts[index].header.isEmpty || parts[index].header == unit.header)
    }
    let name = section.name.lowercased()
    return fitting.first { parts[$0].sections?.contains(name) ?? false }
      ?? fitting.first { parts[$0].sections == nil }
      ?? fitting.first
  }
}
