internal import Classifier
internal import ListModel
internal import Rules
internal import Text

extension Proposal {
  /// What was done, in one line for a log.
  package var sentence: String {
    guard !changes.isEmpty else {
      return unanswered == 0
        ? "nothing to bring up to date"
        : "nothing to bring up to date as far as registries answered"
    }
    let counts = Dictionary(grouping: changes, by: \.rule).mapValues(\.count)
    let parts = Self.kinds.compactMap { rule, one, many in
      counts[rule].map { "\($0) \($0 == 1 ? one : many)" }
    }
    let count = entryCount
    return "\(count) \(count == 1 ? "entry" : "entries") brought up to date: "
      + parts.joined(separator: ", ")
  }

  private static let kinds = [
    (PublishedPreprint.description.id, "published preprint", "published preprints"),
    (MovedRepository.description.id, "moved repository", "moved repositories"),
    (MovedLink.description.id, "moved page", "moved pages"),
    (OtherPaper.description.id, "wrong identifier", "wrong identifiers"),
  ]

  /// What to say of entries that are not changed now, in a log.
  package var notices: [String] {
    [
      unanswered == 0
        ? nil
        : "\(unanswered) \(unanswered == 1 ? "entry" : "entries") could not be looked up everywhere: run it again to ask for the rest",
      waiting == 0
        ? nil : "\(waiting) more \(waiting == 1 ? "entry waits" : "entries wait") for a later run",
      declined == 0
        ? nil
        : "\(declined) \(declined == 1 ? "entry stays" : "entries stay") as somebody wanted: closed without merging, or reverted",
    ]
    .compactMap { $0 }
  }

  /// What people have to look at, a line each, by section.
  package var restLines: [String] {
    lists.flatMap { list in
      list.sections.flatMap { section, findings in
        ["", ([list.path] + section).joined(separator: " > ").withVisibleControls]
          + findings.map {
            "  line \($0.line): \($0.finding.message.plain)  [\($0.finding.rule)]"
          }
      }
    }
  }
}

extension Proposal.List {
  /// What people have to look at, by the path of the section, in the order of the list.
  var sections: [(path: [String], findings: [LocatedFinding])] {
    let places = Dictionary(document.entries.map { ($0.lines, $0.section) }) { first, _ in first }
    var sections: [(section: Int, findings: [LocatedFinding])] = []
    for located in rest {
      guard let section = places[located.lines] else { continue }
      if sections.last?.section == section {
        sections[sections.count - 1].findings.append(located)
      } else {
        sections.append((section, [located]))
      }
    }
    return sections.map { (document.sections[$0.section].path, $0.findings) }
  }
}
