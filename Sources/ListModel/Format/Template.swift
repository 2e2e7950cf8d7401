internal import Text

/// A template as a rulebook writes it: fields in braces, and the text between them as it stands.
///
/// `{field?}` may be missing. `[{title}]({url})` is a title that is a link. In a template of table
/// rows, bars stand between the cells. `{{` and `}}` are braces.
package struct Template: Hashable, Sendable {
  struct Slot: Hashable, Sendable {
    let field: FieldName
    let isOptional: Bool
    /// The text after it, up to the next field or the end.
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
      literal += rest[..<open].unescaped
      if rest[open...].hasPrefix("{{") {
        literal += "{"
        rest = rest[open...].dropFirst(2)
        continue
      }
      guard let close = rest[open...].firstIndex(of: "}") else { throw .unclosed }
      var name = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if name == Self.url {
        literal += UsualSeparator.address
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
    end(with: literal + rest.unescaped)
    guard !slots.isEmpty else { throw .empty }
  }

  /// Makes the template of fields with the marks around them, and of what stands between them.
  package init(
    _ parts: [EntryFormat.Part],
    usualSeparators: UsualSeparators,
    of unit: EntryFormat.Unit
  ) {
    guard let first = parts.first else { preconditionFailure("a format has fields") }
    func start(_ part: EntryFormat.Part) -> String {
      usualSeparators[FieldPair(nil, part.field)]?.text ?? part.opening
    }
    func text(_ pair: FieldPair, after part: EntryFormat.Part, or other: String) -> String {
      guard let usual = usualSeparators[pair]?.text else { return other }
      return unit == .html || usual.contains(Self.linkEnd) == part.isLinked ? usual : other
    }
    let bars = String(repeating: "| ", count: first.cell)
    opening = bars + start(first)
    for (index, part) in parts.enumerated() {
      let next = index + 1 < parts.count ? parts[index + 1] : nil
      let literal: String
      if let next, next.cell == part.cell {
        literal = text(
          FieldPair(part.field, next.field),
          after: part,
          or: part.closing + " " + next.opening
        )
      } else {
        let end = text(FieldPair(part.field, nil), after: part, or: part.closing)
        let bars = String(
          repeating: " |",
          count: next.map { $0.cell - part.cell } ?? min(first.cell, 1)
        )
        literal = end + bars + (next.map { " " + start($0) } ?? "")
      }
      slots.append(Slot(field: part.field, isOptional: part.isOptional, literal: literal))
    }
  }

  /// What stands after a title that is a link.
  package static let linkEnd = "](\(UsualSeparator.address))"

  /// The template as a rulebook writes it.
  package var text: String {
    slots.reduce(opening.escaped) { text, slot in
      text + "{\(slot.field.rawValue)\(slot.isOptional ? "?" : "")}" + slot.literal.escaped
    }
  }

  private mutating func end(with literal: String) {
    if slots.isEmpty { opening = literal } else { slots[slots.count - 1].literal = literal }
  }

  /// Whether the template has anything that one plain line of tags, title, venue and links has not.
  var isGeneral: Bool {
    !opening.isEmpty
      || slots.contains { slot in
        slot.isOptional || ![.tags, .title, .venue, .links].contains(slot.field)
          || slot.literal.utf8.contains { "*_`[]()\"\n".utf8.contains($0) }
          || slot.literal.has(UsualSeparator.address)
      }
  }

  /// The fields, with the marks that stand around them.
  package func parts(isRow: Bool) -> [EntryFormat.Part] {
    // The first cell may do without its bar.
    var cell = isRow ? max(1, opening.count { $0 == "|" }) : 0
    var before = opening
    return slots.map { slot in
      // In HTML the address comes before the title.
      let isLinked =
        slot.literal.has(Self.linkEnd)
        || before.has(UsualSeparator.address) && !before.has(Self.linkEnd)
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
  package func usualSeparators(isRow: Bool) -> UsualSeparators {
    var usualSeparators: UsualSeparators = [:]
    var before: FieldName?
    var literal = opening
    for slot in slots {
      usualSeparators.add(literal, before, slot.field, isRow: isRow)
      before = slot.field
      literal = slot.literal
    }
    usualSeparators.add(literal, before, nil, isRow: isRow)
    return usualSeparators
  }
}

extension UsualSeparators {
  fileprivate mutating func add(
    _ literal: String,
    _ before: FieldName?,
    _ after: FieldName?,
    isRow: Bool
  ) {
    guard isRow, let first = literal.firstIndex(of: "|"), let last = literal.lastIndex(of: "|")
    else {
      self[FieldPair(before, after)] = UsualSeparator(declared: literal)
      return
    }
    if let before {
      self[FieldPair(before, nil)] = UsualSeparator(declared: literal[..<first].trimmedSpaces)
    }
    if let after {
      self[FieldPair(nil, after)] = UsualSeparator(
        declared: literal[literal.index(after: last)...].trimmedSpaces
      )
    }
  }
}

extension UsualSeparator {
  /// What a rulebook says, which needs no entries to back it.
  package init(declared text: String) { self.init(text: text, count: 0, total: 0) }
}

extension EntryFormat.Part {
  /// What stands right before and right after the field by its own marks.
  fileprivate var opening: String { isLinked ? "[" : open }
  fileprivate var closing: String { isLinked ? Template.linkEnd : close }
}

extension String {
  /// The text with braces doubled, but for those of an address.
  fileprivate var escaped: String {
    guard utf8.contains(where: { "{}".utf8.contains($0) }) else { return self }
    return replacing("{", with: "{{").replacing("}", with: "}}")
      .replacing("{\(UsualSeparator.address)}", with: UsualSeparator.address)
  }
}

extension Substring {
  fileprivate var unescaped: String {
    utf8.contains(UInt8(ascii: "}")) ? String(replacing("}}", with: "}")) : String(self)
  }

  fileprivate var trimmedSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// Tells whether a text of ASCII stands in it; the standard library's own search is made for any
  /// collection, and finding out for which costs a start more than the search.
  func has(_ text: String) -> Bool {
    let bytes = Array(utf8)
    return bytes.firstRange(of: text, in: 0..<bytes.count) != nil
  }

  /// The marks of emphasis and brackets at its end, which open the field after it.
  fileprivate var trailingMarks: String {
    let marks = utf8.reversed().prefix { "*_`\"([{".utf8.contains($0) }
    return String(Substring(utf8.suffix(marks.count)))
  }

  /// The marks at its start, with the punctuation before them, which close the field before it.
  fileprivate var leadingMarks: String {
    let stop = utf8.prefix { ".:,".utf8.contains($0) }
    let marks = utf8.dropFirst(stop.count).prefix { "*_`\")]}".utf8.contains($0) }
    return marks.isEmpty ? "" : String(Substring(utf8.prefix(stop.count + marks.count)))
  }
}
