internal import Classifier
internal import GitHub
internal import ListModel
internal import Markdown
internal import Review
internal import Rules
internal import Text

/// Writes the text of the pull request: whole blocks, below GitHub's limit.
struct SweepText {
  /// Where the lines of the lists are shown.
  let links: LineLinks

  /// The size in bytes that no body reaches, and so no number of characters either.
  private static let limit = DraftReview.longestBody - 1024
  /// How much of it the table takes at most: the rest is for people.
  private static let tableLimit = 44_000
  /// How many characters of a text are shown.
  private static let longest = 160

  static func title(_ proposal: Proposal) -> String {
    let count = proposal.entryCount
    return "Bring \(count) \(count == 1 ? "entry" : "entries") up to date"
  }

  /// The body when nothing is left.
  static var done: String {
    "\(SweepMarker.done.line)\nNothing is left of this: the list says it all by now, or what was said no longer holds."
  }

  /// The body of a pull request with some changes.
  func body(_ proposal: Proposal, _ marker: SweepMarker) -> String {
    var blocks = [
      "\(marker.line)\nSince these entries were written, papers have been published, or what they link to has moved. Nothing else of the list is changed."
    ]
    let size = { blocks.reduce(0) { $0 + $1.utf8.count + 2 } }
    blocks.append(table(proposal, limit: Self.tableLimit))
    if proposal.waiting > 0 {
      let count = proposal.waiting
      blocks.append(
        "\(count) more \(count == 1 ? "entry waits" : "entries wait") until this is merged or closed."
      )
    }
    let close = "Changes that you revert, or close without merging, are not proposed again."
    if let rest = rest(proposal, limit: Self.limit - size() - close.utf8.count - 2) {
      blocks.append(rest)
    }
    blocks.append(close)
    return blocks.joined(separator: "\n\n")
  }

  private func table(_ proposal: Proposal, limit: Int) -> String {
    var rows = ["| entry | was | is | what says so |", "| --- | --- | --- | --- |"]
    var size = rows.reduce(0) { $0 + $1.utf8.count + 1 }
    let all = proposal.changes
    for (index, change) in all.enumerated() {
      let row = row(change)
      size += row.utf8.count + 1
      guard size < limit else {
        rows.append("| and \(all.count - index) more | | | |")
        break
      }
      rows.append(row)
    }
    return rows.joined(separator: "\n")
  }

  private func row(_ change: FactChange) -> String {
    let line = change.place.lines.lowerBound
    let title = change.title.isEmpty ? "line \(line)" : cell(change.title)
    let evidence = Message(
      parts: change.message.parts.map { part in
        if case .quote(let text) = part { .quote(Self.shortened(text)) } else { part }
      }
    )
    let page = Evidence.address(of: change).map { " ([see](\($0)))" } ?? ""
    let cells = [
      "[\(title)](\(links.address(ofLine: line, in: change.path)))", cell(change.old),
      cell(change.new), Self.escaped(MarkdownText.message(evidence)) + page,
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  private func cell(_ text: String) -> String {
    Self.escaped(MarkdownText.code(Self.shortened(text)))
  }

  /// Returns the start of a text.
  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > longest else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(longest))) + "…"
  }

  /// Returns Markdown for a cell: a bar would end it, even within code, and a backslash before one would undo what
  /// keeps it from that.
  private static func escaped(_ markdown: String) -> String {
    markdown.replacing("\\|", with: "<U+005C>|").replacing("|", with: "\\|")
  }

  /// What people have to look at, folded, with as many of its lines as there is room for; nil where there is nothing.
  private func rest(_ proposal: Proposal, limit: Int) -> String? {
    guard proposal.restCount > 0 else { return nil }
    let head =
      "<details><summary>\(proposal.restCount) for a person to look at</summary>\n"
    let tail = "\n</details>"
    var lines: [String] = []
    var (size, shown) = (head.utf8.count + tail.utf8.count + 40, 0)
    for list in proposal.lists {
      for (section, findings) in list.sections {
        var group = [
          "", MarkdownText.code(Self.shortened(([list.path] + section).joined(separator: " > "))),
          "",
        ]
        for located in findings {
          let line = line(located, in: list)
          size += line.utf8.count + 1
          guard size + group.reduce(0, { $0 + $1.utf8.count + 1 }) < limit else {
            let all = group.count > 3 ? lines + group : lines
            return head
              + (all + ["", "and \(proposal.restCount - shown) more"]).joined(separator: "\n")
              + "\n" + tail
          }
          group.append(line)
          shown += 1
        }
        size += group[1].utf8.count + 3
        lines += group
      }
    }
    return head + lines.joined(separator: "\n") + "\n" + tail
  }

  private func line(_ located: LocatedFinding, in list: Proposal.List) -> String {
    let message = Message(
      parts: located.finding.message.parts.map { part in
        if case .quote(let text) = part { .quote(Self.shortened(text)) } else { part }
      }
    )
    let range = list.document.text.line(located.line)
    let start = min(range.lowerBound + located.column - 1, range.upperBound)
    let end =
      located.endLine == located.line
      ? min(range.lowerBound + located.endColumn - 1, range.upperBound) : range.upperBound
    let meant = start < end ? list.document.text.string(start..<end) : ""
    let place = "[line \(located.line)](\(links.address(ofLine: located.line, in: list.path)))"
    let address = meant.isEmpty ? "" : ": \(MarkdownText.code(Self.shortened(meant)))"
    return "- \(place): \(MarkdownText.message(message))\(address)"
  }
}
