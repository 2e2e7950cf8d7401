internal import ListModel
internal import Markdown

/// The lines of a list that are part of no entry, though they are there for a reader: what stands in a
/// comment is not.
struct LooseLines {
  private var lines: Set<ArraySlice<UInt8>> = []

  init(of document: ListDocument) {
    let text = document.text
    var entries = document.entries[...]
    var isHidden = false
    for number in text.lineNumbers {
      let wasHidden = isHidden
      let line = text.line(number)
      text.bytes.passComments(in: line, isInside: &isHidden)
      while let entry = entries.first, entry.lines.upperBound <= number { entries.removeFirst() }
      let isOfEntry = entries.first?.lines.contains(number) ?? false
      if !wasHidden, !isOfEntry, text.bytes[line].contains(where: \.isWord) {
        lines.insert(text.bytes[line])
      }
    }
  }

  func contains(_ line: ArraySlice<UInt8>) -> Bool { lines.contains(line) }
}

extension [UInt8] {
  /// Goes through a range, and tells whether a comment of HTML is open behind it, as `isInside` told of
  /// its start.
  fileprivate func passComments(in range: Range<Int>, isInside: inout Bool) {
    var index = range.lowerBound
    while let mark = firstRange(of: isInside ? "-->" : "<!--", in: index..<range.upperBound) {
      isInside.toggle()
      index = mark.upperBound
    }
  }
}
