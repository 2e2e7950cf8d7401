/// A link of an entry, as in `[[paper](https://arxiv.org/abs/2308.00692)]`.
package struct Link: Hashable, Sendable {
  package let range: Range<Int>
  /// The label as it is written; nil for a bare URL.
  package let label: String?
  package let labelRange: Range<Int>?
  /// The destination as it is written; nil for a label without one.
  package let url: String?
  package let urlRange: Range<Int>?
  /// Whether it is an image, or a link whose text is one.
  package let isImage: Bool
  /// The name of the label that this one is, or is another word for; nil for an unknown one.
  package internal(set) var kind: String?
}
