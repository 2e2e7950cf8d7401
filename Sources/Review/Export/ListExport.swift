package import ListModel
package import Rules

/// Lists as data for other programs.
package struct ListExport: Sendable {
  /// A list and the rulebook by which it is read.
  package struct List: Sendable {
    package let path: String
    package let document: ListDocument
    package let settings: LearnedRulebook

    package init(path: String, document: ListDocument, settings: LearnedRulebook) {
      self.path = path
      self.document = document
      self.settings = settings
    }
  }

  /// 40 hexadecimal digits; nil for the work tree.
  package let revision: String?
  package let lists: [List]

  package init(revision: String?, lists: [List]) {
    self.revision = revision
    self.lists = lists
  }

  /// The lists as JSON, with entries as `rubric check` writes them.
  package func json() throws -> String {
    let value: JSONValue = [
      "schema": 1,
      "revision": JSONValue(revision),
      "lists": .array(lists.map(\.jsonValue)),
    ]
    return try value.text()
  }
}

extension ListExport.List {
  /// The entries, each with its place, in the order of the file.
  package var entries: [(place: EntryPlace, entry: Entry)] {
    document.entries.map { ($0, document.entry(at: $0)) }
  }

  fileprivate var jsonValue: JSONValue {
    [
      "path": JSONValue(path),
      "rulebook": [
        "name": JSONValue(settings.rulebook.name), "evidence": JSONValue(settings.sentence),
      ],
      "legend": JSONValue(document.legend.items.map(\.name)),
      "entries": .array(
        entries.map { place, entry in
          [
            "identity": JSONValue(entry.identity.description),
            "line": .number(place.lines.lowerBound),
            "endLine": .number(place.lines.upperBound - 1),
            "section": JSONValue(document.section(of: place).path),
            "entry": entry.jsonValue,
          ]
        }
      ),
    ]
  }
}
