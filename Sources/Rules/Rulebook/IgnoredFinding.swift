package import ListModel
internal import Text
package import YAML

/// A finding that a rulebook says is not to be reported: a row of its `ignore`.
package struct IgnoredFinding: Hashable, Sendable {
  /// Which entry it is about.
  private enum Subject: Hashable, Sendable {
    case identity(Identity)
    /// By its title, as titles are compared.
    case title(String)
    /// None: the rule is about the list itself.
    case list
  }

  package let rule: String
  /// The entry as the rulebook names it; nil where the rule is about the list itself.
  package let entry: String?
  package let reason: String
  /// Where it stands in the rulebook.
  package let mark: Mark
  private let subject: Subject

  /// Tells whether a finding of a rule is meant.
  ///
  /// `identity` is nil for a finding about the list itself.
  package func matches(_ rule: String, on identity: Identity?, titled titleKey: String) -> Bool {
    guard rule == self.rule else { return false }
    switch subject {
    case .identity(let wanted): return identity == wanted
    case .title(let key): return identity != nil && titleKey == key
    case .list: return identity == nil
    }
  }
}

extension IgnoredFinding {
  /// Reads the rows of a rulebook's `ignore`; none where it has none.
  ///
  /// `rules` are the IDs that there are.
  static func all(
    _ node: Node?,
    in file: YAMLFile,
    rules: [String] = RuleCatalogue.ids
  ) throws(YAMLError) -> [IgnoredFinding] {
    guard let node else { return [] }
    guard case .sequence(let items) = node.value else {
      throw file.error("'ignore' must be a sequence, not \(node.kind)", at: node.mark)
    }
    var ignored: [IgnoredFinding] = []
    for item in items { ignored.append(try IgnoredFinding(item, in: file, rules: rules)) }
    return ignored
  }

  private init(_ node: Node, in file: YAMLFile, rules: [String]) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "an item of 'ignore'")
    let rule = try fields.requiredNode("rule")
    let entry = fields.node("entry")
    let reason = try fields.requiredNode("reason")
    try fields.finish()
    let id = try rule.string(in: file, as: "'rule'")
    guard rules.contains(id) else {
      let nearest = rules.nearest(to: id).map { "; did you mean '\($0)'?" } ?? ""
      throw file.error("'\(id)' is not a rule\(nearest)", at: rule.mark)
    }
    self.rule = id
    self.reason = try reason.string(in: file, as: "'reason'")
    guard self.reason.utf8.contains(where: \.isWord) else {
      throw file.error("'reason' is empty; say why the finding is let be", at: reason.mark)
    }
    let isOfList = RuleCatalogue.listRules.contains { $0.description.id == id }
    if let entry {
      let name = try entry.string(in: file, as: "'entry'")
      guard !isOfList else {
        throw file.error("'\(id)' is about the list, not an entry", at: entry.mark)
      }
      subject = try Self.subject(name, entry.mark, file)
      self.entry = name
    } else {
      guard isOfList else {
        throw file.error(
          "the key 'entry' is missing; to switch '\(id)' off, write '\(id): off' under 'rules'",
          at: fields.mark
        )
      }
      subject = .list
      self.entry = nil
    }
    mark = node.mark
  }

  /// Reads an entry's name: its identity as in JSON, its address, or its title.
  private static func subject(
    _ name: String,
    _ mark: Mark,
    _ file: YAMLFile
  ) throws(YAMLError) -> Subject {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let rest = parts.count == 2 ? parts[1] : ""
    switch parts.count == 2 ? parts[0] : "" {
    case "arxiv":
      guard let id = ArXivID(rest) else {
        throw file.error("'\(rest)' is not an identifier of arXiv, such as 2308.00692", at: mark)
      }
      return .identity(.arXiv(id))
    case "doi": return .identity(.doi(rest.lowercased()))
    case "openreview": return .identity(.openReview(rest))
    default: break
    }
    if let identity = Identity(WebAddress(name)) { return .identity(identity) }
    let key = normalisedTitle(parts.first == "title" ? rest : name)
    guard !key.isEmpty else {
      throw file.error("'entry' names no entry; write its identity or its title", at: mark)
    }
    return .title(key)
  }
}
