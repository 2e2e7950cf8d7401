internal import Text

/// How an entry's nested items are written: which there are, and whether in this order.
package struct DetailStyle: Hashable, Sendable {
  /// In the order in which entries have them.
  package let forms: [DetailForm]
  /// Whether items stand in the order of their forms.
  package let isOrdered: Bool
  /// What stands between two links of one item; nil where that differs.
  package let separator: String?

  package init(forms: [DetailForm], isOrdered: Bool, separator: String?) {
    self.forms = forms
    self.isOrdered = isOrdered
    self.separator = separator
  }

  /// Returns the index of the form whose key a word most likely is a slip for; nil where none is near.
  package func nearest(to key: String, among indices: [Int]) -> Int? {
    let likely = indices.filter { forms[$0].isLikely(key) }
    return likely.min { editDistance(key, forms[$0].key) < editDistance(key, forms[$1].key) }
  }
}

/// How one nested item is written, as in `Keyword: {keywords}` or `{authors}. *{venue?}*`.
package struct DetailForm: Hashable, Sendable {
  /// What the text of an item says.
  package enum Value: String, Hashable, Sendable, CaseIterable {
    case authors
    case venue
    case date
    case description
    case keywords
    case links
    /// Anything else.
    case text
  }

  /// What stands after the value in the same item, as the venue after the authors.
  package struct Tail: Hashable, Sendable {
    /// What stands between the value and this one.
    package let opening: String
    package let value: Value
    /// What stands after it.
    package let closing: String
    /// Whether the item may do without it.
    package let isOptional: Bool
    /// Whether what stands around it is to be written so; else this is only how most do.
    package internal(set) var isUsual = true

    package init(
      opening: String,
      value: Value,
      closing: String,
      isOptional: Bool,
      isUsual: Bool = true
    ) {
      self.opening = opening
      self.value = value
      self.closing = closing
      self.isOptional = isOptional
      self.isUsual = isUsual
    }
  }

  /// What stands before the value, as in `**Code**: `; empty for an item without a key, which is known
  /// by what it is.
  package let opening: String
  package let value: Value
  package internal(set) var tail: Tail?
  /// Whether an entry may do without the item.
  package let isOptional: Bool
  /// Whether an entry may have several.
  package let isRepeated: Bool
  /// The key as keys are compared: its letters and digits in lower case.
  package let key: String
  /// The opening without the space at its end.
  package let sign: [UInt8]

  package init(
    opening: String,
    value: Value,
    tail: Tail? = nil,
    isOptional: Bool = false,
    isRepeated: Bool = false
  ) {
    self.opening = opening
    self.value = value
    self.tail = tail
    self.isOptional = isOptional
    self.isRepeated = isRepeated
    key = LinkLabels.key(opening)
    var sign = Array(opening.utf8)
    while sign.last?.isWhitespace ?? false { sign.removeLast() }
    self.sign = sign
  }

  /// What a reader calls the item: its key as it is written, else what it says.
  package var name: String {
    sign.isEmpty ? value.rawValue : String(decoding: sign, as: UTF8.self)
  }

  /// Tells whether a word is most likely a slip for the key: the beginning of it, its plural, or a few
  /// letters wrong.
  ///
  /// One letter makes another word of a short one, as `Data` of `Date`.
  package func isLikely(_ word: String) -> Bool {
    guard word.count >= 3, !key.isEmpty else { return false }
    if key.hasPrefix(word) || word.hasPrefix(key) && word.count - key.count <= 2 { return true }
    if key.count < 5 { return word.sorted() == key.sorted() }
    return editDistance(word, key) <= max(word.count, key.count) / 4
  }
}

extension DetailForm {
  /// What is wrong with a form that a rulebook has.
  enum Fault: Error {
    case noValue
    case unclosed
    case unknown(String)
    case tooMany
    case unparted
    case trailing(String)
    case mark(String)
  }

  /// Reads a form as a rulebook writes it.
  ///
  /// `{links?}` may be missing, `{links+}` may stand several times, `{links*}` is both.
  init(_ text: String) throws(Fault) {
    var pieces = text.split(separator: "{", omittingEmptySubsequences: false).map(String.init)
    let opening = pieces.removeFirst()
    var slots: [(value: Value, mark: Character?, after: String)] = []
    for piece in pieces {
      guard let close = piece.firstIndex(of: "}") else { throw .unclosed }
      var name = piece[..<close]
      let mark = name.last.flatMap { "?+*".contains($0) ? $0 : nil }
      if mark != nil { name.removeLast() }
      guard let value = Value(rawValue: String(name)) else { throw .unknown(String(name)) }
      slots.append((value, mark, String(piece[piece.index(after: close)...])))
    }
    guard let first = slots.first else { throw .noValue }
    guard slots.count <= 2 else { throw .tooMany }
    guard slots.count == 1 || !first.after.isEmpty else { throw .unparted }
    if slots.count == 1, !first.after.isEmpty { throw .trailing(first.after) }
    if slots.count == 2, let mark = slots[1].mark, mark != "?" { throw .mark(String(mark)) }
    self.init(
      opening: opening,
      value: first.value,
      tail: slots.count < 2
        ? nil
        : Tail(
          opening: first.after,
          value: slots[1].value,
          closing: slots[1].after,
          isOptional: slots[1].mark == "?"
        ),
      isOptional: first.mark == "?" || first.mark == "*",
      isRepeated: first.mark == "+" || first.mark == "*"
    )
  }

  /// The form as a rulebook writes it.
  package var text: String {
    let mark = isRepeated ? isOptional ? "*" : "+" : isOptional ? "?" : ""
    let text = "\(opening){\(value.rawValue)\(mark)}"
    guard let tail else { return text }
    return text + tail.opening + "{\(tail.value.rawValue)\(tail.isOptional ? "?" : "")}"
      + tail.closing
  }
}
