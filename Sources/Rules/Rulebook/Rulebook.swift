package import ListModel
package import Markdown
internal import Parsing
internal import Text

/// The settings by which a list is read and judged.
package struct Rulebook: Sendable {
  /// Which address of a paper on arXiv is the right one.
  package enum ArXivForm: String, Sendable, CaseIterable {
    case abs
    case pdf
    case any
  }

  /// What is not part of the canonical address of a paper on arXiv, but a custom of some lists.
  package enum ArXivCustom: String, Sendable, CaseIterable {
    /// A version, as in `v2`.
    case version
    /// The extension `.pdf`.
    case suffix
    /// An address without encryption.
    case http

    package func hash(into hasher: inout Hasher) { hasher.combine(caseOf: self) }
  }

  package var name: String
  /// The lists of the repository; empty for the README.
  package var lists: [PathPattern] = []
  package var formats: ListFormat
  /// Whether nothing was said of how entries are written, so that each list says it by its entries.
  package var learnsFormats = false
  /// The headings, in lower case, of sections that hold no entries.
  package var asides: Set<String>
  /// Tags that entries may bear beside those of the list's legend.
  package var tags: [String] = []
  package var arXivForm: ArXivForm
  /// What else addresses on arXiv may have.
  package var arXivCustoms: Set<ArXivCustom>
  /// The hosts whose addresses have parameters here that say nothing.
  package var keptParameters: Set<String> = []
  /// The hosts whose addresses the list writes with http, though they answer by https.
  package var insecureHosts: Set<String> = []
  /// The labels of links that every entry has.
  package var requiredLinks: [String]
  /// Whether a maintainer says which links entries have, for the list or for a section.
  package internal(set) var statesRequiredLinks: Bool
  /// What is known of hosts where the list says something of them itself; nil where it does not.
  var ownHosts: Hosts?
  /// The order of entries in their sections; nil where each section shows its own.
  package var order: EntryOrder?
  /// The file that a program writes the entries from; nil where only the list itself can say so.
  package var source: String?
  /// What entries have to be beside well written; nil where nothing is demanded.
  package var eligibility: Eligibility?
  /// The maintainer's own rules.
  package var checks: [Check] = []
  /// The severities that differ from what the rules' descriptions state; nil switches a rule off.
  package var severities: [String: Severity?]
  /// What is not reported, and why.
  package var ignored: [IgnoredFinding] = []
  /// What holds in some sections only.
  package var sections: [SectionSettings] = []
  /// The rules whose findings may be errors; nil where all may.
  ///
  /// What was only learned from a list can be wrong about it.
  package var errorRules: Set<String>?

  /// What is known of hosts.
  package var hosts: Hosts { ownHosts ?? .builtIn }

  /// The venues that the format knows.
  package var venues: VenueVocabulary { format.venues }

  /// The format of most entries.
  package var format: EntryFormat { formats.parts[0].format }

  /// The names of all rules: those in the catalogue and the maintainer's own.
  package var ruleIDs: [String] { RuleCatalogue.ids + checks.map(\.name) }

  /// Tells whether anything can be found of a rule, anywhere in a list.
  package func isOn(_ rule: String) -> Bool {
    let stated = ([severities] + sections.map(\.severities)).filter { $0.keys.contains(rule) }
    if stated.contains(where: { $0[rule] ?? nil != nil }) { return true }
    return !severities.keys.contains(rule) && RuleCatalogue.rule(rule)?.isOffByDefault != true
  }

  /// Reads a list by these settings; `blocks` are the text's, where it has been parsed.
  package func document(_ text: SourceText, blocks: [Block]? = nil) -> ListDocument {
    ListDocument(text, blocks: blocks, formats: formats, asides: asides)
  }

  /// Returns what holds in a section beside the rest: what is said of it, or of the nearest one
  /// around it.
  package func settings(of section: Section) -> SectionSettings? {
    if sections.isEmpty { return nil }
    for name in section.path.reversed() {
      let name = name.lowercased()
      if let settings = sections.first(where: { $0.names.contains(name) }) { return settings }
    }
    return nil
  }

  /// Returns the order that is stated for a section; nil where none is.
  package func order(of section: Section) -> EntryOrder? { stated(\.order, of: section) ?? order }

  /// Returns the file that a program writes a section's entries from, where that is stated.
  package func source(of section: Section) -> String? { stated(\.source, of: section) ?? source }

  /// Returns what the entries of a section have to be.
  package func eligibility(of section: Section) -> Eligibility? {
    stated(\.eligibility, of: section) ?? eligibility
  }

  /// Returns what is said of a section, or of the nearest one around it of which anything is.
  private func stated<Value>(
    _ setting: KeyPath<SectionSettings, Value?>,
    of section: Section
  ) -> Value? {
    if sections.isEmpty { return nil }
    for name in section.path.reversed() {
      let name = name.lowercased()
      for settings in sections where settings.names.contains(name) {
        if let value = settings[keyPath: setting] { return value }
      }
    }
    return nil
  }

  /// Returns the labels of links that every entry of a section has.
  package func requiredLinks(in section: Section) -> [String] {
    settings(of: section)?.requiredLinks ?? requiredLinks
  }
}

/// What a rulebook says of some sections, and of those below them.
package struct SectionSettings: Sendable {
  /// The headings as they are written.
  package let headings: [String]
  /// The headings, in lower case.
  package let names: Set<String>
  /// As in the rulebook itself.
  package let severities: [String: Severity?]
  /// Nil where the rulebook's own hold.
  package let requiredLinks: [String]?
  /// Nil where the rulebook's own holds.
  package let order: EntryOrder?
  /// Nil where the rulebook's own holds.
  package let source: String?
  /// Nil where the rulebook's own holds.
  package let eligibility: Eligibility?
}
