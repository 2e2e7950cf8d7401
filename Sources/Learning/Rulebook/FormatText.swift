package import ListModel
package import YAML

/// One of a rulebook's `formats` as it is written down, with the evidence for each line.
package struct FormatText {
  private let part: ListFormat.Part
  private let lesson: FormatLearner.Lesson
  private let numbering: (numbering: Numbering, evidence: String)?

  private var format: EntryFormat { part.format }
  private var evidence: FormatEvidence { lesson.evidence }

  /// Takes a format and what it was learned from; `numbering` is that of most of its entries, nil where none is
  /// numbered.
  package init(
    _ part: ListFormat.Part,
    _ lesson: FormatLearner.Lesson,
    _ numbering: (numbering: Numbering, evidence: String)?
  ) {
    self.part = part
    self.lesson = lesson
    self.numbering = numbering
  }

  package func add(to yaml: inout YAMLText) {
    yaml.comment(
      "\(lesson.units) entries; of \(lesson.read.total) looked at, \(lesson.read.count) are read with title and link",
      depth: 1
    )
    if let statement = evidence.statement {
      yaml.comment(
        "The list states their form on line \(statement.line): \(statement.text.quotedYAML)",
        depth: 1
      )
    }
    yaml.add("- unit: \(format.unit.rawValue)", depth: 1)
    if let sections = part.sections { yaml.add("sections: \(sections.sorted().yaml)", depth: 2) }
    if format.unit == .row { yaml.add("header: \(part.header.yaml)", depth: 2) }
    if format.unit == .item {
      yaml.add("marker: \(format.marker.quotedYAML)", depth: 2, comment: evidence.marker?.share)
      if format.allowsOtherMarkers { yaml.add("other-markers: true", depth: 2) }
      addNumbering(to: &yaml)
    }
    yaml.add("template: \(evidence.template.text.quotedYAML)", depth: 2)
    addBetween(to: &yaml)
    addLinks(to: &yaml)
    if let style = format.venueYear {
      yaml.add("venue-year: \(style.text.quotedYAML)", depth: 2, comment: evidence.venueYear?.share)
    }
    addDetails(to: &yaml)
    if !format.indentations.isEmpty {
      yaml.add("indentations: \(format.indentations.yaml)", depth: 2)
    }
    if !format.customs.isEmpty {
      yaml.add("customs: \(format.customs.map(\.rawValue).sorted().yaml)", depth: 2)
    }
    if format.columnValues.contains(where: { $0 != nil }) {
      yaml.add("column-values:", depth: 2)
      for values in format.columnValues {
        yaml.add("- " + (values.map { $0.sorted().yaml } ?? "any"), depth: 3)
      }
    }
  }

  private func addNumbering(to yaml: inout YAMLText) {
    // The list shows it anyway; who states it wants it without exceptions.
    guard let (numbering, evidence) = numbering else { return }
    yaml.comment("numbering: \(numbering.rawValue)  # \(evidence)", depth: 2)
  }

  private func addDetails(to yaml: inout YAMLText) {
    guard let style = format.details, let evidence = evidence.details else { return }
    yaml.add("details:", depth: 2)
    yaml.add("items:", depth: 3)
    for (form, evidence) in zip(style.forms, evidence.forms) {
      yaml.add("- \(form.text.quotedYAML)", depth: 4, comment: evidence.share)
    }
    if style.isOrdered { yaml.add("ordered: true", depth: 3) }
    if style.forms.contains(where: { $0.tail?.isUsual == false }) {
      yaml.add("other-tails: true", depth: 3)
    }
    if let separator = style.separator {
      yaml.add(
        "separator: \(separator.quotedYAML)",
        depth: 3,
        comment: evidence.separator?.share
      )
    } else if let separator = evidence.separator {
      yaml.comment("separator: \(separator.text.quotedYAML)  # \(separator.share)", depth: 3)
    }
  }

  // MARK: Between fields

  private func addBetween(to yaml: inout YAMLText) {
    var declared = evidence.template.usualSeparators(isRow: format.unit == .row)
    if declared[.links, .links] == nil { declared[.links, .links] = separator }
    var between: [(line: String, comment: String?)] = []
    var habits: [(line: String, comment: String?)] = []
    var open: [String] = []
    for pair in pairs(declared) {
      let counted = evidence.usualSeparators[pair]
      let usual = format.usualSeparators[pair]
      if let usual, usual.isCertain, usual.isSaid {
        // No separator is said like any other text; a style of links without one leaves it open.
        let isSaid = declared[pair]?.text == usual.text
        if isSaid, pair != FieldPair(.links, .links) || !usual.text.isEmpty {
          let link = usual.statedOn == nil ? " in " : ", "
          yaml.comment("\(pair.place): \(usual.text.quotedYAML)\(link)\(usual.share)", depth: 2)
        } else {
          between.append(("\(pair.key): \(usual.text.quotedYAML)", usual.share))
        }
      } else if let habit = usual ?? format.habits[pair] {
        // What was only counted stays so, and is weighed as it is without the rulebook.
        let share = "count: \(habit.count), of: \(habit.total)"
        habits.append(("\(pair.key): {text: \(habit.text.quotedYAML), \(share)}", nil))
      } else if declared[pair] != nil {
        between.append(("\(pair.key): any", counted.map { "\($0.text.quotedYAML) in \($0.share)" }))
      } else if let counted, counted.total > 1 {
        open.append("\(pair.key): \(counted.text.quotedYAML)  # \(counted.share)")
      }
    }
    yaml.add(between.isEmpty ? "between: {}" : "between:", depth: 2)
    for line in between { yaml.add(line.line, depth: 3, comment: line.comment) }
    for line in open + overruled { yaml.comment(line, depth: 3) }
    if !format.certain.isEmpty {
      yaml.add(
        "certain: \(format.certain.map(\.key).sorted().yaml)",
        depth: 2,
        comment: "stated, and nearly all follow: an error"
      )
    }
    if !habits.isEmpty {
      yaml.add("habits:", depth: 2)
      for line in habits { yaml.add(line.line, depth: 3, comment: line.comment) }
    }
  }

  /// What is stated, but not what entries do.
  private var overruled: [String] {
    evidence.overruled.sorted { $0.key.key < $1.key.key }.map { pair, usual in
      "\(pair.key): \(usual.text.quotedYAML)  # \(usual.share): habit is kept"
    }
  }

  /// What a rulebook that names a separator says of two links.
  private var separator: UsualSeparator? {
    UsualSeparator(text: format.links.separator, count: 0, total: 0)
  }

  private func pairs(_ declared: UsualSeparators) -> [FieldPair] {
    Set(declared.keys).union(evidence.usualSeparators.keys).union(format.usualSeparators.keys)
      .sorted { $0.key < $1.key }
  }

  // MARK: Links

  private func addLinks(to yaml: inout YAMLText) {
    let style = format.links
    yaml.add("links:", depth: 2)
    yaml.add(
      "item: \(style.write(label: "{label}", url: "{url}").quotedYAML)",
      depth: 3,
      comment: evidence.links?.share
    )
    if !style.isUsual { yaml.add("other-forms: true", depth: 3) }
    yaml.add(
      "separator: \(style.separator.quotedYAML)",
      depth: 3,
      comment: evidence.usualSeparators[.links, .links]?.share
    )
    if style.isOrdered { yaml.add("ordered: true", depth: 3) }
    yaml.add(style.labels.names.isEmpty ? "labels: {}" : "labels:", depth: 3)
    let counts = Dictionary(evidence.labels.map { ($0.label, $0.count) }) { $0 + $1 }
    for name in style.labels.names {
      let stated = evidence.statement.map { "stated on line \($0.line)" }
      yaml.add("\(name.quotedYAML): []", depth: 4, comment: counts[name].map(String.init) ?? stated)
    }
    if !style.labels.accepted.isEmpty {
      yaml.add("accepted-labels: \(style.labels.accepted.sorted().yaml)", depth: 3)
    }
    if !style.labels.isClosed { yaml.add("other-labels: true", depth: 3) }
    if !style.hostLabels.isEmpty {
      yaml.add("host-labels:", depth: 3)
      for (host, usual) in style.hostLabels.sorted(by: { $0.key < $1.key }) {
        let share = usual.count * 100 / usual.total
        yaml.add(
          "\(host.yaml): {label: \(usual.label.quotedYAML), share: \(share)}",
          depth: 4,
          comment: "\(usual.count) of \(usual.total)"
        )
      }
    }
    if !style.labelCases.isEmpty {
      yaml.add("label-cases: \(style.labelCases.values.map(\.label).sorted().yaml)", depth: 3)
    }
  }
}

extension UsualSeparators {
  fileprivate subscript(_ before: FieldName?, _ after: FieldName?) -> UsualSeparator? {
    get { self[FieldPair(before, after)] }
    set { self[FieldPair(before, after)] = newValue }
  }
}

extension FieldPair {
  /// As a rulebook's `between` names it.
  fileprivate var key: String { "\(before?.rawValue ?? "start") \(after?.rawValue ?? "end")" }

  package var place: String {
    "\(before.map { "after \($0.rawValue)" } ?? "at the start")"
      + (after.map { ", before \($0.rawValue)" } ?? ", at the end")
  }
}

extension UsualSeparator {
  package var share: String {
    statedOn.map { "stated on line \($0); \(count) of \(total) follow" } ?? "\(count) of \(total)"
  }
}
