internal import Text
package import YAML

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

  /// Returns the formats with another bullet or number for their items.
  package func with(marker: String) -> ListFormat {
    ListFormat(
      parts.map { part in
        Part(format: part.format.with(marker: marker), sections: part.sections, header: part.header)
      }
    )
  }

  /// Returns the formats with other venues that are known in all of them.
  package func knowing(_ venues: VenueVocabulary) -> ListFormat {
    ListFormat(
      parts.map { part in
        Part(format: part.format.knowing(venues), sections: part.sections, header: part.header)
      }
    )
  }

  /// Returns the formats for a document with other definitions for its links.
  package func resolving(_ references: References) -> ListFormat {
    ListFormat(
      parts.map { part in
        Part(
          format: part.format.resolving(references),
          sections: part.sections,
          header: part.header
        )
      }
    )
  }

  /// Returns the index of the part that a unit's entry is read by, nil where it is not an entry.
  package func index(of unit: Unit, in section: Section) -> Int? {
    func fits(_ index: Int) -> Bool {
      parts[index].format.unit == unit.kind
        && (unit.kind != .row || parts[index].header.isEmpty || parts[index].header == unit.header)
    }
    // Where there is but one, no section has to be asked.
    if parts.count == 1 { return fits(0) ? 0 : nil }
    let fitting = parts.indices.filter(fits)
    // A section that is not named itself has the format of the nearest one around it that is.
    for name in section.path.reversed() {
      let name = name.lowercased()
      if let named = fitting.first(where: { parts[$0].sections?.contains(name) ?? false }) {
        return named
      }
    }
    return fitting.first { parts[$0].sections == nil } ?? fitting.first
  }
}

extension ListFormat {
  /// Reads a rulebook's `formats`: a sequence of formats, each with the `sections` it is for and, for
  /// rows, the `header` of their tables.
  ///
  /// `labels` are the words that links have on other lists.
  package init(
    formats node: Node,
    in file: YAMLFile,
    venues: VenueVocabulary,
    labels: LinkLabels
  ) throws(YAMLError) {
    guard case .sequence(let nodes) = node.value, !nodes.isEmpty else {
      throw file.error(
        "'formats' must be a sequence of entry formats, not \(node.kind)",
        at: node.mark
      )
    }
    var parts: [Part] = []
    for node in nodes {
      var fields = try Fields(node, in: file, as: "an entry format")
      let sections = try fields.strings("sections").map { Set($0.map { $0.lowercased() }) }
      let header = try fields.strings("header")?.map { $0.lowercased() } ?? []
      let format = try EntryFormat(&fields, venues: venues, labels: labels)
      try fields.finish()
      parts.append(Part(format: format, sections: sections, header: header))
    }
    self.init(parts)
  }

  /// Reads a rulebook's `entry`: the one format of all entries.
  package init(
    entry node: Node,
    in file: YAMLFile,
    venues: VenueVocabulary,
    labels: LinkLabels
  ) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "an entry format")
    self.init(try EntryFormat(&fields, venues: venues, labels: labels))
    try fields.finish()
  }
}
