/// The rulebooks and vocabularies of this folder, built into the program.
///
/// Each has its text and, as that takes time to parse and each check needs two of them,
/// its values as they were parsed when the program was built.
package enum RuleBooks {
  /// A rulebook: its text, and its values as `YAMLFile.init(compiled:name:)` takes them up.
  package typealias Book = (name: String, text: [UInt8], compiled: [UInt8])

  /// The rulebooks a list can use, by name; the first is the default, and of two
  /// that fit alike the first is taken.
  package static let all: [Book] = [
    ("papers", PackageResources.papers_yml, CompiledRulebooks.papers),
    ("nested", PackageResources.nested_yml, CompiledRulebooks.nested),
    ("blocks", PackageResources.blocks_yml, CompiledRulebooks.blocks),
    ("linked-titles", PackageResources.linked_titles_yml, CompiledRulebooks.linked_titles),
    ("paragraphs", PackageResources.paragraphs_yml, CompiledRulebooks.paragraphs),
    ("tables", PackageResources.tables_yml, CompiledRulebooks.tables),
    ("awesome", PackageResources.awesome_yml, CompiledRulebooks.awesome),
    ("badges", PackageResources.badges_yml, CompiledRulebooks.badges),
  ]

  /// The values of the venues that are known, by name, with other ways to write them.
  package static let venues: [UInt8] = CompiledRulebooks.venues

  /// The values of what is known of hosts.
  package static let hosts: [UInt8] = CompiledRulebooks.hosts

  /// The JSON Schema of a rulebook.
  package static let schema: [UInt8] = PackageResources.schema_json
}
