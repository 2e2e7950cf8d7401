internal import Text
package import YAML

extension Check {
  /// The kinds of checks, by the names that rulebooks call them.
  enum Kind: String, CaseIterable, Sendable {
    case existence
    case substitution
    case occurrence
    case pattern
    case capitalisation
    case required
  }

  /// Reads the checks of a rulebook's `checks` key, in their order.
  ///
  /// `labels` are those that its links have, where there are no others; empty where any may stand.
  package static func checks(
    _ node: Node,
    in file: YAMLFile,
    labels: [String]
  ) throws(YAMLError) -> [Check] {
    var fields = try Fields(node, in: file, as: "'checks'")
    var checks: [Check] = []
    for (key, value) in fields.rest() {
      checks.append(
        try Check(
          named: try name(key, in: file),
          try Fields(value, in: file, as: "a check"),
          labels: labels
        )
      )
    }
    return checks
  }

  /// Returns the checks of a rulebook and of the one it extends: of one name, its own.
  static func merging(_ inherited: [Check], _ own: [Check]) -> [Check] {
    let names = Set(own.map(\.name))
    return inherited.filter { !names.contains($0.name) } + own
  }

  /// Reads the name of a check, which no other rule has.
  private static func name(_ key: Node, in file: YAMLFile) throws(YAMLError) -> String {
    let name = key.text
    let words = name.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isKebab = words.allSatisfy { word in
      !word.isEmpty && word.allSatisfy { $0.isDigit || $0.isLetter && !$0.isUppercase }
    }
    guard isKebab, name.utf8.first?.isDigit == false, name.utf8.count <= 60 else {
      throw file.error(
        "'\(name)' is not a name for a check: write small letters and digits, joined by hyphens",
        at: key.mark
      )
    }
    guard !RuleCatalogue.ids.contains(name) else {
      throw file.error(
        "'\(name)' is a rule that is built in; give the check a name of its own",
        at: key.mark
      )
    }
    return name
  }

  private init(
    named name: String,
    _ fields: consuming Fields,
    labels: [String]
  ) throws(YAMLError) {
    var settings = CheckSettings(fields: fields, labels: labels)
    let kind = try settings.requiredChoice("kind", of: Kind.self, as: "a kind of check")
    self.name = name
    severity = try settings.choice("level", of: Severity.self, as: "a level") ?? .warning
    reason = try settings.line("reason")
    sections = try settings.sections()
    switch kind {
    case .required: (subject, assertion) = try settings.requirement()
    case .existence:
      subject = try settings.subject()
      assertion = Existence(unwanted: try settings.requiredPatterns())
    case .substitution:
      subject = try settings.subject()
      assertion = try settings.substitution()
    case .occurrence:
      subject = try settings.subject()
      assertion = try settings.occurrence(of: subject.field)
    case .pattern:
      subject = try settings.subject()
      assertion = Form(pattern: try settings.requiredPattern())
    case .capitalisation:
      subject = try settings.subject()
      assertion = try settings.capitalisation()
    }
    message = try settings.message(for: assertion)
    try settings.fields.finish()
  }
}
