package import ListModel
package import Markdown
internal import RuleBooks
package import YAML

/// The settings by which a list is read and judged.
package struct Rulebook: Sendable {
  /// Which address of a paper on arXiv is the right one.
  package enum ArXivForm: String, Sendable, CaseIterable {
    case abs
    case pdf
    case any
  }

  /// What is no part of the canonical address of a paper on arXiv, but a custom of some lists.
  package enum ArXivCustom: String, Sendable, CaseIterable {
    /// A version, as in `v2`.
    case version
    /// The extension `.pdf`.
    case suffix
    /// An address without encryption.
    case http
  }

  package var name: String
  package var formats: ListFormat
  /// The headings, in lower case, of sections that hold no entries.
  package let asides: Set<String>
  package var arXivForm: ArXivForm
  /// What else addresses on arXiv may have.
  package var arXivCustoms: Set<ArXivCustom> = []
  /// The labels of links that every entry has.
  package var requiredLinks: [String]
  package let hosts: Hosts
  /// The severities that differ from what the rules' descriptions state; nil switches a rule off.
  package var severities: [String: Severity?]
  /// What is not reported, and why.
  package var ignored: [IgnoredFinding] = []
  /// The rules whose findings may be errors; nil where all may.
  ///
  /// What was only learned from a list can be wrong about it.
  package var errorRules: Set<String>?

  /// The venues that the format knows.
  package var venues: VenueVocabulary { format.venues }

  /// The format of most entries.
  package var format: EntryFormat { formats.parts[0].format }

  /// Reads a list by these settings.
  package func document(_ text: SourceText) -> ListDocument {
    ListDocument(text, formats: formats, asides: asides)
  }
}

extension Rulebook {
  /// The rulebook that is used when nobody names one.
  package static let defaultName = "papers"

  /// Reads a rulebook.
  ///
  /// Every mistake in it is an error with line and column.
  package init(_ bytes: [UInt8], name: String) throws(YAMLError) {
    let file = try YAMLFile(bytes, name: name)
    var fields = try Fields(file.root, in: file, as: "a rulebook")
    self.name = try fields.requiredString("name")
    let entry = try fields.requiredNode("entry")
    let format = try EntryFormat(
      entry,
      in: file,
      venues: try VenueVocabulary.builtIn(),
      labels: LinkLabels([])
    )
    formats = ListFormat(format)
    asides = Set(try fields.strings("asides")?.map { $0.lowercased() } ?? [])
    arXivForm =
      try fields.node("arxiv").map { (node) throws(YAMLError) in
        try ArXivForm(node, in: file)
      } ?? .any
    if arXivForm == .any { arXivCustoms = [.version, .suffix] }
    requiredLinks = try Self.labels(fields.node("required-links"), of: format, in: file)
    severities =
      try fields.node("rules").map { (node) throws(YAMLError) in
        try Self.severities(node, in: file)
      } ?? [:]
    ignored = try IgnoredFinding.all(fields.node("ignore"), in: file)
    hosts = try Hosts(try YAMLFile(RuleBooks.hosts, name: "hosts.yml"))
    try fields.finish()
  }

  /// Returns a rulebook that is built into the program.
  package static func builtIn(_ name: String = defaultName) throws(YAMLError) -> Rulebook? {
    guard let book = RuleBooks.all.first(where: { $0.name == name }) else { return nil }
    return try Rulebook(book.bytes, name: "\(name).yml")
  }

  private static func labels(
    _ node: Node?,
    of format: EntryFormat,
    in file: YAMLFile
  ) throws(YAMLError) -> [String] {
    guard let node else { return [] }
    let labels = try node.strings(in: file, as: "'required-links'")
    for label in labels where !format.links.labels.names.contains(label) {
      let nearest = format.links.labels.nearest(to: label).map { "; did you mean '\($0)'?" } ?? ""
      throw file.error("'\(label)' is none of the format's link labels\(nearest)", at: node.mark)
    }
    return labels
  }

  private static func severities(
    _ node: Node,
    in file: YAMLFile
  ) throws(YAMLError) -> [String: Severity?] {
    var fields = try Fields(node, in: file, as: "'rules'")
    var severities: [String: Severity?] = [:]
    for (key, value) in fields.rest() {
      guard RuleCatalogue.ids.contains(key.text) else {
        let nearest =
          RuleCatalogue.ids.nearest(to: key.text).map { "; did you mean '\($0)'?" } ?? ""
        throw file.error("'\(key.text)' is no rule\(nearest)", at: key.mark)
      }
      let text = try value.string(in: file, as: "a severity")
      guard text == "off" || Severity(rawValue: text) != nil else {
        throw file.error(
          "'\(text)' is no severity; write error, warning, note or off",
          at: value.mark
        )
      }
      severities.updateValue(Severity(rawValue: text), forKey: key.text)
    }
    return severities
  }
}

extension Rulebook.ArXivForm {
  fileprivate init(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    let text = try node.string(in: file, as: "'arxiv'")
    guard let form = Self(rawValue: text) else {
      throw file.error("'\(text)' is no form of address; write abs, pdf or any", at: node.mark)
    }
    self = form
  }
}

extension VenueVocabulary {
  fileprivate static func builtIn() throws(YAMLError) -> VenueVocabulary {
    let file = try YAMLFile(RuleBooks.venues, name: "venues.yml")
    var fields = try Fields(file.root, in: file, as: "the venues")
    let preprints = Set(try fields.strings("preprints") ?? [])
    let venues = try fields.node("venues")?.namesWithAliases(in: file, as: "'venues'") ?? []
    try fields.finish()
    return VenueVocabulary(venues, preprints: preprints)
  }
}
