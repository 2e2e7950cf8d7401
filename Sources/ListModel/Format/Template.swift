/// A template as a rulebook writes it: fields in braces, and the text between them as it stands.
///
/// `{field?}` may be missing. `[{title}]({url})` is a title that is a link. In a template of table
/// rows, bars stand between the cells.
struct Template {
  struct Slot {
    let field: FieldName
    let isOptional: Bool
    /// The text behind it, up to the next field or the end.
    var literal: String
  }

  enum Fault: Error {
    case unclosed
    case unknown(String)
    case repeated(String)
    case empty
  }

  /// What stands before the first field.
  private(set) var opening = ""
  private(set) var slots: [Slot] = []

  /// What stands in a template for the address of a title that is a link.
  private static let url = "url"

  init(_ text: String, isRow: Bool) throws(Fault) {
    var rest = Substring(text)
    var literal = ""
    while let open = rest.firstIndex(of: "{") {
      literal += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { throw .unclosed }
      var name = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if name == Self.url {
        literal += GlueNorm.address
        continue
      }
      let isOptional = name.last == "?"
      if isOptional { name.removeLast() }
      guard let field = FieldName(rawValue: String(name)) else { throw .unknown(String(name)) }
      guard isRow || !slots.contains(where: { $0.field == field }) else {
        throw .repeated(String(name))
      }
      end(with: literal)
      literal = ""
      slots.append(Slot(field: field, isOptional: isOptional, literal: ""))
    }
    end(with: literal + rest)
    guard !slots.isEmpty else { throw .empty }
  }

  private mutating func end(with literal: String) {
    if slots.isEmpty { opening = literal } else { slots[slots.count - 1].literal = literal }
  }

  /// Whether the template has anything that one plain line of tags, title, venue and links has not.
  var isGeneral: Bool {
    !opening.isEmpty
      || slots.contains { slot in
        slot.isOptional || slot.literal.contains("\n") || slot.literal.contains(GlueNorm.address)
          || ![.tags, .title, .venue, .links].contains(slot.field)
          || slot.literal.contains { "*_`[]()\"".contains($0) }
      }
  }

  /// The fields, with the marks that stand around them.
  func parts(isRow: Bool) -> [EntryFormat.Part] {
    var cell = isRow ? opening.count { $0 == "|" } : 0
    var before = opening
    return slots.map { slot in
      let isLinked = slot.literal.contains("](\(GlueNorm.address))")
      let part = EntryFormat.Part(
        field: slot.field,
        open: isLinked ? "" : before.trailingMarks,
        close: isLinked ? "" : slot.literal.leadingMarks,
        terminator: slot.literal,
        isOptional: slot.isOptional,
        isLinked: isLinked,
        cell: cell
      )
      if isRow { cell += slot.literal.count { $0 == "|" } }
      before = slot.literal
      return part
    }
  }

  /// What the template has between its fields.
  func norms(isRow: Bool) -> GlueNorms {
    var norms: GlueNorms = [:]
    var before: FieldName?
    var literal = opening
    for slot in slots {
      norms.add(literal, before, slot.field, isRow: isRow)
      before = slot.field
      literal = slot.literal
    }
    norms.add(literal, before, nil, isRow: isRow)
    return norms
  }
}

extension GlueNorms {
  fileprivate mutating func add(
    _ literal: String,
    _ before: FieldName?,
    _ after: FieldName?,
    isRow: Bool
  ) {
    guard isRow, let first = literal.firstIndex(of: "|"), let last = literal.lastIndex(of: "|")
    else {
      self[GluePair(before, after)] = GlueNorm(declared: literal)
      return
    }
    if let before {
      self[GluePair(before, nil)] = GlueNorm(declared: literal[..<first].trimmedSpaces)
    }
    if let after {
      self[GluePair(nil, after)] = GlueNorm(
        declared: literal[literal.index(after: last)...].trimmedSpaces
      )
    }
  }
}

extension GlueNorm {
  /// What a rulebook says, which needs no entries to back it.
  init(declared text: String) { self.init(text: text, count: 0, total: 0) }
}

extension Substring {
  fileprivate var trimmedSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// The marks of emphasis and brackets at its end, which open the field behind it.
  fileprivate var trailingMarks: String {
    String(reversed().prefix { "*_`\"([{".contains($0) }.reversed())
  }

  /// The marks at its start, with the punctuation before them, which close the field before it.
  fileprivate var leadingMarks: String {
    let stop = prefix { ".:,".contains($0) }
    let marks = dropFirst(stop.count).prefix { "*_`\")]}".contains($0) }
    return marks.isEmpty ? "" : String(stop) + String(marks)
  }
}
