/// A chart: as a figure on a page, with the table after it, and as a file of its own.
package struct Picture: Sendable {
  /// The name of the file, without its ending.
  package let name: String
  package let title: String
  /// What a screen reader says: the chart in a sentence.
  package let summary: String
  /// What stands above the table's columns.
  let columns: (value: String, count: String)
  let rows: [EntryCounts.Row]
  let width: Int
  let height: Int
  /// The shapes, in the classes of the style.
  let shapes: HTML

  /// How many rows a table on a page has at most.
  ///
  /// Further ones are counted in one; the list as CSV has all.
  private static let mostRows = 25

  /// The chart as it stands on a page.
  package var figure: HTML {
    var cells = rows.prefix(Self.mostRows).map { row -> HTML in
      "<tr><td>\(row.value)</td><td>\(row.count)</td></tr>\n"
    }
    let others = rows.dropFirst(Self.mostRows)
    if !others.isEmpty {
      let count = others.reduce(0) { $0 + $1.count }
      cells.append("<tr><td>\(others.count) others</td><td>\(count)</td></tr>\n")
    }
    return """
      <figure>
      <figcaption>\(title)</figcaption>
      <svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="the_\(name)_title the_\(name)_text">
      <title id="the_\(name)_title">\(title)</title><desc id="the_\(name)_text">\(summary)</desc>
      \(shapes)</svg>
      <details><summary>The same as a table</summary><div class="scroll"><table>
      <thead><tr><th scope="col">\(columns.value)</th><th scope="col">\(columns.count)</th></tr></thead>
      <tbody>
      \(HTML(cells))</tbody></table></div></details>
      </figure>

      """
  }

  /// The chart as a file, in light and in dark.
  package var file: HTML {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="img" aria-labelledby="title text">
    <title id="title">\(title)</title><desc id="text">\(summary)</desc>
    <style>text { font: 12px system-ui, sans-serif; fill: #1f2328 } .bar { fill: #2f6fba } .axis { stroke: #d1d9e0 } .curve { fill: none; stroke: #2f6fba; stroke-width: 2 } .area { fill: #2f6fba; opacity: .15 }
    @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .bar { fill: #5c9ded } .axis { stroke: #30363d } .curve { stroke: #5c9ded } .area { fill: #5c9ded } }</style>
    \(shapes)</svg>

    """
  }
}
