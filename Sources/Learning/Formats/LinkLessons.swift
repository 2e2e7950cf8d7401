internal import ListModel
internal import Parsing
internal import Text

/// What a list's labelled links are like: how they are written, and which labels they have.
struct LinkLessons {
  private var forms = Tally<String>()
  private(set) var labels = Tally<String>()
  /// The labels of each entry with several links, in the order in which they stand.
  private(set) var rows: [[String]] = []
  /// The labels of links to each host, and the cases of each label.
  private var hosts: [String: Tally<String>] = [:]
  private var cases: [String: Tally<String>] = [:]
  private var nestedCases: [String: Tally<String>] = [:]

  /// Label and address stand here for those of a link.
  private static let label: Character = "\u{1}"
  private static let url: Character = "\u{2}"

  /// Looks at the links of some entries that are fields by themselves, and at others that stand in
  /// nested items.
  init(_ entries: [[(link: Link, text: [UInt8])]], nested: [(link: Link, text: [UInt8])]) {
    for (link, text) in nested where !link.isImage {
      guard let label = link.labelRange, link.urlRange != nil else { continue }
      let name = text.string(text.withoutMarks(label))
      nestedCases[name.lowercased(), default: Tally()].add(name)
    }
    for links in entries { add(links) }
  }

  private mutating func add(_ links: [(link: Link, text: [UInt8])]) {
    var row: [String] = []
    for (link, text) in links where !link.isImage {
      guard let label = link.labelRange, link.url != nil else { continue }
      let inner = text.withoutMarks(label)
      // By reference, a link has its address elsewhere.
      if let url = link.urlRange {
        guard inner.upperBound <= url.lowerBound else { continue }
        let form =
          text.string(link.range.lowerBound..<inner.lowerBound) + String(Self.label)
          + text.string(inner.upperBound..<url.lowerBound) + String(Self.url)
          + text.string(url.upperBound..<link.range.upperBound)
        forms.add(form)
      }
      let name = text.string(inner)
      labels.add(name)
      row.append(name)
      cases[name.lowercased(), default: Tally()].add(name)
      if let host = link.address?.host, !host.isEmpty { hosts[host, default: Tally()].add(name) }
    }
    if !row.isEmpty { rows.append(row) }
  }

  /// What most of some links have, where they are many and nearly all agree.
  private static func usualLabels(
    _ tallies: [String: Tally<String>],
    _ share: Share,
    fewest: Int = 8
  ) -> [String: UsualLabel] {
    tallies.compactMapValues { tally in
      guard let most = tally.most,
        share.isReached(by: most.count, of: tally.total, fewest: fewest)
      else { return nil }
      return UsualLabel(label: most.thing, count: most.count, total: tally.total)
    }
  }

  /// Returns how links are written, as a rulebook says it.
  func form(stated: Statement?) -> UsualSeparator? {
    form(stated: stated.map { LinkLessons([$0.links], nested: []) }).map { form in
      let text = form.text.replacing(String(Self.label), with: "{label}")
        .replacing(String(Self.url), with: "{url}")
      var usual = UsualSeparator(text: text, count: form.count, total: forms.total)
      usual.statedOn = form.isStated ? stated?.template.line : nil
      return usual
    }
  }

  /// Returns how the list states that links are written, or how most are.
  private func form(stated: LinkLessons?) -> (text: String, count: Int, isStated: Bool)? {
    if let text = stated?.forms.most?.thing, let count = forms.counts[text],
      Statement.holds(count, of: forms.total)
    {
      return (text, count, true)
    }
    return forms.most.map { ($0.thing, $0.count, false) }
  }

  /// The labels as they are written, the most frequent first.
  var labelCounts: [(label: String, count: Int)] { labels.ranked.map { ($0.thing, $0.count) } }

  /// Returns the style that most links have or the list states; labels that stand for one in `known`
  /// keep its other words.
  func style(
    knowing known: LinkLabels,
    separator: String,
    stated: Statement? = nil
  ) -> LinkStyle {
    let stated = stated.map { LinkLessons([$0.links], nested: []) }
    let form = form(stated: stated)
    let text = form?.text ?? "[\(Self.label)](\(Self.url))"
    let pieces = text.split(separator: Self.label, omittingEmptySubsequences: false)
    let rest = (pieces.last ?? "").split(separator: Self.url, omittingEmptySubsequences: false)
    let isUsual =
      form.map {
        $0.isStated || Share.prevalent.isReached(by: $0.count, of: forms.total, fewest: 8)
      } ?? false
    let (labels, isOrdered) = learnedLabels(knowing: known, stated: stated?.rows.first ?? [])
    var style = LinkStyle(
      open: String(pieces.first ?? "["),
      middle: String(rest.first ?? "]("),
      close: String(rest.last ?? ")"),
      separator: separator,
      labels: labels,
      isUsual: isUsual,
      isOrdered: isOrdered
    )
    style.hostLabels = Self.usualLabels(hosts, .usual, fewest: 20)
    // Nested items have labels of a few words only, where the other case is a slip.
    style.labelCases = Self.usualLabels(nestedCases, .common)
      .merging(Self.usualLabels(cases, .prevalent)) { _, own in own }
    return style
  }
}
