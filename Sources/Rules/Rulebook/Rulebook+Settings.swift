internal import Text
internal import YAML

/// What a rulebook says beside how entries are written.
extension Rulebook {
  static func labels(
    _ fields: inout Fields,
    of known: Set<String>,
    in file: YAMLFile
  ) throws(YAMLError) -> [String]? {
    guard let node = fields.node("required-links") else { return nil }
    let labels = try node.strings(in: file, as: "'required-links'")
    for label in labels where !known.contains(label) {
      let nearest = known.sorted().nearest(to: label).map { "did you mean '\($0)'?" }
      let all = known.sorted().prefix(10).map { "'\($0)'" }.joined(separator: ", ")
      let others = all.isEmpty ? "its links have no labels" : "there are \(all)"
      throw file.error(
        "'\(label)' is none of the format's link labels; \(nearest ?? others)",
        at: node.mark
      )
    }
    return labels
  }

  static func severities(
    _ fields: inout Fields,
    of checks: [Check],
    in file: YAMLFile
  ) throws(YAMLError) -> [String: Severity?] {
    guard let node = fields.node("rules") else { return [:] }
    var rules = try Fields(node, in: file, as: "'rules'")
    var severities: [String: Severity?] = [:]
    let ids = RuleCatalogue.ids + checks.map(\.name)
    for (key, value) in rules.rest() {
      guard ids.contains(key.text) else {
        let nearest = ids.nearest(to: key.text).map { "; did you mean '\($0)'?" } ?? ""
        throw file.error("'\(key.text)' is not a rule\(nearest)", at: key.mark)
      }
      let text = try value.string(in: file, as: "a severity")
      guard text == "off" || Severity(rawValue: text) != nil else {
        throw file.error(
          "'\(text)' is not a severity; write error, warning, note or off",
          at: value.mark
        )
      }
      severities.updateValue(Severity(rawValue: text), forKey: key.text)
    }
    return severities
  }

  /// Reads from which file of the repository a program writes entries.
  static func source(_ fields: inout Fields) throws(YAMLError) -> String? {
    guard let node = fields.node("generated-from") else { return nil }
    let path = try node.string(in: fields.file, as: "'generated-from'")
    guard SourcePath(path) != nil else {
      throw fields.file.error(
        "'\(path)' is not a path of a file from the root of the repository, as in 'data/papers.yml'",
        at: node.mark
      )
    }
    return path
  }

  /// The rules whose findings are mistakes in any list.
  package static let certainRules: Set<String> = [
    "conflict-marker", "conflicting-title", "doubled-marker", "duplicate-entry", "empty-bullet",
    "unbalanced-bracket",
  ]

  /// Reads whether all findings may be errors, or only those that are mistakes in any list.
  static func errorRules(
    _ fields: inout Fields,
    in file: YAMLFile
  ) throws(YAMLError) -> Set<String>?? {
    guard let node = fields.node("errors") else { return nil }
    switch try node.string(in: file, as: "'errors'") {
    case "all": return .some(nil)
    case "certain": return certainRules
    case let text:
      throw file.error(
        "'errors' must be all or certain, not '\(text)'",
        at: node.mark
      )
    }
  }

  static func sections(
    _ fields: inout Fields,
    of checks: [Check],
    labels: Set<String>,
    in file: YAMLFile
  ) throws(YAMLError) -> [SectionSettings]? {
    guard let node = fields.node("sections") else { return nil }
    guard case .sequence(let nodes) = node.value else {
      throw file.error("'sections' must be a sequence of settings, not \(node.kind)", at: node.mark)
    }
    var sections: [SectionSettings] = []
    for node in nodes {
      var fields = try Fields(node, in: file, as: "the settings of sections")
      let names = try fields.requiredNode("names").strings(in: file, as: "'names'")
      sections.append(
        SectionSettings(
          headings: names,
          names: Set(names.map { $0.lowercased() }),
          severities: try severities(&fields, of: checks, in: file),
          requiredLinks: try Self.labels(&fields, of: labels, in: file),
          order: try fields.choice("order", as: "order"),
          source: try source(&fields),
          eligibility: try Eligibility(&fields)
        )
      )
      try fields.finish()
    }
    return sections
  }
}
