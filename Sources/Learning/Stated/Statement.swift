internal import ListModel
internal import Parsing

/// What a list states of how its entries are written, as one of its formats reads it.
///
/// It says something of what stands in it, and nothing of what it leaves out.
struct Statement {
  let template: StatedTemplate
  /// What stands between its fields.
  let texts: [FieldPair: String]
  /// Its marker with the space after it; nil where it has none.
  let marker: String?
  /// Its labelled links that are fields by themselves.
  let links: [(link: Link, text: [UInt8])]
  /// Of how many cells it is; 0 where it is not a row.
  let cellCount: Int

  /// Reads a form; nil where it is none of this format's.
  init?(_ template: StatedTemplate, _ form: FilledForm, by format: EntryFormat) {
    let entry = format.readTokens(form.text)
    let isRow = form.text.first == UInt8(ascii: "|")
    guard let title = entry.title, entry.links.contains(where: { $0.url != nil }),
      isRow == (format.unit == .row), form.holdsAddresses || title.text == Placeholder.title,
      title.text == Placeholder.title || entry.unparsed.isEmpty
    else { return nil }
    let bullet = entry.marker.bullets.first.map { entry.string($0) }
    guard format.unit == .item || bullet == nil else { return nil }
    var texts: [FieldPair: String] = [:]
    var mixed: Set<FieldPair> = []
    let misread = Set(FieldName.allCases.filter { entry.isMisread($0, by: format) })
    for separator in format.separators(of: entry)
    where separator.pair.fields.isDisjoint(with: misread) {
      let pair = separator.pair
      if let text = texts[pair], text != separator.text { mixed.insert(pair) }
      texts[pair] = separator.text
    }
    // What is written in two ways is not said; nor is the end of what can go on, or has no mark there.
    for (pair, text) in texts
    where mixed.contains(pair) || pair.after == nil && (form.isOpen || text.isEmpty) {
      texts[pair] = nil
    }
    self.template = template
    self.texts = texts
    marker = bullet.map { bullet in
      bullet.first?.isNumber ?? false ? "1" + String(bullet.last ?? ".") : bullet
    }
    links = entry.links.indices.filter { index in
      let start = entry.links[index].range.lowerBound
      return index != entry.titleLink && !entry.texts.contains { $0.range.contains(start) }
    }
    .map { (entry.links[$0], entry.text) }
    cellCount = isRow ? entry.cells.count : 0
  }

  /// Tells whether enough of some entries are written as a list states it: a statement that hardly any
  /// of many follow is out of date.
  static func holds(_ count: Int, of total: Int) -> Bool {
    total < 50 ? count > 0 : count * 10 >= total
  }
}

extension Entry {
  /// Tells whether a field has the example of another one in it, so that nothing is known of what stands
  /// around it.
  fileprivate func isMisread(_ field: FieldName, by format: EntryFormat) -> Bool {
    let ranges =
      (field == .title ? title.map { [$0.range] } : nil)
      ?? (field == .venue ? venue.map { [$0.range] } : nil)
      ?? texts.filter { $0.field == field }.map(\.range)
    return ranges.contains { range in
      let text = string(range)
      return Placeholder.examples.contains { other, example in
        other != field && format.has(other) && text.contains(example)
      }
    }
  }
}

extension FieldPair {
  fileprivate var fields: Set<FieldName> { Set([before, after].compactMap(\.self)) }
}
