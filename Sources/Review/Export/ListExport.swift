package import Learning
package import ListModel
package import Parsing
package import Rules
internal import Text

/// Lists as data for other programs.
package struct ListExport: Sendable {
  /// A list and the rulebook by which it is read.
  package struct List: Sendable {
    package let path: String
    package let document: ListDocument
    package let settings: LearnedRulebook
    /// What registries say; empty where nobody asked.
    package let facts: FactTable
    /// The entries in the order of the file.
    package let entries: [Item]

    package init(
      path: String,
      document: ListDocument,
      settings: LearnedRulebook,
      knowing facts: FactTable = .none
    ) {
      self.path = path
      self.document = document
      self.settings = settings
      self.facts = facts
      let read = document.entries.concurrentMap { document.fields(at: $0) }
      let reader = CitationReader(document) { read[$0] }
      entries = Array(document.entries.indices).concurrentMap { index in
        let (place, entry) = (document.entries[index], read[index])
        let citation = reader.citation(of: entry, amongOthersOf: place.format).plain
        let dated = citation.dated(below: document.section(of: place).path)
        return Item(place: place, entry: entry, citation: citation, dated: dated)
      }
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
  package func json() -> String { jsonValue.text() }

  package var jsonValue: JSONValue {
    [
      "schema": 1,
      "revision": JSONValue(revision),
      "lists": .array(lists.map(\.jsonValue)),
    ]
  }
}

extension ListExport.List {
  /// An entry with its place and what it says to a reader.
  package struct Item: Sendable {
    package let place: EntryPlace
    package let entry: Entry
    /// As plain text.
    package let citation: Citation
    /// The same with the year of a heading above it, where it states none.
    package let dated: Citation
  }

  fileprivate var jsonValue: JSONValue {
    [
      "path": JSONValue(path),
      "rulebook": [
        "name": JSONValue(settings.rulebook.name), "evidence": JSONValue(settings.sentence),
      ],
      "legend": JSONValue(document.legend.items.map(\.name)),
      "entries": .each(entries) { item in
        var value: JSONValue = [
          "identity": JSONValue(item.entry.identity.description),
          "line": .number(item.place.lines.lowerBound),
          "endLine": .number(item.place.lines.upperBound - 1),
          "section": JSONValue(document.section(of: item.place).path),
          "year": JSONValue(item.dated.year),
          "entry": item.entry.jsonValue(item.citation),
        ]
        if !facts.isEmpty { value.add("facts", facts.jsonValue(of: item.entry)) }
        return value
      },
    ]
  }
}
