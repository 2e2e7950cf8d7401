package import ListModel

/// What a learned format rests on: what was counted, whether it became a norm or not.
package struct FormatEvidence: Sendable {
  /// What the style of nested items rests on.
  package struct Details: Sendable {
    /// How many of the entries with nested items have each form, in their order.
    package let forms: [UsualSeparator]
    /// What most often stands between two links of one item; nil where none has several.
    package let separator: UsualSeparator?
  }

  package let template: Template
  /// How many entries begin with the marker; nil where entries are not items.
  package let marker: UsualSeparator?
  /// The commonest text between each two fields that stand side by side.
  package let usualSeparators: UsualSeparators
  /// The commonest way to write a link, with `{label}` and `{url}`; nil where none has a label.
  package let links: UsualSeparator?
  /// The labels as they are written, the most frequent first.
  package let labels: [(label: String, count: Int)]
  /// How years are written after venues, where nearly all are written so.
  package let venueYear: UsualSeparator?
  /// Nil where nested items have no forms.
  package let details: Details?
  /// The form that the list states for these entries; nil where it states none.
  package let statement: StatedTemplate?
  /// What the form has between two fields where the habit of entries was kept.
  package let overruled: UsualSeparators
  /// How many entries were looked at.
  package let total: Int
}
