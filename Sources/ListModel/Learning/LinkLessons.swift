/// What a list's labelled links are like: how they are written, and which labels they have.
struct LinkLessons {
  private var forms = Tally<String>()
  private var labels = Tally<String>()
  /// The labels of each entry with several links, in the order in which they stand.
  private var rows: [[String]] = []

  /// Label and address stand here for those of a link.
  private static let label: Character = "\u{1}"
  private static let url: Character = "\u{2}"

  /// Takes the links of some entries.
  init(_ entries: [[(link: Link, text: [UInt8])]]) {
    for links in entries { add(links) }
  }

  private mutating func add(_ links: [(link: Link, text: [UInt8])]) {
    var row: [String] = []
    for (link, text) in links where !link.isImage {
      guard let label = link.labelRange, let url = link.urlRange else { continue }
      let inner = text.withoutMarks(label)
      guard inner.upperBound <= url.lowerBound else { continue }
      let form =
        text.string(link.range.lowerBound..<inner.lowerBound) + String(Self.label)
        + text.string(inner.upperBound..<url.lowerBound) + String(Self.url)
        + text.string(url.upperBound..<link.range.upperBound)
      forms.add(form)
      labels.add(text.string(inner))
      row.append(text.string(inner))
    }
    if row.count > 1 { rows.append(row) }
  }

  /// How most links are written, as a rulebook says it.
  var form: GlueNorm? {
    forms.most.map { most in
      let text = most.thing.replacing(String(Self.label), with: "{label}")
        .replacing(String(Self.url), with: "{url}")
      return GlueNorm(text: text, count: most.count, total: forms.total)
    }
  }

  /// The labels as they are written, the most frequent first.
  var labelCounts: [(label: String, count: Int)] { labels.ranked.map { ($0.thing, $0.count) } }

  /// Returns the style that most links have; labels that stand for one in `known` keep its other
  /// words.
  func style(knowing known: LinkLabels, separator: String) -> LinkStyle {
    let form = forms.most?.thing ?? "[\(Self.label)](\(Self.url))"
    let pieces = form.split(separator: Self.label, omittingEmptySubsequences: false)
    let rest = (pieces.last ?? "").split(separator: Self.url, omittingEmptySubsequences: false)
    let isNorm = forms.most.map { $0.count * 100 >= forms.total * 90 && forms.total >= 8 } ?? false
    let labels = learnedLabels(knowing: known)
    return LinkStyle(
      open: String(pieces.first ?? "["),
      middle: String(rest.first ?? "]("),
      close: String(rest.last ?? ")"),
      separator: separator,
      labels: labels,
      isNorm: isNorm,
      isOrdered: isOrdered(by: labels)
    )
  }

  /// Tells whether nearly all entries with several links have them in the order of the labels.
  private func isOrdered(by labels: LinkLabels) -> Bool {
    let ranks = rows.compactMap { row -> [Int]? in
      let ranks = row.compactMap { labels.name(of: $0).flatMap(labels.names.firstIndex(of:)) }
      return ranks.count == row.count && Set(ranks).count > 1 ? ranks : nil
    }
    let obeying = ranks.count { zip($0, $0.dropFirst()).allSatisfy { $0 <= $1 } }
    return GlueNorm(text: "", count: obeying, total: ranks.count).isCertain && !ranks.isEmpty
  }

  /// Where a label stands among those of its entry, on average: 0 is first, 1 last.
  private func place(of label: String) -> Double {
    let places = rows.flatMap { row in
      row.indices.filter { row[$0] == label }.map { Double($0) / Double(row.count - 1) }
    }
    return places.isEmpty ? 1 : places.reduce(0, +) / Double(places.count)
  }

  /// Returns the labels that are used, each under its most common form.
  ///
  /// Other words for the same thing stay as they are, unless hardly anybody uses them.
  private func learnedLabels(knowing known: LinkLabels) -> LinkLabels {
    let fewest = max(3, labels.total / 50)
    var groups: [String: Tally<String>] = [:]
    for (label, count) in labels.ranked {
      let key = LinkLabels.key(label)
      groups[known.name(of: key) ?? key, default: Tally()].add(label, count)
    }
    var names: [(name: String, aliases: [String])] = []
    var accepted: Set<String> = []
    var covered = 0
    for (_, group) in groups.sorted(by: { ($1.value.total, $0.key) < ($0.value.total, $1.key) })
    where group.total >= fewest {
      covered += group.total
      guard let most = group.most else { continue }
      names.append((most.thing, []))
      // Words of which one is a norm have to yield to it.
      if most.count * 100 >= group.total * 85, group.total >= 8 {
        accepted.insert(most.thing)
      } else {
        accepted.formUnion(group.counts.keys)
      }
    }
    let places = Dictionary(
      uniqueKeysWithValues: Set(names.map(\.name)).map { ($0, place(of: $0)) }
    )
    return LinkLabels(
      names.sorted { (places[$0.name] ?? 1, $0.name) < (places[$1.name] ?? 1, $1.name) },
      isClosed: labels.total >= 20 && covered * 100 >= labels.total * 95,
      accepted: accepted,
      knowing: known
    )
  }
}

extension LinkStyle {
  /// The style of links nobody has looked at yet.
  static func unknown(_ labels: LinkLabels) -> LinkStyle {
    LinkStyle(
      open: "[",
      middle: "](",
      close: ")",
      separator: " ",
      labels: labels,
      isNorm: false,
      isOrdered: false
    )
  }
}
