internal import Rules

extension Health {
  func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// Returns the maintainer's page; `sources` is where the lines of each list are shown.
  package func page(_ title: String, sources: [SafeAddress]) -> HTML {
    let style = PageRenderer.style
    return HTML(file: PackageResources.health_html).filled([
      "title": "\(title)",
      "style": style,
      "style-hash": "\(SHA256(style.bytes).base64)",
      "summary":
        "\(count(of: .error)) errors, \(count(of: .warning)) warnings and \(count(of: .note)) notes on the whole list.",
      "picture": picture?.figure ?? "",
      "rules": Self.table("Rule", findings.map(\.rule)),
      "sections": Self.table(
        "Section",
        findings.map { $0.section.isEmpty ? "(no section)" : $0.section }
      ),
      "findings": findings(sources),
    ])
  }

  /// The findings over the history.
  private var picture: Picture? {
    let points = points.map { ListHistory.Point(time: $0.time, count: $0.findings) }
    return Picture.curve(
      "findings",
      title: "Findings over time, by today's rules",
      of: points,
      called: "Findings"
    )
  }

  private static func table(_ name: String, _ values: [String]) -> HTML {
    guard !values.isEmpty else { return "<p>None.</p>\n" }
    let rows = Dictionary(grouping: values) { $0 }.map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let cells = rows.map { value, count -> HTML in "<tr><td>\(value)</td><td>\(count)</td></tr>\n" }
    return """
      <table><thead><tr><th scope="col">\(name)</th><th scope="col">Findings</th></tr></thead>
      <tbody>
      \(HTML(cells))</tbody></table>

      """
  }

  private func findings(_ sources: [SafeAddress]) -> HTML {
    guard !findings.isEmpty else { return "<p>None.</p>\n" }
    let items = findings.map { finding -> HTML in
      let line: HTML =
        sources.indices.contains(finding.list)
        ? "<a href=\"\(sources[finding.list].text)?plain=1#L\(finding.line)\">line \(finding.line)</a>"
        : "line \(finding.line)"
      return "<li>\(line): \(finding.message) <span class=\"g\">\(finding.rule)</span></li>\n"
    }
    return "<ul>\n\(HTML(items))</ul>\n"
  }
}
