/// The rulebooks and vocabularies of this folder, built into the program as bytes.
package enum RuleBooks {
  /// The rulebooks a list can use, by name; the first is the default, and of two
  /// that fit alike the first is taken.
  package static let all: [(name: String, bytes: [UInt8])] = [
    ("papers", PackageResources.papers_yml),
    ("nested", PackageResources.nested_yml),
    ("blocks", PackageResources.blocks_yml),
    ("linked-titles", PackageResources.linked_titles_yml),
    ("paragraphs", PackageResources.paragraphs_yml),
    ("tables", PackageResources.tables_yml),
    ("awesome", PackageResources.awesome_yml),
    ("badges", PackageResources.badges_yml),
  ]

  /// The venues that are known, by name, with other ways to write them.
  package static let venues: [UInt8] = PackageResources.venues_yml

  /// The JSON Schema of a rulebook.
  package static let schema: [UInt8] = PackageResources.schema_json

  /// What is known of hosts.
  package static let hosts: [UInt8] = PackageResources.hosts_yml
}
