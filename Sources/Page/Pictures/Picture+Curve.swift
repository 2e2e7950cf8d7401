extension Picture {
  /// How many rows a curve's table has at most.
  private static let mostPoints = 20

  /// A number over time.
  static func curve(
    _ name: String,
    title: String,
    of points: [ListHistory.Point],
    called count: String
  ) -> Picture? {
    guard let first = points.map(\.time).min(), let last = points.map(\.time).max(), first < last,
      let most = points.map(\.count).max(), most > 0
    else { return nil }
    let (left, right, top, bottom) = (44, 388, 16, 216)
    let span = last.seconds - first.seconds
    func x(_ time: Moment) -> Int {
      left + Int((time.seconds - first.seconds) * Int64(right - left) / span)
    }
    func y(_ count: Int) -> Int { bottom - count * (bottom - top) / most }
    // One corner for each place on the line of time: of several, the last.
    var corners: [(x: Int, y: Int)] = []
    for point in points {
      let corner = (x: x(point.time), y: y(point.count))
      if let end = corners.last, end.x >= corner.x {
        corners[corners.count - 1].y = corner.y
      } else {
        corners.append(corner)
      }
    }
    var line = ""
    var place = (x: left, y: bottom)
    for (index, corner) in corners.enumerated() {
      if index == 0 {
        line = "M\(corner.x) \(corner.y)"
      } else if corner.y == place.y {
        continue
      } else {
        line += "h\(corner.x - place.x)v\(corner.y - place.y)"
      }
      place = corner
    }
    line += "H\(right)"
    let shapes: HTML = """
      <line class="axis" x1="\(left)" y1="\(bottom)" x2="\(right)" y2="\(bottom)" stroke="#888"/>
      <line class="axis" x1="\(left)" y1="\(top)" x2="\(right)" y2="\(top)" stroke="#888"/>
      <path class="area" d="\(line)V\(bottom)H\(left)Z"/>
      <path class="curve" d="\(line)"/>
      <text x="\(left - 6)" y="\(top + 4)" text-anchor="end">\(most)</text><text x="\(left - 6)" y="\(bottom + 4)" text-anchor="end">0</text>
      <text x="\(left)" y="\(bottom + 20)">\(first.day)</text><text x="\(right)" y="\(bottom + 20)" text-anchor="end">\(last.day)</text>

      """
    let step = max(1, (points.count + mostPoints - 1) / mostPoints)
    let rows = points.enumerated().filter {
      $0.offset.isMultiple(of: step) || $0.offset == points.count - 1
    }
    .map { EntryCounts.Row(value: $0.element.time.day, count: $0.element.count) }
    return Picture(
      name: name,
      title: title,
      summary:
        "From \(points.first?.count ?? 0) on \(first.day) to \(points.last?.count ?? 0) on \(last.day), at most \(most).",
      columns: ("Day", count),
      rows: rows,
      width: 400,
      height: 244,
      shapes: shapes
    )
  }
}
