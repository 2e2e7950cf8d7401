/// What a learned format rests on: what was counted, whether it became a norm or not.
package struct FormatEvidence: Sendable {
  package let template: Template
  /// How many entries begin with the marker; nil where entries are no items.
  package let marker: GlueNorm?
  /// The commonest text between each two fields that stand side by side.
  package let norms: GlueNorms
  /// The commonest way to write a link, with `{label}` and `{url}`; nil where none has a label.
  package let links: GlueNorm?
  /// The labels as they are written, the most frequent first.
  package let labels: [(label: String, count: Int)]
  /// The commonest text between venue and year, where nearly all have it.
  package let venueYear: GlueNorm?
  /// How many of the entries with nested items have each form of these, in their order.
  package let details: [GlueNorm]
  /// How many entries were looked at.
  package let total: Int
}
