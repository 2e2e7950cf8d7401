package import YAML

extension EntryFormat {
  /// Reads a format from a rulebook's `entry` key.
  ///
  /// The template names the fields in their order, in braces; the text behind a field belongs to
  /// that field and goes where it goes.
  package init(_ node: Node, in file: YAMLFile, venues: VenueVocabulary) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "an entry format")
    let markerNode = try fields.requiredNode("marker")
    marker = try markerNode.string(in: file, as: "'marker'")
    guard ["-", "*", "+"].contains(marker) else {
      throw file.error("'\(marker)' is no bullet; write '-', '*' or '+'", at: markerNode.mark)
    }
    let template = try fields.requiredNode("template")
    parts = try Self.parts(of: template, in: file)
    tags = try fields.node("tags").map { (node) throws(YAMLError) in try TagStyle(node, in: file) }
    venue = try fields.node("venue").map { (node) throws(YAMLError) in
      try VenueStyle(node, in: file, vocabulary: venues)
    }
    let linksNode = try fields.requiredNode("links")
    links = try LinkStyle(linksNode, in: file)
    try fields.finish()
    unit = .item
    opening = ""
    norms = nil
    self.venues = venues
    for part in parts {
      let isDeclared =
        switch part.field {
        case .tags: tags != nil
        case .venue: venue != nil
        default: true
        }
      guard isDeclared else {
        let field = part.field.rawValue
        throw file.error(
          "the template names '{\(field)}', but the key '\(field)' does not say how it is written",
          at: template.mark
        )
      }
    }
  }

  private static func parts(of node: Node, in file: YAMLFile) throws(YAMLError) -> [Part] {
    let template = try node.string(in: file, as: "'template'")
    var parts: [Part] = []
    let pieces = template.split(separator: "{", omittingEmptySubsequences: false)
    guard pieces.first == "" else {
      throw file.error("a template begins with a field, as in '{title}. {links}'", at: node.mark)
    }
    for piece in pieces.dropFirst() {
      guard let close = piece.firstIndex(of: "}") else {
        throw file.error("a field is not closed by '}'", at: node.mark)
      }
      let name = String(piece[..<close])
      guard let field = FieldName(rawValue: name) else {
        let names = FieldName.allCases.map(\.rawValue)
        let nearest = names.nearest(to: name).map { "did you mean '{\($0)}'?" }
        throw file.error(
          "'{\(name)}' is no field; \(nearest ?? "fields are \(names.joined(separator: ", "))")",
          at: node.mark
        )
      }
      guard !parts.contains(where: { $0.field == field }) else {
        throw file.error("the field '{\(name)}' stands here twice", at: node.mark)
      }
      parts.append(Part(field: field, terminator: String(piece[piece.index(after: close)...])))
    }
    return parts
  }
}

extension TagStyle {
  fileprivate init(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "a tag style")
    open = try fields.string("open") ?? ""
    let item = try fields.node("item").map { (node) throws(YAMLError) in
      try node.split(around: ["{tag}"], in: file)
    }
    itemOpen = item?[0] ?? "["
    itemClose = item?[1] ?? "]"
    separator = try fields.string("separator") ?? ""
    close = try fields.string("close") ?? ""
    try fields.finish()
  }
}

extension VenueStyle {
  fileprivate init(
    _ node: Node,
    in file: YAMLFile,
    vocabulary: VenueVocabulary
  ) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "a venue style")
    let form = try fields.requiredNode("form")
    hasShortYear = form.text.contains("{yy}")
    let literals = try form.split(around: ["{name}", hasShortYear ? "{yy}" : "{year}"], in: file)
    open = literals[0]
    middle = literals[1]
    close = literals[2]
    self.vocabulary = vocabulary
    try fields.finish()
  }
}

extension LinkStyle {
  fileprivate init(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "a link style")
    let item = try fields.requiredNode("item")
    let literals = try item.split(around: ["{label}", "{url}"], in: file)
    open = literals[0]
    middle = literals[1]
    close = literals[2]
    separator = try fields.requiredString("separator")
    let labelsNode = try fields.requiredNode("labels")
    labels = try LinkLabels(labelsNode.namesWithAliases(in: file, as: "labels"))
    try fields.finish()
  }
}

extension Node {
  /// Splits a scalar around placeholders that must stand in it once and in this order.
  fileprivate func split(
    around placeholders: [String],
    in file: YAMLFile
  ) throws(YAMLError) -> [String] {
    var rest = Substring(try string(in: file, as: "a form"))
    var literals: [String] = []
    for placeholder in placeholders {
      guard let range = rest.firstRange(of: placeholder) else {
        let all = placeholders.joined(separator: " and ")
        throw file.error("'\(text)' must hold \(all), once and in this order", at: mark)
      }
      literals.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return literals + [String(rest)]
  }

  /// Reads a mapping from names to sequences of other words for them.
  package func namesWithAliases(
    in file: YAMLFile,
    as what: String
  ) throws(YAMLError) -> [(name: String, aliases: [String])] {
    var fields = try Fields(self, in: file, as: what)
    var names: [(name: String, aliases: [String])] = []
    for (key, value) in fields.rest() {
      names.append((key.text, try value.strings(in: file, as: "'\(key.text)'")))
    }
    return names
  }
}
