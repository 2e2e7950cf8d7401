internal import ListModel
internal import Markdown
internal import Text

/// The lines of a list that are part of no entry, though they are there for a reader: what stands in a
/// comment or in code is not.
struct LooseLines {
  private var lines: Set<ArraySlice<UInt8>> = []

  init(of document: ListDocument) {
    let text = document.text
    var entries = document.entries[...]
    var code = document.codeLines[...]
    var isHidden = false
    for number in text.lineNumbers {
      let wasHidden = isHidden
      let line = text.line(number)
      text.bytes.passComments(in: line, isInside: &isHidden)
      while let entry = entries.first, entry.lines.upperBound <= number { entries.removeFirst() }
      let isOfEntry = entries.first?.lines.contains(number) ?? false
      while let block = code.first, block.upperBound <= number { code.removeFirst() }
      let isCode = code.first?.contains(number) ?? false
      if !wasHidden, !isOfEntry, !isCode, text.bytes[line].contains(where: \.isWord) {
        lines.insert(text.bytes[line])
      }
    }
  }

  /// Tells whether all that an entry of another version says is among the lines.
  func contain(_ place: EntryPlace, of document: ListDocument) -> Bool {
    let text = document.text
    let said = place.lines.map { text.bytes[text.line($0)] }.filter { $0.contains(where: \.isWord) }
    return !said.isEmpty && said.allSatisfy(lines.contains)
  }
}

extension [UInt8] {
  /// Goes through a range, and tells whether a comment of HTML is open after it, as `isInside` told of
  /// its start.
  fileprivate func passComments(in range: Range<Int>, isInside: inout Bool) {
    var index = range.lowerBound
    while let mark = firstRange(of: isInside ? "-->" : "<!--", in: index..<range.upperBound) {
      isInside.toggle()
      index = mark.upperBound
    }
  }
}
