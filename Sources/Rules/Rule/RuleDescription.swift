/// What a rule is, for the catalogue page, for `rubric rules`, and for the tests that run its examples.
package struct RuleDescription: Sendable {
  package enum Fixes: String, Sendable {
    case never
    case sometimes
    case always
  }

  /// What is wrong, in words joined by hyphens.
  package let id: String
  /// One sentence: what the rule reports.
  package let summary: String
  /// Why a maintainer cares.
  package let rationale: String
  package let severity: Severity
  package let fixes: Fixes
  package let examples: [Example]

  package init(
    id: String,
    summary: String,
    rationale: String,
    severity: Severity = .error,
    fixes: Fixes,
    examples: [Example]
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.severity = severity
    self.fixes = fixes
    self.examples = examples
  }
}

/// A text that a rule accepts or reports; every one of them runs as a test.
package struct Example: Sendable {
  /// What stands around the example's text.
  package enum Setting: Sendable {
    /// An entry in a section whose entries bear tags.
    case tagged
    /// An entry in a section whose entries bear none.
    case untagged
    /// The text is the whole file.
    case file
    /// A paragraph of several lines with hard line breaks, after others.
    case blocks
    /// An item with items inside, after others.
    case nested
    /// A linked name with a description, after others.
    case described
    /// A row of a table.
    case rows
    /// A numbered item, after others.
    case numbered
  }

  package let text: String
  package let setting: Setting
  /// What is reported, in order; empty where the text is accepted.
  ///
  /// In the text, `1️⃣` and so on mark where each finding begins.
  package let messages: [String]
  /// The text after all fixes, where it changes.
  package let fixed: String?
  /// The text before the contribution; nil where the whole text is looked at.
  package let base: String?
  /// What registries say of it.
  package let facts: FactTable

  package static func accepted(
    _ text: String,
    in setting: Setting = .tagged,
    after base: String? = nil,
    knowing facts: FactTable = .none
  ) -> Example {
    Example(text: text, setting: setting, messages: [], fixed: nil, base: base, facts: facts)
  }

  package static func reported(
    _ text: String,
    _ messages: String...,
    fixed: String? = nil,
    in setting: Setting = .tagged,
    after base: String? = nil,
    knowing facts: FactTable = .none
  ) -> Example {
    Example(
      text: text,
      setting: setting,
      messages: messages,
      fixed: fixed,
      base: base,
      facts: facts
    )
  }
}
