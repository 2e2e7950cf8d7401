internal import Synchronization

/// A link of an entry, as in `[[paper](https://arxiv.org/abs/2308.00692)]`.
package struct Link: Hashable, Sendable {
  package let range: Range<Int>
  package let labelRange: Range<Int>?
  package let urlRange: Range<Int>?
  /// Whether it is an image, or a link whose text is one.
  package let isImage: Bool
  /// The name of the label that this one is, or is another word for; nil for an unknown one.
  package internal(set) var kind: String?
  /// Many rules look at each link: what it says is not copied for each of them.
  private let words: Words

  private final class Words: Sendable {
    let label: String?
    let url: String?
    /// Where the `Destination` is in memory, 0 where none is made: it waits until somebody asks for it.
    private let made = Atomic<UInt>(0)

    init(label: String?, url: String?) {
      self.label = label
      self.url = url
    }

    deinit { unsafe Self.destination(at: made.load(ordering: .acquiring))?.release() }

    var destination: Destination? {
      if let made = unsafe Self.destination(at: made.load(ordering: .acquiring)) {
        return unsafe made.takeUnretainedValue()
      }
      guard let url else { return nil }
      let new = unsafe Unmanaged.passRetained(Destination(url))
      let other = made.compareExchange(
        expected: 0,
        desired: UInt(bitPattern: unsafe new.toOpaque()),
        ordering: .acquiringAndReleasing
      )
      guard let first = unsafe Self.destination(at: other.original) else {
        return unsafe new.takeUnretainedValue()
      }
      unsafe new.release()
      return unsafe first.takeUnretainedValue()
    }

    private static func destination(at address: UInt) -> Unmanaged<Destination>? {
      unsafe UnsafeRawPointer(bitPattern: address).map { unsafe Unmanaged.fromOpaque($0) }
    }
  }

  /// What a destination says.
  private final class Destination: Sendable {
    let address: WebAddress
    let arXiv: ArXivID?

    init(_ url: String) {
      address = WebAddress(url)
      arXiv = ArXivID(address)
    }
  }

  package init(
    range: Range<Int>,
    label: String?,
    labelRange: Range<Int>?,
    url: String?,
    urlRange: Range<Int>?,
    isImage: Bool,
    kind: String?
  ) {
    self.range = range
    self.labelRange = labelRange
    self.urlRange = urlRange
    self.isImage = isImage
    self.kind = kind
    words = Words(label: label, url: url)
  }

  /// The label as it is written; nil for a bare URL.
  package var label: String? { words.label }
  /// The destination as it is written; nil for a label without one.
  package var url: String? { words.url }
  /// The destination in its parts; nil for a label without one.
  package var address: WebAddress? { words.destination?.address }
  /// The paper on arXiv that the destination names.
  package var arXiv: ArXivID? { words.destination?.arXiv }

  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.range == rhs.range && lhs.labelRange == rhs.labelRange && lhs.urlRange == rhs.urlRange
      && lhs.isImage == rhs.isImage && lhs.kind == rhs.kind && lhs.label == rhs.label
      && lhs.url == rhs.url
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(label)
    hasher.combine(url)
  }
}
