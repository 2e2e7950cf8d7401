package import ListModel
internal import Text

/// Reports a label that the list does not use.
package struct UnknownLinkLabel: EntryRule {
  package static let description = RuleDescription(
    id: "unknown-link-label",
    summary: "A link's label is not one that the list uses.",
    rationale:
      "The list uses only a few labels, so that readers know where a link leads before they click.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[1️⃣arxiv](https://arxiv.org/abs/2308.00692)]",
        "Write the label as 'paper', not 'arxiv'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[1️⃣cod](https://github.com/dvlab-research/LISA)]",
        "'cod' is not one of the list's labels; did you mean 'code'?",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[1️⃣slides](https://example.org/slides)]",
        "'slides' is not one of the list's labels"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let labels = context.format.links.labels
    let others = otherLabels(entry, in: context.format)
    return others
      + entry.links.compactMap { link in
        guard let label = link.label, let range = link.labelRange, !label.isEmpty,
          // A word in brackets that leads nowhere can be anything.
          link.url != nil || context.format.isExact,
          !isTitle(link, of: entry, in: context.format),
          range != entry.title?.range, !link.isImage, !entry.isInText(link),
          !label.utf8.contains(UInt8(ascii: "\\"))
        else { return nil }
        guard !others.contains(where: { $0.range == range }) else { return nil }
        if let kind = link.kind {
          guard kind.lowercased() != label.withoutInvisibles.lowercased(), labels.isClosed,
            labels.names.contains(kind),
            !isPlace(kind, otherThan: link.address ?? WebAddress(link.url ?? ""))
          else { return nil }
          return finding(.alias(label, of: kind), at: range, fix: rename(range, to: kind))
        }
        guard labels.isClosed else {
          return labels.slip(label).map { nearest in
            finding(.slip(label, of: nearest), at: range, fix: rename(range, to: nearest))
          }
        }
        // The second of two papers is one.
        if label.withoutNumber != label, labels.name(of: label.withoutNumber) != nil { return nil }
        // A venue in a link's place is not a label.
        if label.hasYear, !context.format.isExact { return nil }
        guard let nearest = labels.nearest(to: label) else {
          guard context.format.isExact else { return nil }
          return finding(.unknown(label), at: range)
        }
        // Of two links, `Video (Bilibili)` tells which is which.
        if entry.links.contains(where: { $0.label == nearest }) { return nil }
        // `CVPRW24` is not `CVPR24` misspelt.
        if label.utf8.last?.isDigit ?? false, nearest.utf8.last?.isDigit ?? false { return nil }
        return finding(
          .unknown(label, nearest: nearest),
          at: range,
          fix: rename(range, to: nearest)
        )
      }
  }

  /// Reports labels that links to their host do not have elsewhere.
  private func otherLabels(_ entry: Entry, in format: EntryFormat) -> [Finding] {
    let style = format.links
    guard !style.hostLabels.isEmpty else { return [] }
    // A label that names the link's own place says nothing wrong, nor does one that the list has for other links.
    func isTelling(_ label: String) -> Bool {
      placeName(label) != nil || style.labels.names.contains(label)
    }
    return entry.links.compactMap { link in
      guard let label = link.label, let range = link.labelRange, !label.isEmpty,
        let address = link.address, let usual = style.hostLabels[address.host],
        label != usual.label,
        range != entry.title?.range, !link.isImage, !entry.isInText(link),
        !isTitle(link, of: entry, in: format),
        // `Unofficial Code` says more than `Code`.
        !label.withoutInvisibles.lowercased().contains(usual.label.lowercased()),
        // Of two links to one host, one needs another label.
        !entry.links.contains(where: { $0.label == usual.label }),
        !isPlace(usual.label, otherThan: address), !usual.label.hasYear,
        !(isTelling(label) && isOfOtherKind(link, than: usual.label, in: style.labels))
      else { return nil }
      var found = finding(
        .alias(label, of: usual.label),
        at: range,
        fix: rename(range, to: usual.label),
        severity: usual.isCertain && !isTelling(label) ? .warning : .note
      )
      found.part = Subject.ofHost
      return found
    }
  }

  /// Tells whether a label is a word for something else than another label is, and not for the paper: what somebody
  /// wrote may be where code is, too.
  private func isOfOtherKind(_ link: Link, than label: String, in labels: LinkLabels) -> Bool {
    guard let kind = link.kind, kind.lowercased() != LinkLabels.paper else { return false }
    return kind != labels.name(of: label) ?? label
  }

  /// Tells whether a link begins an entry of a format that begins with the title: then it is the title, whatever
  /// was read as such.
  private func isTitle(_ link: Link, of entry: Entry, in format: EntryFormat) -> Bool {
    let order = format.parts.first { $0.field == .title || $0.field == .links }
    let start = min(entry.marker.range.upperBound, link.range.lowerBound)
    return order?.field == .title && entry.links.first?.range == link.range
      && !entry.text[start..<link.range.lowerBound].contains(where: \.isWord)
  }

  private func rename(_ range: Range<Int>, to label: String) -> Fix {
    .replace(range, with: label, "Write \(label)", .needsReview)
  }
}

extension String {
  /// Whether a year stands in it, or two digits after an apostrophe.
  fileprivate var hasYear: Bool {
    let digits = split { !$0.isNumber }
    return digits.contains { $0.utf8.count == 4 }
      || digits.contains { $0.utf8.count == 2 } && contains("'")
  }

  /// The text without the number at its end: `Paper 2`, `code2`.
  fileprivate var withoutNumber: String {
    var text = Substring(self)
    while let last = text.last, last.isNumber || last == " " || last == "-" || last == "#" {
      text.removeLast()
    }
    return String(text)
  }
}

extension LinkLabels {
  /// How many letters a label has at least of which one in the wrong place is a slip.
  private static let shortest = 5

  /// Returns the label of the list's that another has all but one letter of, or two in another order.
  ///
  /// One of several is not a slip.
  fileprivate func slip(_ label: String) -> String? {
    let word = label.lowercased()
    guard word.utf8.count >= Self.shortest, word.utf8.allSatisfy(\.isLetter) else { return nil }
    return names.first { name in
      let other = name.lowercased()
      return other.utf8.count >= Self.shortest && other.utf8.allSatisfy(\.isLetter)
        && other + "s" != word && word + "s" != other && editDistance(word, other) == 1
    }
  }
}

/// Words that name the place a link leads to, as they stand in its address.
private let places = [
  "arxiv", "biorxiv", "medrxiv", "openreview", "github", "gitlab", "huggingface", "youtube",
  "bilibili", "colab", "zenodo", "kaggle", "ieee", "acm", "springer", "elsevier", "acl", "cvf",
  "neurips", "openaccess",
]

/// Returns the place that a label names; nil where it names none.
private func placeName(_ label: String) -> String? {
  let key = LinkLabels.key(label).filter { $0 != " " }
  return places.first { $0 == key }
}

/// Tells whether a label names a place that an address does not lead to.
private func isPlace(_ label: String, otherThan address: WebAddress) -> Bool {
  placeName(label).map { !address.host.lowercased().contains($0) } ?? false
}

extension Message {
  fileprivate static func alias(_ label: String, of kind: String) -> Message {
    "Write the label as \(quoting: kind), not \(quoting: label)"
  }

  fileprivate static func slip(_ label: String, of nearest: String) -> Message {
    "\(quoting: label) looks like a misspelt \(quoting: nearest), which other links are labelled with"
  }

  fileprivate static func unknown(_ label: String) -> Message {
    "\(quoting: label) is not one of the list's labels"
  }

  fileprivate static func unknown(_ label: String, nearest: String) -> Message {
    "\(quoting: label) is not one of the list's labels; did you mean \(quoting: nearest)?"
  }
}
