internal import ListModel
package import Markdown
internal import Parsing
internal import Rules
internal import Text
internal import YAML

/// A rulebook as it is written down for a list: each line with what it rests on.
package struct RulebookText {
  private let learned: LearnedRulebook
  private let lists: [String]
  let document: ListDocument
  /// The document's entries, without what stands between their fields.
  let entries: [Entry]

  /// Takes what was understood of `text`, which are the texts of `lists`.
  package init(_ learned: LearnedRulebook, of lists: [String], _ text: SourceText) {
    self.learned = learned
    self.lists = lists
    document = learned.rulebook.document(text)
    entries = document.entries.concurrentMap { [document] in document.fields(at: $0) }
  }

  /// The rulebook, for `.github/rubric.yml`.
  package var yaml: String {
    var yaml = YAMLText()
    yaml.comment("How the entries of this list are written, as 'rubric init' read them.")
    yaml.comment(
      "The numbers say how many of the entries that were looked at do so; '# after ...' is about the template."
    )
    yaml.comment(
      "What else is commented out is too uncertain to be a rule. 'rubric rules' lists what is checked."
    )
    yaml.blank()
    let parent = learned.lessons.isEmpty ? learned.rulebook.name : Rulebook.defaultName
    yaml.add("extends: \(parent)", comment: builtInEvidence)
    yaml.add("lists: \(lists.yaml)", comment: "\(document.entries.count) entries")
    if learned.lessons.isEmpty {
      if learned.rulebook.errorRules != nil {
        yaml.comment("Few entries follow it, so only what is wrong in any list is an error.")
        yaml.add("errors: certain")
        if learned.rulebook.requiredLinks.isEmpty { yaml.add("required-links: []") }
      }
      if let marker = learned.ownMarker {
        yaml.add("marker: \(marker.quotedYAML)", comment: "as nearly all entries have it")
      }
      addHabits(to: &yaml)
      addOrders(to: &yaml)
      addVenues(to: &yaml)
    } else {
      yaml.blank()
      yaml.comment(
        "What was only learned may be wrong: it warns. With 'all', everything can be an error."
      )
      yaml.add("errors: certain")
      addAddresses(to: &yaml)
      addOrders(to: &yaml)
      addVenues(to: &yaml)
      yaml.blank()
      yaml.add("formats:")
      let runs = EntryRuns(document)
      let sequences = document.sequences(of: runs)
      for (index, lesson) in learned.lessons.enumerated() {
        let own = sequences.filter { $0[0].place.format == index }
        FormatText(
          learned.rulebook.formats.parts[index],
          lesson,
          NumberingHabit(own, besides: []).most
        )
        .add(to: &yaml)
      }
    }
    return yaml.text
  }

  private var builtInEvidence: String? {
    guard learned.lessons.isEmpty else { return "for what is not said here" }
    guard let fit = learned.fit else { return nil }
    guard fit.total > 0 else { return "too few entries to learn from" }
    return "\(fit.count) of \(fit.total) entries looked at follow it to the letter"
  }

  /// Says how far a list keeps to the built-in format, place by place, and what it states itself.
  private func addHabits(to yaml: inout YAMLText) {
    let habits = SeparatorHabits(document)
    guard !habits.rows.isEmpty else { return }
    yaml.blank()
    yaml.comment("How far its entries keep to the format of '\(learned.rulebook.name)':")
    for row in habits.rows {
      yaml.comment("  \(row.place): \(row.expected.quotedYAML) in \(row.count) of \(row.total)")
    }
    if !document.legend.isEmpty {
      yaml.comment(
        "Its tags are those of its legend: \(document.legend.items.map(\.name).joined(separator: ", "))"
      )
    }
    if let template = document.template {
      yaml.comment(
        "On line \(template.line) it states the form itself: \(template.text.quotedYAML)"
      )
    }
  }

  private func addAddresses(to yaml: inout YAMLText) {
    guard let habits = learned.addresses else { return }
    yaml.blank()
    let rulebook = learned.rulebook
    yaml.add("arxiv: \(rulebook.arXivForm.rawValue)", comment: habits.evidence)
    if !rulebook.arXivCustoms.isEmpty {
      yaml.add("arxiv-customs: \(rulebook.arXivCustoms.map(\.rawValue).sorted().yaml)")
    }
    if !rulebook.keptParameters.isEmpty {
      yaml.add(
        "keep-parameters: \(rulebook.keptParameters.sorted().yaml)",
        comment: "most addresses of these hosts have some"
      )
    }
    if !rulebook.insecureHosts.isEmpty {
      yaml.add(
        "insecure-hosts: \(rulebook.insecureHosts.sorted().yaml)",
        comment: "most addresses of these hosts are without https: only a note"
      )
    }
    if habits.isInsecure {
      yaml.add("rules:")
      yaml.add("insecure-url: off", depth: 1, comment: "addresses without https are a custom here")
    }
  }
}

/// How far a list keeps to what its format has between fields.
private struct SeparatorHabits {
  struct Row {
    let place: String
    let expected: String
    var count: Int
    var total: Int
  }

  private(set) var rows: [Row] = []

  init(_ document: ListDocument) {
    for place in document.entries {
      let entry = document.entry(at: place)
      for separator in document.format(of: place).judgedSeparators(of: entry) {
        guard let expected = separator.expected, !expected.isEmpty else { continue }
        let name = separator.place
        let index = rows.firstIndex { $0.place == name && $0.expected == expected }
        let isKept = separator.fault == nil
        if let index {
          rows[index].total += 1
          rows[index].count += isKept ? 1 : 0
        } else {
          rows.append(Row(place: name, expected: expected, count: isKept ? 1 : 0, total: 1))
        }
      }
    }
    rows.removeAll { $0.total * 50 < document.entries.count }
    rows.sort { ($1.total, $0.place) < ($0.total, $1.place) }
  }
}
