internal import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// Finds the places where a list may show contributors the form of its entries: blocks of code, comments,
/// quotations and spans of code.
///
/// A form has words that hold the places of a title or of its addresses: an entry that is shown, or was put
/// into a comment, states nothing.
struct StatedForms {
  private let outline: DocumentOutline
  private let labels: LinkLabels
  private(set) var forms: [(template: StatedTemplate, filled: FilledForm)] = []

  private typealias Line = (number: Int, bytes: ArraySlice<UInt8>)

  /// How many lines a form can take: what goes on longer is not a form.
  private static let longest = 12

  /// `labels` are the words that stand for themselves as the texts of links.
  init(in outline: DocumentOutline, labels: LinkLabels) {
    self.outline = outline
    self.labels = labels
    for lines in outline.codeLines {
      add(lines.prefix(StatedTemplate.mostLines).map(line).filter { !$0.bytes.isFence })
    }
    let code = outline.codeLines.reduce(into: Set<Int>()) { $0.formUnion($1) }
    var comment: [Line] = []
    var isComment = false
    for number in outline.text.lineNumbers where !code.contains(number) {
      var line = line(number)
      if !isComment, let open = line.bytes.firstRange(of: "<!--") {
        isComment = true
        line.bytes = line.bytes[open.upperBound...]
      }
      guard isComment else {
        add(textLine: line)
        continue
      }
      let close = line.bytes.firstRange(of: "-->")
      comment.append((number, close.map { line.bytes[..<$0.lowerBound] } ?? line.bytes))
      if close != nil {
        add(comment)
        comment = []
        isComment = false
      }
    }
  }

  private func line(_ number: Int) -> Line {
    (number, outline.text.bytes[outline.text.line(number)])
  }

  /// Adds what stands in spans of code on a line of text, or what is quoted there.
  private mutating func add(textLine line: Line) {
    if line.bytes.first == UInt8(ascii: ">") {
      add([(line.number, line.bytes.dropFirst())])
    }
    var rest = line.bytes
    while let open = rest.first(UInt8(ascii: "`")) {
      let mark = rest[open...].prefix { $0 == UInt8(ascii: "`") }
      rest = rest[mark.endIndex...]
      guard let close = rest.firstRange(of: String(decoding: mark, as: UTF8.self)) else { return }
      add([(line.number, rest[..<close.lowerBound])])
      rest = rest[close.upperBound...]
    }
  }

  /// Adds the forms among some lines: each begins with a marker or a bar, or after a blank line.
  private mutating func add(_ lines: [Line]) {
    var form: [Line] = []
    var blanks: [Line] = []
    for line in lines {
      guard let start = line.bytes.firstIndex(where: { !$0.isWhitespace }) else {
        if !form.isEmpty { blanks.append(line) }
        continue
      }
      let isDeeper = start - line.bytes.startIndex > form.first?.bytes.indentation ?? 0
      if !isDeeper, !blanks.isEmpty || line.bytes[start...].beginsUnit { end(&form) }
      form += (form.isEmpty ? [] : blanks) + [line]
      blanks = []
    }
    end(&form)
  }

  private mutating func end(_ form: inout [Line]) {
    defer { form = [] }
    guard let first = form.first, form.count <= Self.longest,
      form.contains(where: { $0.bytes.firstRange(of: "](") != nil })
    else { return }
    let indentation = first.bytes.indentation
    let lines = form.map { line in
      String(
        decoding: line.bytes.dropFirst(min(indentation, line.bytes.indentation)),
        as: UTF8.self
      )
    }
    let template = StatedTemplate(text: lines.joined(separator: "\n"), line: first.number)
    let filled = FilledForm(Array(template.text.utf8), labels: labels)
    if filled.holdsTitle || filled.holdsAddresses { forms.append((template, filled)) }
  }
}

extension ArraySlice<UInt8> {
  /// How many blanks it begins with.
  fileprivate var indentation: Int { prefix { $0.isWhitespace }.count }

  /// Whether it begins or ends a block of code.
  fileprivate var isFence: Bool {
    let start = drop { $0.isWhitespace }
    return start.starts(with: "```".utf8) || start.starts(with: "~~~".utf8)
  }

  /// Whether it begins as an item or a table row does.
  fileprivate var beginsUnit: Bool {
    let rest = drop(while: \.isDigit)
    guard let sign = rest.first else { return false }
    if rest.count < count {
      return sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
    }
    if sign == UInt8(ascii: "|") { return true }
    return "-*+".utf8.contains(sign) && rest.dropFirst().first == .space
  }
}
