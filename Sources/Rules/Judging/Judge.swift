package import ListModel

/// Holds entries and lists against all rules of a rulebook.
package struct Judge: Sendable {
  private let entryRules: [any EntryRule]
  private let factRules: [any FactRule]
  private let listRules: [any ListRule]
  private let revisionRules: [any RevisionRule]
  private let checks: [Check]
  let rulebook: Rulebook
  /// The rules whose findings may be errors; nil where all may.
  let errorRules: Set<String>?

  package init(_ rulebook: Rulebook) {
    // A key with a nil after it switches the rule off. Descriptions are made only for those asked
    // about: with all their examples they cost more than a small list does.
    let raised = rulebook.sections.flatMap { $0.severities.filter { $0.value != nil }.keys }
    let off = Set(rulebook.severities.filter { $0.value == nil }.keys).subtracting(raised)
    func isOn(_ rule: any Rule.Type) -> Bool {
      if rule.isOffByDefault {
        let id = rule.description.id
        return raised.contains(id) || rulebook.severities[id] ?? nil != nil
      }
      return off.isEmpty || !off.contains(rule.description.id)
    }
    entryRules = RuleCatalogue.entryRules.filter(isOn).map { $0.init() }
    factRules = RuleCatalogue.factRules.filter(isOn).map { $0.init() }
    listRules = RuleCatalogue.listRules.filter(isOn).map { $0.init() }
    revisionRules = RuleCatalogue.revisionRules.filter(isOn).map { $0.init() }
    checks = rulebook.checks.filter { !off.contains($0.name) }
    self.rulebook = rulebook
    // What a maintainer wrote down is certain.
    errorRules = rulebook.errorRules?.union(rulebook.checks.map(\.name))
  }

  /// How many findings of one rule on one entry are told: more tell nobody more, and each takes as much
  /// memory as a line of text.
  package static let mostOfOneRule = 200

  /// Returns what is wrong with an entry, in the order of its text, apart from what is let be and from what
  /// the entries around it do as well.
  package func findings(on entry: Entry, in context: EntryContext) -> [Finding] {
    weighed(rawFindings(on: entry, in: context), on: entry, in: context)
  }

  /// Returns what rules find on an entry, in the order of its text, apart from what is let be.
  package func rawFindings(on entry: Entry, in context: EntryContext) -> [Finding] {
    var found: [Finding] = []
    let context = context.judging(entry)
    // Most rules find nothing, and adding nothing has its price.
    for rule in entryRules {
      let new = rule.check(entry, in: context)
      if !new.isEmpty { found += new.prefix(Self.mostOfOneRule) }
    }
    for check in checks {
      found += check.findings(on: entry, in: context).prefix(Self.mostOfOneRule)
    }
    if !context.list.facts.isEmpty {
      for rule in factRules { found += rule.findings(on: entry, in: context) }
    }
    guard !found.isEmpty else { return [] }
    let findings = sorted(
      found,
      by: rulebook.settings(of: context.section),
      certain: certainFaults(in: context)
    )
    return context.suppressed.isEmpty
      ? findings : findings.filter { !context.suppressed.contains($0.rule) }
  }

  /// Returns what is wrong with a list beside its entries, in the order of its lines.
  package func findings(on list: ListDocument, in context: ListContext) -> [Finding] {
    sorted(listRules.flatMap { $0.check(list, in: context) }, by: nil)
  }

  /// Returns what a contribution made wrong of a list as a whole, in the order of its lines.
  package func findings(on revision: Revision, in context: ListContext) -> [Finding] {
    sorted(revisionRules.flatMap { $0.check(revision, in: context) }, by: nil)
  }

  /// Returns where something stands between fields that is certainly a mistake.
  private func certainFaults(in context: EntryContext) -> [Range<Int>] {
    guard errorRules != nil, !context.format.certain.isEmpty else { return [] }
    return context.separators.filter { separator in
      guard let fault = separator.fault, fault != .wrongIndentation else { return false }
      return context.format.certain.contains(separator.pair)
    }
    .map(\.range)
  }

  /// Returns findings in order, each with the severity that the rulebook gives it; those within `certain`
  /// ranges may be errors, whatever their rule.
  private func sorted(
    _ findings: [Finding],
    by section: SectionSettings?,
    certain: [Range<Int>] = []
  ) -> [Finding] {
    findings.compactMap { finding in
      if let severity = section?.severities[finding.rule] ?? rulebook.severities[finding.rule] {
        return severity.map { finding.with(severity: $0) }
      }
      guard let errorRules, finding.severity == .error,
        !errorRules.contains(finding.rule), !certain.contains(where: finding.isWithin)
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

extension FactRule {
  /// Returns what it finds, each with what was asked.
  fileprivate func findings(on entry: Entry, in context: EntryContext) -> [Finding] {
    check(entry, in: context).map { finding in
      var finding = finding
      finding.question = Question(of: entry, at: finding.range, asking: Self.registry)
      return finding
    }
  }
}

extension Finding {
  fileprivate func isWithin(_ other: Range<Int>) -> Bool {
    other.lowerBound <= range.lowerBound && range.upperBound <= other.upperBound
  }

  fileprivate func with(severity: Severity) -> Finding {
    var copy = self
    copy.severity = severity
    return copy
  }
}
