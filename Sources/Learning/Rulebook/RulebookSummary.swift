internal import ListModel
package import Markdown
internal import Parsing
internal import Rules
internal import Text
internal import YAML

/// What was understood of a list, as a short table for a terminal.
package struct RulebookSummary {
  private let learned: LearnedRulebook
  private let lists: [String]
  private let document: ListDocument

  package init(_ learned: LearnedRulebook, of lists: [String], _ text: SourceText) {
    self.learned = learned
    self.lists = lists
    document = learned.rulebook.document(text)
  }

  package var text: String {
    var rows: [(name: String, value: String, evidence: String)] = []
    for (index, lesson) in learned.lessons.enumerated() {
      if index > 0 { rows.append(("", "", "")) }
      rows += self.rows(of: lesson)
    }
    if learned.lessons.isEmpty, let fit = learned.fit {
      rows.append(("rulebook", learned.rulebook.name, "\(fit.count) of \(fit.total) to the letter"))
      rows.append(("tags", document.legend.items.map(\.name).joined(separator: ", "), ""))
    }
    let names = rows.map(\.name.count).max() ?? 0
    let values = min(72, rows.map(\.value.count).max() ?? 0)
    let lines = rows.map { row in
      let line =
        "  " + row.name.padded(to: names) + "  " + row.value.padded(to: values) + "  "
        + row.evidence
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let title = "\(lists.joined(separator: ", ")): \(document.entries.count) entries"
    return ([title] + lines + ["", reading]).joined(separator: "\n").withVisibleBreaks
  }

  /// How many entries the rulebook reads.
  private var reading: String {
    let read = document.entries.count { place in
      let entry = document.entry(at: place)
      return entry.title != nil && entry.links.contains { $0.url != nil }
    }
    return "\(read) of \(document.entries.count) are read with a title and a link"
  }

  private func rows(
    of lesson: FormatLearner.Lesson
  ) -> [(name: String, value: String, evidence: String)] {
    let (format, evidence) = (lesson.part.format, lesson.evidence)
    func share(_ usual: UsualSeparator?) -> String { usual?.share ?? "" }
    var rows: [(name: String, value: String, evidence: String)] = []
    switch format.unit {
    case .item: rows.append(("entries", "items with '\(format.marker)'", share(evidence.marker)))
    case .paragraph: rows.append(("entries", "paragraphs", ""))
    case .html: rows.append(("entries", "items of HTML lists", ""))
    case .row:
      rows.append(("entries", "rows below \(lesson.part.header.joined(separator: " | "))", ""))
    }
    if let sections = lesson.part.sections {
      rows.append(("in", sections.sorted().joined(separator: ", "), "\(lesson.units) entries"))
    }
    rows.append(
      (
        "template", evidence.template.text.replacing("\n", with: "⏎"),
        "\(lesson.read.count) of \(lesson.read.total) read"
      )
    )
    if let statement = evidence.statement {
      let text = statement.text.replacing("\n", with: "⏎")
      rows.append(("stated", text, "on line \(statement.line)"))
    }
    for (pair, usual) in evidence.overruled.sorted(by: { $0.key.place < $1.key.place }) {
      let share = "\(usual.count) of \(usual.total) follow"
      rows.append(("not kept", "\(usual.text.quotedYAML) \(pair.place)", share))
    }
    if let links = evidence.links {
      rows.append(("links", links.text, share(links)))
      let labels = format.links.labels.names.prefix(8).joined(separator: ", ")
      if !labels.isEmpty {
        rows.append(("labels", labels, format.links.isOrdered ? "in this order" : ""))
      }
    }
    for (index, item) in (evidence.details?.forms ?? []).enumerated() {
      let name = index > 0 ? "" : "items"
      rows.append((name, item.text, share(item)))
    }
    if let addresses = learned.addresses, learned.rulebook.arXivForm != .any {
      rows.append(("arXiv", learned.rulebook.arXivForm.rawValue, addresses.evidence))
    }
    return rows
  }
}

extension String {
  /// The text with spaces after it up to a width in characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with controls made visible on each of its lines.
  fileprivate var withVisibleBreaks: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).withVisibleControls }.joined(separator: "\n")
  }
}
