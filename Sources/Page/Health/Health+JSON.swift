package import Review
internal import Rules

extension Health {
  /// The numbers as JSON, with the keys of a finding as `rubric check` writes them.
  package func json(_ lists: ListExport) -> String {
    let value: JSONValue = [
      "schema": 1,
      "revision": JSONValue(lists.revision),
      "summary": [
        "errors": .number(count(of: .error)),
        "warnings": .number(count(of: .warning)),
        "notes": .number(count(of: .note)),
      ],
      "rules": counts { $0.rule },
      "sections": counts { $0.section },
      "findings": .array(
        findings.map { finding in
          [
            "path": JSONValue(lists.lists[finding.list].path),
            "rule": JSONValue(finding.rule),
            "severity": JSONValue(finding.severity.rawValue),
            "message": JSONValue(finding.message),
            "line": .number(finding.line),
            "section": JSONValue(finding.section),
          ]
        }
      ),
      "history": .array(
        points.map { point in
          [
            "time": JSONValue(point.time.text),
            "entries": .number(point.entries),
            "errors": .number(point.errors),
            "warnings": .number(point.warnings),
            "notes": .number(point.notes),
          ]
        }
      ),
    ]
    return value.text() + "\n"
  }

  private func counts(by key: (HealthFinding) -> String) -> JSONValue {
    .object(Dictionary(grouping: findings, by: key).map { ($0, .number($1.count)) })
  }
}
