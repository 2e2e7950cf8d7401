internal import Text
internal import YAML

extension EntryFormat {
  /// Takes a format from the keys of a rulebook's `entry`, or of one of its `formats`.
  ///
  /// The template names the fields in their order, in braces, with the text between them as it
  /// stands. One of nothing but tags, title, venue and links in plain text needs all of them declared,
  /// unless `between` says more of what stands there. `labels` are the words that links have on other
  /// lists.
  init(
    _ fields: inout Fields,
    venues: VenueVocabulary,
    labels: LinkLabels
  ) throws(YAMLError) {
    let file = fields.file
    let unit =
      try fields.node("unit").map { (node) throws(YAMLError) in
        try Unit.named(node, in: file)
      } ?? .item
    let isRow = unit == .row
    let marker = try Self.marker(&fields, of: unit, in: file)
    // What is not an item has no number.
    let numbering: Numbering? =
      try unit == .item ? fields.choice("numbering", as: "numbering") : nil
    let templateNode = try fields.requiredNode("template")
    let template = try Template(templateNode, isRow: isRow, in: file)
    let between = fields.node("between")
    let isGeneral =
      unit != .item || template.isGeneral || marker.first?.isNumber ?? false || between != nil
    var usualSeparators = template.usualSeparators(isRow: isRow)
    let tags = try fields.node("tags").map { (node) throws(YAMLError) in
      try TagStyle(node, in: file)
    }
    let venue = try fields.node("venue").map { (node) throws(YAMLError) in
      try VenueStyle(node, in: file, vocabulary: venues)
    }
    let links: LinkStyle
    if isGeneral {
      let node = fields.node("links")
      links =
        try node.map { (node) throws(YAMLError) in
          try LinkStyle(node, in: file, knowing: labels)
        } ?? .unknown(labels)
      if node != nil, !links.separator.isEmpty {
        usualSeparators[FieldPair(.links, .links)] = UsualSeparator(declared: links.separator)
      }
    } else {
      links = try LinkStyle(try fields.requiredNode("links"), in: file, knowing: nil)
      usualSeparators[FieldPair(.links, .links)] = UsualSeparator(declared: links.separator)
    }
    if let between { try usualSeparators.amend(between, in: file) }
    let habits =
      try fields.node("habits").map { (node) throws(YAMLError) in
        try UsualSeparators(habits: node, in: file)
      } ?? [:]
    for (pair, habit) in habits { usualSeparators[pair] = habit.isUsual ? habit : nil }
    let certain =
      try fields.node("certain").map { (node) throws(YAMLError) in
        try FieldPair.pairs(node, in: file)
      } ?? []
    let customs = try Set(Custom.named(fields.node("customs"), in: file))
    let details = try fields.node("details").map { (node) throws(YAMLError) in
      try DetailStyle(node, in: file)
    }
    let indentations = try fields.strings("indentations") ?? []
    let venueYear = try fields.node("venue-year").map { (node) throws(YAMLError) in
      VenueYearStyle(try node.string(in: file, as: "'venue-year'"))
    }
    let values = fields.node("column-values")
    let allowsOtherMarkers = try fields.bool("other-markers") ?? false
    self.init(
      unit: unit,
      marker: marker,
      parts: template.parts(isRow: isRow),
      tags: tags,
      venue: venue,
      links: links,
      usualSeparators: usualSeparators,
      venues: venues
    )
    self.allowsOtherMarkers = allowsOtherMarkers
    self.numbering = numbering
    self.customs = customs
    self.certain = certain
    self.habits = habits.filter { !$0.value.isUsual }
    self.details = details
    self.indentations = indentations
    self.venueYear = venueYear
    columnValues = try Self.columnValues(values, in: file)
    if !isGeneral { try requireStyles(of: templateNode, in: file) }
  }

  /// Throws where the template names a field that nothing says how to write.
  private func requireStyles(of template: Node, in file: YAMLFile) throws(YAMLError) {
    for part in parts
    where part.field == .tags && tags == nil || part.field == .venue && venue == nil {
      let field = part.field.rawValue
      throw file.error(
        "the template names '{\(field)}', but the key '\(field)' does not say how it is written",
        at: template.mark
      )
    }
  }

  private static func marker(
    _ fields: inout Fields,
    of unit: Unit,
    in file: YAMLFile
  ) throws(YAMLError) -> String {
    guard unit == .item else { return "" }
    let node = try fields.requiredNode("marker")
    let marker = try node.string(in: file, as: "'marker'")
    guard ["-", "*", "+", "1.", "1)"].contains(marker) else {
      throw file.error(
        "'\(marker)' is not a marker; write '-', '*', '+', '1.' or '1)'",
        at: node.mark
      )
    }
    return marker
  }

  private static func columnValues(
    _ node: Node?,
    in file: YAMLFile
  ) throws(YAMLError) -> [Set<String>?] {
    guard let node else { return [] }
    guard case .sequence(let columns) = node.value else {
      throw file.error("'column-values' must be a sequence, not \(node.kind)", at: node.mark)
    }
    var values: [Set<String>?] = []
    for column in columns {
      if case .scalar("any", _) = column.value {
        values.append(nil)
      } else {
        values.append(Set(try column.strings(in: file, as: "the values of a column")))
      }
    }
    return values
  }
}

extension EntryFormat.Unit {
  fileprivate static func named(_ node: Node, in file: YAMLFile) throws(YAMLError) -> Self {
    let name = try node.string(in: file, as: "'unit'")
    guard let unit = Self(rawValue: name) else {
      let nearest =
        allCases.map(\.rawValue).nearest(to: name).map { "; did you mean '\($0)'?" } ?? ""
      throw file.error(
        "'\(name)' is not a unit; write item, paragraph, row or html\(nearest)",
        at: node.mark
      )
    }
    return unit
  }
}

extension EntryFormat.Custom {
  fileprivate static func named(_ node: Node?, in file: YAMLFile) throws(YAMLError) -> [Self] {
    guard let node else { return [] }
    var customs: [Self] = []
    for name in try node.strings(in: file, as: "'customs'") {
      guard let custom = Self(rawValue: name) else {
        let names = allCases.map(\.rawValue)
        let nearest = names.nearest(to: name).map { "did you mean '\($0)'?" }
        throw file.error(
          "'\(name)' is not a custom; \(nearest ?? "customs are \(names.joined(separator: ", "))")",
          at: node.mark
        )
      }
      customs.append(custom)
    }
    return customs
  }
}

extension Template {
  fileprivate init(_ node: Node, isRow: Bool, in file: YAMLFile) throws(YAMLError) {
    let text = try node.string(in: file, as: "'template'")
    do throws(Fault) {
      self = try Template(text, isRow: isRow)
    } catch {
      let message: String
      switch error {
      case .unclosed: message = "a field is not closed by '}'"
      case .empty: message = "a template has at least one field, as in '{title}. {links}'"
      case .repeated(let name): message = "the field '{\(name)}' stands here twice"
      case .unknown(let name):
        let names = FieldName.allCases.map(\.rawValue)
        let nearest = names.nearest(to: name).map { "did you mean '{\($0)}'?" }
        message =
          "'{\(name)}' is not a field; \(nearest ?? "fields are \(names.joined(separator: ", "))")"
      }
      throw file.error(message, at: node.mark)
    }
  }
}

extension UsualSeparators {
  /// Takes what a rulebook says of two fields, as in `title links: " | "`; `any` leaves them alone.
  fileprivate mutating func amend(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "'between'")
    for (key, value) in fields.rest() {
      let pair = try FieldPair(key, in: file)
      let text = try value.string(in: file, as: "what stands between two fields")
      self[pair] = text == "any" ? nil : UsualSeparator(declared: text)
    }
  }
}

extension UsualSeparators {
  /// Reads what most entries have, as in `title links: {text: " | ", share: 80}`: with how many in a
  /// hundred, or `count: 40, of: 50`.
  fileprivate init(habits node: Node, in file: YAMLFile) throws(YAMLError) {
    self = [:]
    var fields = try Fields(node, in: file, as: "'habits'")
    for (key, value) in fields.rest() {
      var habit = try Fields(value, in: file, as: "a habit")
      let text = try habit.requiredString("text")
      let (count, total) = try habit.counts()
      self[try FieldPair(key, in: file)] = UsualSeparator(text: text, count: count, total: total)
      try habit.finish()
    }
  }
}

extension FieldPair {
  /// Reads a sequence of two fields each.
  fileprivate static func pairs(
    _ node: Node,
    in file: YAMLFile
  ) throws(YAMLError) -> Set<FieldPair> {
    guard case .sequence(let nodes) = node.value else {
      throw file.error("'certain' must be a sequence, not \(node.kind)", at: node.mark)
    }
    var pairs: Set<FieldPair> = []
    for node in nodes { pairs.insert(try FieldPair(node, in: file)) }
    return pairs
  }

  /// Reads two fields, as in `title links`; `start` and `end` stand for those of an entry or a cell.
  fileprivate init(_ key: Node, in file: YAMLFile) throws(YAMLError) {
    let names = key.text.split(separator: " ").map(String.init)
    guard names.count == 2 else {
      throw file.error("'\(key.text)' must be two fields, as in 'title links'", at: key.mark)
    }
    self.init(
      try names[0] == "start" ? nil : FieldName.named(names[0], key, in: file),
      try names[1] == "end" ? nil : FieldName.named(names[1], key, in: file)
    )
  }
}

extension FieldName {
  fileprivate static func named(
    _ name: String,
    _ node: Node,
    in file: YAMLFile
  ) throws(YAMLError) -> FieldName {
    guard let field = FieldName(rawValue: name) else {
      let names = allCases.map(\.rawValue)
      let nearest = names.nearest(to: name).map { "; did you mean '\($0)'?" } ?? ""
      throw file.error("'\(name)' is not a field\(nearest)", at: node.mark)
    }
    return field
  }
}
