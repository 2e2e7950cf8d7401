import Foundation
import Testing
import YAML

/// `.github/docs/rulebook.md`, by which people know the keys of a rulebook, held against the schema.
struct RulebookPageTests {
  /// The tables of keys by their headings, and what the schema calls the mappings with these keys.
  private static let tables: [(heading: String, paths: [String])] = [
    ("The rulebook", [""]),
    ("A format", ["definitions/format", "definitions/entry"]),
    ("Tags", ["definitions/tag-style"]),
    ("Links", ["definitions/link-style"]),
    ("Nested items", ["definitions/detail-style"]),
    (
      "Shares",
      [
        "definitions/habits/additionalProperties",
        "definitions/link-style/properties/host-labels/additionalProperties",
      ]
    ),
    ("A section", ["definitions/section"]),
    ("A venue", ["definitions/venue"]),
    ("Hosts", ["definitions/hosts"]),
    ("Eligibility", ["definitions/eligibility"]),
    (
      "A check",
      ["existence", "substitution", "occurrence", "pattern", "capitalisation", "required"]
        .map { "definitions/check-\($0)" }
    ),
    ("An exception", ["definitions/ignored"]),
  ]

  /// What stands in the first columns of the page's tables, by the headings above them.
  private static func names() throws -> [String: Set<String>] {
    let path = URL(filePath: #filePath).appending(path: "../../../.github/docs/rulebook.md")
    let page = try String(contentsOf: path.standardized, encoding: .utf8)
    let part = try #require(page.components(separatedBy: "\n## All keys\n").last)
    var names: [String: Set<String>] = [:]
    for section in part.components(separatedBy: "\n### ").dropFirst() {
      let lines = section.split(separator: "\n")
      let rows = lines.filter { $0.hasPrefix("| `") }
      let cells = rows.compactMap { $0.components(separatedBy: " | ").first }
      names[String(lines[0]), default: []] = Set(
        cells.flatMap { cell in
          cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }
            .map(\.element)
        }
      )
    }
    return names
  }

  @Test(arguments: tables.map(\.heading))
  func `the page has the keys of the schema, and no others`(_ heading: String) throws {
    let table = try #require(Self.tables.first { $0.heading == heading })
    let schema = try Schema()
    let keys = try Set(table.paths.flatMap { try schema.properties(at: $0) })
    let names = try #require(try Self.names()[heading])
    #expect(names.subtracting(keys) == [], "only the page has them")
    #expect(keys.subtracting(names) == [], "the page lacks them")
  }

  @Test func `the page has all customs and all tables`() throws {
    let names = try Self.names()
    let customs = try Schema().at("definitions/format/properties/customs/items/enum").items
    #expect(names["Customs"] == Set(customs.map(\.text)))
    #expect(Set(names.keys) == Set(Self.tables.map(\.heading) + ["Customs"]))
  }

  /// A mapping of the schema that no table shows would be one that nobody finds.
  @Test func `each mapping with keys has a table`() throws {
    let shown = Set(Self.tables.flatMap(\.paths))
    let inner: Set = ["definitions/venue-style", "definitions/rules"]
    let missing = try Schema().mappings.subtracting(shown).subtracting(inner)
    #expect(missing == [])
  }
}
