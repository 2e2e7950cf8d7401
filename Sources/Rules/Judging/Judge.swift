package import ListModel

/// Holds entries and lists against all rules of a rulebook.
package struct Judge: Sendable {
  private let entryRules: [any EntryRule]
  private let listRules: [any ListRule]
  private let revisionRules: [any RevisionRule]
  private let severities: [String: Severity?]
  private let errorRules: Set<String>?

  package init(_ rulebook: Rulebook) {
    // A key with a nil behind it switches the rule off. Descriptions are made only for those asked
    // about: with all their examples they cost more than a small list does.
    let off = Set(rulebook.severities.filter { $0.value == nil }.keys)
    func isOn(_ rule: any Rule.Type) -> Bool {
      if rule.isOffByDefault { return rulebook.severities[rule.description.id] ?? nil != nil }
      return off.isEmpty || !off.contains(rule.description.id)
    }
    entryRules = RuleCatalogue.entryRules.filter(isOn).map { $0.init() }
    listRules = RuleCatalogue.listRules.filter(isOn).map { $0.init() }
    revisionRules = RuleCatalogue.revisionRules.filter(isOn).map { $0.init() }
    severities = rulebook.severities
    errorRules = rulebook.errorRules
  }

  /// Returns what is wrong with an entry, in the order of its text.
  package func findings(on entry: Entry, in context: EntryContext) -> [Finding] {
    sorted(entryRules.flatMap { $0.check(entry, in: context) })
  }

  /// Returns what is wrong with a list beside its entries, in the order of its lines.
  package func findings(on list: ListDocument, in context: ListContext) -> [Finding] {
    sorted(listRules.flatMap { $0.check(list, in: context) })
  }

  /// Returns what a contribution made wrong of a list as a whole, in the order of its lines.
  package func findings(on revision: Revision, in context: ListContext) -> [Finding] {
    sorted(revisionRules.flatMap { $0.check(revision, in: context) })
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      if let severity = severities[finding.rule] ?? nil { return finding.with(severity: severity) }
      guard let errorRules, finding.severity == .error, !errorRules.contains(finding.rule) else {
        return finding
      }
      return finding.with(severity: .warning)
    }
    .enumerated().sorted { first, second in
      (first.element.range.lowerBound, first.offset)
        < (second.element.range.lowerBound, second.offset)
    }
    .map(\.element)
  }
}

extension Finding {
  fileprivate func with(severity: Severity) -> Finding {
    Finding(
      rule: rule,
      severity: severity,
      message: message,
      range: range,
      fix: fix,
      relatedLine: relatedLine
    )
  }
}
