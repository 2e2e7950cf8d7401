internal import Classifier
internal import ListModel
internal import Markdown
internal import Rules
internal import Text

extension Report {
  /// The report in SARIF 2.1.0, for GitHub's code scanning and other viewers.
  ///
  /// See <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
  package func sarif(version: String) -> String {
    let used = Set(
      lists.flatMap { list in
        (list.findings + list.suppressed.map(\.located)).map(\.finding.rule)
      }
    ).sorted()
    let indices = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    var counts: [[String]: Int] = [:]
    var results: [JSONValue] = []
    for list in lists {
      for (located, suppression) in list.allFindings {
        let key = [list.path, located.identity?.description ?? "list", located.finding.rule]
        let words = key + located.finding.message.quotes
        counts[words, default: 0] += 1
        let fingerprint = Fingerprint(words + ["\(counts[words, default: 0])"])
        results.append(
          list.result(located, suppression, rule: indices[located.finding.rule] ?? 0, fingerprint)
        )
      }
    }
    let value: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "rubric",
              "semanticVersion": JSONValue(version),
              "informationUri": JSONValue(ruleCatalogueURL),
              "rules": .array(used.map(rule)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
          "properties": [
            "base": JSONValue(base), "head": JSONValue(head), "mergeBase": JSONValue(mergeBase),
          ],
        ]
      ],
    ]
    return value.text()
  }

  private func rule(_ id: String) -> JSONValue {
    guard let description = RuleCatalogue.rule(id)?.description else {
      return ["id": JSONValue(id), "helpUri": JSONValue(ruleCatalogueURL)]
    }
    return [
      "id": JSONValue(id),
      "shortDescription": ["text": JSONValue(description.summary)],
      "fullDescription": ["text": JSONValue("\(description.summary) \(description.rationale)")],
      "help": ["text": JSONValue(description.explanation)],
      "helpUri": JSONValue(ruleURL(id)),
      "defaultConfiguration": ["level": JSONValue(description.severity.rawValue)],
    ]
  }
}

/// Returns where a rule is explained.
func ruleURL(_ rule: String) -> String {
  RuleCatalogue.rule(rule) == nil ? ruleCatalogueURL : "\(ruleCatalogueURL)#\(rule)"
}

extension ListReport {
  /// What is reported and what is not, in the order of the lines.
  fileprivate var allFindings: [(LocatedFinding, Suppression?)] {
    let all =
      findings.map { ($0, Suppression?.none) } + suppressed.map { ($0.located, $0.suppression) }
    return all.enumerated().sorted { first, second in
      let (one, other) = (first.element.0, second.element.0)
      return (one.line, one.column, first.offset) < (other.line, other.column, second.offset)
    }
    .map(\.element)
  }

  fileprivate func result(
    _ located: LocatedFinding,
    _ suppression: Suppression?,
    rule: Int,
    _ fingerprint: Fingerprint
  ) -> JSONValue {
    let isNew = located.isIntroduced && suppression != .baseline
    var value: JSONValue = [
      "ruleId": JSONValue(located.finding.rule),
      "ruleIndex": .number(rule),
      "level": JSONValue(located.finding.severity.rawValue),
      "message": ["text": JSONValue(located.finding.message.plain.withoutEmbeddedLinks)],
      "locations": [
        [
          "physicalLocation": [
            "artifactLocation": artifact,
            "region": region(
              SourcePosition(line: located.line, column: located.column),
              SourcePosition(line: located.endLine, column: located.endColumn)
            ),
          ]
        ]
      ],
      "partialFingerprints": ["rubricEntryAndRule/v1": JSONValue(fingerprint.text)],
      "baselineState": isNew ? "new" : "unchanged",
      // Of all results of a run, this stands at each or at none.
      "suppressions": .array(suppression.map { [$0.suppressionComment] } ?? []),
    ]
    if let line = located.finding.relatedLine {
      value.add(
        "relatedLocations",
        [
          [
            "id": 1,
            "physicalLocation": [
              "artifactLocation": artifact, "region": ["startLine": .number(line)],
            ],
          ]
        ]
      )
    }
    if suppression == nil, let suggestion = suggestion(for: located) {
      value.add("fixes", [fix(suggestion)])
    }
    return value
  }

  private func fix(_ suggestion: Suggestion) -> JSONValue {
    let edit = SuggestedEdit(suggestion, in: document.text)
    return [
      "description": [
        "text": JSONValue("\(summary(of: suggestion)) (\(suggestion.applicability.rawValue))")
      ],
      "artifactChanges": [
        [
          "artifactLocation": artifact,
          "replacements": [
            [
              "deletedRegion": region(edit.start, edit.end),
              "insertedContent": ["text": JSONValue(edit.text)],
            ]
          ],
        ]
      ],
    ]
  }

  /// Returns what a suggestion does: of each finding that it removes, what the fix is.
  private func summary(of suggestion: Suggestion) -> String {
    var summaries: [String] = []
    for located in findings where located.lines == suggestion.lines && located.isFixable {
      guard suggestion.rules.contains(located.finding.rule), let fix = located.finding.fix,
        !summaries.contains(fix.summary)
      else { continue }
      summaries.append(fix.summary)
    }
    return summaries.isEmpty ? "Correct the entry" : summaries.joined(separator: "; ")
  }

  private var artifact: JSONValue {
    ["uri": JSONValue(path.percentEncodedPath), "uriBaseId": "%SRCROOT%"]
  }

  private func region(_ start: SourcePosition, _ end: SourcePosition) -> JSONValue {
    [
      "startLine": .number(start.line),
      "startColumn": .number(document.text.codePointColumn(start)),
      "endLine": .number(end.line),
      "endColumn": .number(document.text.codePointColumn(end)),
    ]
  }
}

extension SourceText {
  /// Returns the 1-based column in Unicode code points of a column in UTF-8 bytes.
  fileprivate func codePointColumn(_ position: SourcePosition) -> Int {
    guard lineNumbers.contains(position.line) else { return 1 }
    return bytes[line(position.line)].prefix(position.column - 1)
      .count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
  }
}

extension Suppression {
  fileprivate var suppressionComment: JSONValue {
    switch self {
    case .allowed(let reason): ["kind": "inSource", "justification": JSONValue(reason)]
    case .ignored(let row): ["kind": "external", "justification": JSONValue(row.reason)]
    case .baseline: ["kind": "external", "justification": "it is in the baseline"]
    }
  }
}

extension String {
  /// The text without what SARIF would take for a link (3.11.6): brackets that stand before a
  /// parenthesis are escaped.
  fileprivate var withoutEmbeddedLinks: String {
    guard contains("](") else { return self }
    return replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
  }

  /// The path as a relative URI reference (RFC 3986, 4.2).
  fileprivate var percentEncodedPath: String {
    let kept = Set("-._~/!$&'()*+,;=@".utf8)
    let encoded = utf8.map { byte -> String in
      if byte.isLetter || byte.isDigit || kept.contains(byte) {
        return String(UnicodeScalar(byte))
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
    return encoded.joined()
  }
}
