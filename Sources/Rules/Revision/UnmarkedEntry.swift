internal import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// Reports a line that looks like an entry of its section, but has no bullet, and so is read as none.
package struct UnmarkedEntry: RevisionRule {
  package static let description = RuleDescription(
    id: "unmarked-entry",
    summary: "A line looks like an entry, but does not begin with the bullet of the others.",
    rationale:
      "Without its bullet, GitHub shows it as a paragraph, and it is not checked as an entry.",
    severity: .warning,
    fixes: .never,
    examples: [
      .accepted(others + "\nAll code is on [GitHub](https://github.com/ada).\n", in: .file),
      .reported(
        others
          + "\n1️⃣Looking at Less: A Survey of Sparse Models [[paper](https://arxiv.org/abs/2308.00692)]\n",
        "This looks like an entry without its bullet: begin the line with '- '",
        in: .file,
        after: others
      ),
    ]
  )

  package init() {}

  /// How many entries with a bullet say that a section has such, and how many words a title has.
  private static let (fewest, fewestWords) = (3, 4)

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    let head = revision.head
    let touched = revision.isWhole ? [head.text.lineNumbers] : revision.touched
    let candidates = touched.joined().filter { line in
      line <= head.text.lineCount && head.text.looksLikeEntry(line, words: Self.fewestWords)
    }
    guard !candidates.isEmpty, !head.entries.isEmpty else { return [] }
    let read = head.entries.reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
    let code = head.codeLines.reduce(into: Set<Int>()) { $0.formUnion($1) }
    return candidates.compactMap { line in
      guard !read.contains(line), !code.contains(line), let section = head.section(ofLine: line),
        !head.sections[section].isAside
      else { return nil }
      let others = head.entries.filter { $0.section == section }
      let bullets = Set(others.map { head.text.bullet(of: $0.lines.lowerBound) })
      guard others.count >= Self.fewest, bullets.count == 1, let bullet = bullets.first ?? nil,
        others.allSatisfy({ head.format(of: $0).unit == .item }), let first = others.first,
        head.text.hasLabelledLink(line, head.format(of: first).links.labels)
      else { return nil }
      return finding(.unmarked(bullet), at: head.text.line(line))
    }
  }
}

extension ListDocument {
  /// Returns the section that a line is in, by its index; nil before the first.
  fileprivate func section(ofLine line: Int) -> Int? {
    sections.lastIndex { $0.line.map { $0 <= line } ?? false }
  }
}

extension SourceText {
  /// Returns the bullet that a line begins with, and a space; nil where it begins with none, or not at its start.
  fileprivate func bullet(of line: Int) -> String? {
    let start = bytes[self.line(line)].prefix(2)
    guard let sign = start.first, "-*+".utf8.contains(sign), start.last == .space else {
      return nil
    }
    return String(decoding: [sign, .space], as: UTF8.self)
  }

  /// Tells whether a line begins with words and ends in links, as an entry with its title does.
  fileprivate func looksLikeEntry(_ line: Int, words: Int) -> Bool {
    let text = bytes[self.line(line)]
    let start = text.prefix { $0 == .space }.count
    guard start < 4, let first = text.dropFirst(start).first,
      first.isUppercase || first.isDigit || first == UInt8(ascii: "*"),
      let bracket = text.firstIndex(of: UInt8(ascii: "[")),
      let last = text.last(where: { !$0.isWhitespace }), ")]".utf8.contains(last)
    else { return false }
    let title = text[text.startIndex + start..<bracket].drop { $0 == UInt8(ascii: "*") }
    // A marker of its own, a quotation, a row, prose that goes on to a link.
    let isMarked = title.first?.isWhitespace ?? true
    let isNumbered =
      title.drop(while: \.isDigit).first.map { ".)".utf8.contains($0) && first.isDigit } ?? false
    return !isMarked && !isNumbered && !text.contains(UInt8(ascii: "|"))
      && title.split(separator: .space).count >= words
  }
}

extension Message {
  fileprivate static func unmarked(_ bullet: String) -> Message {
    "This looks like an entry without its bullet: begin the line with \(quoting: bullet)"
  }
}

/// The example's other entries.
private let others =
  "## Surveys\n\n"
  + (1...4).map { number in
    "- A Long Survey of Models, Part \(number). CVPR'2024. [[paper](https://arxiv.org/abs/2308.0000\(number))]\n"
  }
  .joined()
