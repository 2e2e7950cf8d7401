package import ListModel

/// Holds entries and lists against all rules of a rulebook.
package struct Judge: Sendable {
  private let entryRules: [any EntryRule]
  private let listRules: [any ListRule]
  private let rulebook: Rulebook

  package init(_ rulebook: Rulebook) {
    // A key with a nil behind it switches the rule off. Descriptions are made only for those asked
    // about: with all their examples they cost more than a small list does.
    let raised = rulebook.sections.flatMap { $0.severities.filter { $0.value != nil }.keys }
    let off = Set(rulebook.severities.filter { $0.value == nil }.keys).subtracting(raised)
    func isOn(_ rule: any Rule.Type) -> Bool { off.isEmpty || !off.contains(rule.description.id) }
    entryRules = RuleCatalogue.entryRules.filter(isOn).map { $0.init() }
    listRules = RuleCatalogue.listRules.filter(isOn).map { $0.init() }
    self.rulebook = rulebook
  }

  /// Returns what is wrong with an entry, in the order of its text.
  package func findings(on entry: Entry, in context: EntryContext) -> [Finding] {
    sorted(
      entryRules.flatMap { $0.check(entry, in: context) },
      by: rulebook.settings(of: context.section)
    )
  }

  /// Returns what is wrong with a list beside its entries, in the order of its lines.
  package func findings(on list: ListDocument, in context: ListContext) -> [Finding] {
    sorted(listRules.flatMap { $0.check(list, in: context) }, by: nil)
  }

  private func sorted(_ findings: [Finding], by section: SectionSettings?) -> [Finding] {
    findings.compactMap { finding in
      if let severity = section?.severities[finding.rule] ?? rulebook.severities[finding.rule] {
        return severity.map { finding.with(severity: $0) }
      }
      guard let errorRules = rulebook.errorRules, finding.severity == .error,
        !errorRules.contains(finding.rule)
      else { return finding }
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
