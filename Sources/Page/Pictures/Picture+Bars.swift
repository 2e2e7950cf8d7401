extension Picture {
  private static let barWidth = 400
  /// How much room the name of a column needs, such as a year.
  private static let nameWidth = 36
  /// How many columns an axis of years has at most.
  private static let mostColumns = 100

  /// Columns beside each other, for values that have an order of their own.
  static func columns(
    _ name: String,
    title: String,
    of rows: [EntryCounts.Row],
    called columns: (value: String, count: String)
  ) -> Picture? {
    guard let most = rows.map(\.count).max(), most > 0 else { return nil }
    let (top, height, bottom) = (24, 200, 248)
    let drawn = withoutGaps(rows)
    let step = max(1, min(80, (barWidth - 20) / drawn.count))
    var shapes: HTML =
      "<line class=\"axis\" x1=\"10\" y1=\"224\" x2=\"\(barWidth - 10)\" y2=\"224\" stroke=\"#888\"/>\n"
    let columnsDrawn = drawn.enumerated().map { index, row in
      Column(
        left: 10 + index * step,
        step: step,
        size: row.count == 0 ? 0 : max(1, row.count * height / most),
        count: row.count
      )
    }
    let numbered = Column.numbered(columnsDrawn)
    // Where columns are narrow, not each can have its name below; the last has one.
    let every = (nameWidth + step - 1) / step
    var bars = ""
    var labels = HTML()
    for (index, column) in columnsDrawn.enumerated() {
      if column.size > 0 {
        bars +=
          "M\(column.bar.lowerBound) \(top + height)v-\(column.size)h\(column.bar.count)v\(column.size)z"
      }
      if numbered.contains(index) {
        labels +=
          "<text x=\"\(column.middle)\" y=\"\(top + height - column.size - 5)\">\(column.count)</text>"
      }
      if (drawn.count - 1 - index).isMultiple(of: every) {
        labels += "<text x=\"\(column.middle)\" y=\"241\">\(drawn[index].value)</text>\n"
      }
    }
    shapes +=
      "<path class=\"bar\" d=\"\(bars)\"/>\n<g text-anchor=\"middle\">\(labels)</g>\n"
    return Picture(
      name: name,
      title: title,
      summary: summary(rows),
      columns: columns,
      rows: rows,
      width: barWidth,
      height: bottom,
      shapes: shapes
    )
  }

  /// Returns the rows with one for each number between the first and the last, where all are numbers that follow
  /// each other: a year without entries has its place, too.
  private static func withoutGaps(_ rows: [EntryCounts.Row]) -> [EntryCounts.Row] {
    let numbers = rows.compactMap { Int($0.value) }
    guard numbers.count == rows.count, let first = numbers.first, let last = numbers.last,
      first <= last, last - first < mostColumns
    else { return rows }
    let counts = Dictionary(rows.map { ($0.value, $0.count) }, uniquingKeysWith: +)
    return (first...last).map { EntryCounts.Row(value: "\($0)", count: counts["\($0)"] ?? 0) }
  }

  /// How many rows a chart shows; the table has all.
  private static let mostRows = 15

  /// Bars below each other, for names.
  static func bars(
    _ name: String,
    title: String,
    of rows: [EntryCounts.Row],
    called columns: (value: String, count: String)
  ) -> Picture? {
    guard let most = rows.map(\.count).max(), most > 0 else { return nil }
    let shown = Array(rows.prefix(mostRows))
    let left = 150
    var bars = ""
    var names = HTML()
    var counts = HTML()
    for (index, row) in shown.enumerated() {
      let top = 4 + index * 24
      let size = max(2, row.count * (barWidth - left - 50) / most)
      bars += "M\(left) \(top)h\(size)v18h-\(size)z"
      names += "<tspan x=\"\(left - 8)\" dy=\"24\">\(row.value.shortened)</tspan>"
      counts += "<tspan x=\"\(left + size + 6)\" dy=\"24\">\(row.count)</tspan>"
    }
    let shapes: HTML =
      "<path class=\"bar\" d=\"\(bars)\"/>\n<text y=\"-6\" text-anchor=\"end\">\(names)</text>\n<text y=\"-6\">\(counts)</text>\n"
    let more = rows.count > shown.count ? ", the \(shown.count) most frequent of \(rows.count)" : ""
    return Picture(
      name: name,
      title: title + more,
      summary: summary(rows),
      columns: columns,
      rows: rows,
      width: barWidth,
      height: 8 + shown.count * 24,
      shapes: shapes
    )
  }

  private static func summary(_ rows: [EntryCounts.Row]) -> String {
    let most = rows.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    .prefix(3).map { "\($0.element.value) with \($0.element.count)" }
    let what = rows.count == 1 ? "One value" : "\(rows.count) values"
    return "\(what); the most: \(most.joined(separator: ", "))."
  }
}

extension String {
  /// The text, cut where a line of a chart has no more room.
  fileprivate var shortened: String {
    unicodeScalars.count <= 21 ? self : String(unicodeScalars.prefix(20)) + "\u{2026}"
  }
}
