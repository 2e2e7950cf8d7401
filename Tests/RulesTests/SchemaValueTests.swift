import Patterns
import RuleBooks
import Testing
import YAML

@testable import ListModel
@testable import Rules

/// The values that `rules/schema.json` names, held against the declarations by which they are read.
struct SchemaValueTests {
  private static let severities = Severity.allCases.map(\.rawValue)
  private static let markers = ["-", "*", "+", "1.", "1)"]
  private static let pair = {
    let fields = FieldName.allCases.map(\.rawValue).joined(separator: "|")
    return "^(start|\(fields)) (end|\(fields))$"
  }()

  /// What stands at each place of the schema that names several values.
  private static let values: [String: [String]] = [
    "properties/extends": RuleBooks.all.map(\.name),
    "properties/marker": markers,
    "properties/arxiv": Rulebook.ArXivForm.allCases.map(\.rawValue),
    "properties/arxiv-customs/items": Rulebook.ArXivCustom.allCases.map(\.rawValue),
    "properties/errors": ["all", "certain"],
    "definitions/severity": severities + ["off"],
    "definitions/eligibility/properties/licence": ["any", "required"],
    "definitions/rule": RuleCatalogue.ids,
    "definitions/order": EntryOrder.allCases.map(\.rawValue),
    "definitions/venue/properties/kind": VenueVocabulary.Kind.allCases.map(\.rawValue),
    "definitions/check-field": CheckSubject.Field.allCases.map(\.rawValue),
    "definitions/check-capitalisation/properties/style": Capitalisation.Style.allCases
      .map(\.rawValue),
  ]
  .merging(
    ["entry", "format"].flatMap { name in
      [
        ("definitions/\(name)/properties/unit", EntryFormat.Unit.allCases.map(\.rawValue)),
        ("definitions/\(name)/properties/marker", markers),
        ("definitions/\(name)/properties/numbering", Numbering.allCases.map(\.rawValue)),
        (
          "definitions/\(name)/properties/customs/items",
          EntryFormat.Custom.allCases.map(\.rawValue)
        ),
      ]
    }
  ) { $1 }
  .merging(Check.Kind.allCases.map { ("definitions/check-\($0)/properties/level", severities) }) {
    $1
  }

  @Test func `every place of the schema that names values is held against what reads them`() throws
  {
    #expect(Set(try Schema().enumerations.keys) == Set(Self.values.keys))
  }

  @Test(arguments: values.keys.sorted())
  func `the schema names the values that are read, and no others`(_ path: String) throws {
    let values = try #require(Self.values[path])
    let named = try #require(try Schema().enumerations[path])
    #expect(named.count == Set(named).count)
    #expect(named.sorted() == values.sorted(), "\(path)")
  }

  @Test func `each kind of check is one in the schema`() throws {
    let kinds = try Check.Kind.allCases.map { kind in
      try Schema().at("definitions/check-\(kind.rawValue)/properties/kind/const").text
    }
    #expect(kinds == Check.Kind.allCases.map(\.rawValue))
    let ways = try Schema().at("definitions/check/oneOf").items
    #expect(ways.count == kinds.count)
  }

  @Test(arguments: [
    "definitions/entry/properties/between/propertyNames",
    "definitions/format/properties/between/propertyNames",
    "definitions/entry/properties/certain/items",
    "definitions/format/properties/certain/items",
    "definitions/habits/propertyNames",
  ])
  func `the schema knows the fields that two can stand side by side`(_ path: String) throws {
    #expect(try Schema().at("\(path)/pattern").text == Self.pair)
  }

  @Test func `the schema knows what a nested item can say`() throws {
    let values = DetailForm.Value.allCases.map(\.rawValue)
    for value in values + ["other"] {
      let text = Array("Key: {\(value)?}".utf8)
      let pattern = try Schema().at("definitions/detail-style/properties/items/items/pattern").text
      let isKnown = try Pattern(pattern).isFound(in: text, 0..<text.count)
      #expect(isKnown == values.contains(value), "\(value)")
    }
  }
}
