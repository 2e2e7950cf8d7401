internal import Classifier
internal import ListModel
internal import Markdown
internal import Rules

extension Report {
  /// The report in reviewdog's diagnostic format: columns count UTF-8 bytes, ends are exclusive.
  ///
  /// See <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>.
  package func rdjson() -> String {
    let value: JSONValue = [
      "source": ["name": "rubric", "url": JSONValue(ruleCatalogueURL)],
      "diagnostics": .array(lists.flatMap(\.diagnostics)),
    ]
    return value.text()
  }
}

extension ListReport {
  /// A suggestion stands at the first finding that it mends, so that an entry has it once.
  fileprivate var diagnostics: [JSONValue] {
    var given: Set<Int> = []
    return findings.map { located in
      var value: JSONValue = [
        "message": JSONValue(
          located.finding.message.plain + (located.isIntroduced ? "" : " (it was there before)")
        ),
        "location": [
          "path": JSONValue(path),
          "range": .range(
            SourcePosition(line: located.line, column: located.column),
            SourcePosition(line: located.endLine, column: located.endColumn)
          ),
        ],
        "severity": JSONValue(located.level),
        "code": [
          "value": JSONValue(located.finding.rule),
          "url": JSONValue(ruleURL(located.finding.rule)),
        ],
      ]
      if let line = located.finding.relatedLine {
        value.add(
          "related_locations",
          [
            [
              "message": "the other one",
              "location": [
                "path": JSONValue(path), "range": ["start": ["line": .number(line)]],
              ],
            ]
          ]
        )
      }
      if let suggestion = suggestion(for: located),
        given.insert(suggestion.lines.lowerBound * 2 + (suggestion.identity == nil ? 0 : 1))
          .inserted
      {
        let edit = SuggestedEdit(suggestion, in: document.text)
        value.add(
          "suggestions",
          [["range": .range(edit.start, edit.end), "text": JSONValue(edit.text)]]
        )
      }
      return value
    }
  }
}

extension LocatedFinding {
  /// What was there before is told and weighs nothing.
  fileprivate var level: String {
    guard isIntroduced else { return "INFO" }
    return switch finding.severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}

extension JSONValue {
  fileprivate static func range(_ start: SourcePosition, _ end: SourcePosition) -> JSONValue {
    ["start": .position(start), "end": .position(end)]
  }

  private static func position(_ position: SourcePosition) -> JSONValue {
    ["line": .number(position.line), "column": .number(position.column)]
  }
}
