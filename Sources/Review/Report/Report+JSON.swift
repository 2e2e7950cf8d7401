internal import Classifier
internal import Learning
internal import ListModel
internal import Parsing
internal import Rules

extension Report {
  /// The report as JSON, indented, with its keys sorted, so that the same report is the same bytes.
  package func json() -> String { jsonValue.text() }

  package var jsonValue: JSONValue {
    [
      "schema": 1,
      "base": JSONValue(base),
      "head": JSONValue(head),
      "mergeBase": JSONValue(mergeBase),
      "lists": .array(lists.map(\.jsonValue)),
      "summary": [
        "added": .number(count(of: .added)),
        "changed": .number(count(of: .changed)),
        "moved": .number(count(of: .moved)),
        "removed": .number(count(of: .removed)),
        "errors": .number(count(of: .error)),
        "warnings": .number(count(of: .warning)),
        "notes": .number(count(of: .note)),
      ],
    ]
  }
}

extension ListReport {
  fileprivate var jsonValue: JSONValue {
    let reader = CitationReader(document)
    let share = document.readingShare
    return [
      "path": JSONValue(path),
      "changes": .each(changes) { $0.jsonValue(by: reader) },
      "findings": .each(findings, \.jsonValue),
      "suggestions": .each(suggestions, \.jsonValue),
      "rulebook": [
        "name": JSONValue(settings?.rulebook.name),
        "evidence": JSONValue(settings?.sentence),
      ],
      "reading": [
        "read": .number(share.read), "total": .number(share.total),
        "isPoor": .bool(share.isPoor), "firstUnread": JSONValue(share.firstUnread),
      ],
      "template": document.template?.jsonValue ?? .null,
      "legend": [
        "added": JSONValue(legendChange.added), "removed": JSONValue(legendChange.removed),
      ],
    ]
  }
}

extension StatedTemplate {
  fileprivate var jsonValue: JSONValue { ["line": .number(line), "text": JSONValue(text)] }
}

extension Change {
  fileprivate func jsonValue(by reader: CitationReader) -> JSONValue {
    let side = head ?? base
    return [
      "kind": JSONValue(kind.rawValue),
      "identity": JSONValue(side.map { $0.entry.identity.description }),
      "fields": JSONValue(fields.map(\.rawValue)),
      "line": JSONValue(head?.place.lines.lowerBound),
      "endLine": JSONValue(head.map { $0.place.lines.upperBound - 1 }),
      "baseLine": JSONValue(base?.place.lines.lowerBound),
      "section": JSONValue(side?.section ?? []),
      "baseSection": base.map { JSONValue($0.section) } ?? .null,
      "entry": side.map { side in
        side.entry.jsonValue(
          reader.citation(of: side.entry, amongOthersOf: side.place.format).plain
        )
      } ?? .null,
    ]
  }
}

extension Entry {
  /// Returns an entry as every JSON has it, with what it says to a reader, as plain text.
  func jsonValue(_ citation: Citation) -> JSONValue {
    [
      "tags": JSONValue(tags?.tags.map(\.name) ?? []),
      "title": JSONValue(citation.title),
      "name": JSONValue(citation.name),
      "authors": JSONValue(citation.authors),
      "date": JSONValue(text(of: .date)),
      "description": JSONValue(citation.description),
      "details": JSONValue(details),
      "keywords": JSONValue(keywords.map(string)),
      "venue": JSONValue(citation.venue),
      "year": JSONValue(citation.year),
      "links": .array(
        citation.links.map {
          ["label": JSONValue($0.label), "url": JSONValue($0.url), "key": JSONValue(key(of: $0))]
        }
      ),
      "text": JSONValue(String(decoding: source, as: UTF8.self)),
    ]
  }
}

extension LocatedFinding {
  fileprivate var jsonValue: JSONValue {
    var value: JSONValue = [
      "rule": JSONValue(finding.rule),
      "severity": JSONValue(finding.severity.rawValue),
      "message": JSONValue(finding.message.plain),
      "line": .number(line),
      "endLine": .number(endLine),
      "column": .number(column),
      "endColumn": .number(endColumn),
      "identity": JSONValue(identity?.description),
      "introduced": .bool(isIntroduced),
      "fixable": .bool(isFixable),
      "relatedLine": JSONValue(finding.relatedLine),
    ]
    if let evidence = finding.evidence {
      var counts: JSONValue = [
        "scope": JSONValue(evidence.scope.rawValue), "agree": .number(evidence.agree),
        "of": .number(evidence.of),
      ]
      if evidence.isSample { counts.add("sampled", .bool(true)) }
      if evidence.isEarlier { counts.add("earlier", .bool(true)) }
      value.add("evidence", counts)
    }
    return value
  }
}

extension Suggestion {
  fileprivate var jsonValue: JSONValue {
    [
      "identity": JSONValue(identity?.description),
      "line": .number(lines.lowerBound),
      "endLine": .number(lines.upperBound - 1),
      "replacement": JSONValue(replacement),
      "rules": JSONValue(rules),
      "applicability": JSONValue(applicability.rawValue),
    ]
  }
}
