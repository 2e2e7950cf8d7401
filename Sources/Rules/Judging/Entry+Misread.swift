internal import ListModel
internal import Text

extension Entry {
  /// Tells whether it is most likely something else than an entry of its format, however it was read: a line of
  /// prose, or the label of what is below it.
  func isMisread(in context: EntryContext) -> Bool {
    isProse(in: context) || isLabel || isInside(another: context.format)
  }

  /// Whether it is an item deeper than any entry of a format: part of what is said of the one above.
  private func isInside(another format: EntryFormat) -> Bool {
    let indentation = string(marker.indentation)
    guard format.unit == .item, !format.indentations.isEmpty,
      indentation.utf8.count > 1 || indentation == "\t"
    else { return false }
    let step = indentation.last == "\t" ? 1 : 2
    return format.indentations.allSatisfy { $0.utf8.count + step <= indentation.utf8.count }
  }

  /// How many words in no field make a paragraph prose.
  private static let fewestWords = 4

  private var wordsInNoField: Int {
    var rest = text
    let fields =
      [title?.range, venue?.range, tags?.range].compactMap(\.self) + texts.map(\.range)
      + links.map(\.range)
    for index in fields.joined() where rest.indices.contains(index) { rest[index] = .space }
    return wordList(rest).count
  }

  /// How many separators of a paragraph, other than a format has them, make it prose.
  private static let fewestFaults = 2

  /// Whether it is a paragraph with sentences where the format has separators.
  private func isProse(in context: EntryContext) -> Bool {
    guard context.format.unit == .paragraph else { return false }
    let faults = context.separators.filter { separator in
      switch separator.fault {
      case .misplacedPunctuation, .missingFullStop, .strayFullStop, .wrongMarks: true
      default: false
      }
    }
    let breaks = faults.count { $0.expected?.contains("\n\n") ?? false }
    return breaks > 0 && !text.contains(.newline)
      || !faults.isEmpty && wordsInNoField >= Self.fewestWords
      || faults.count >= Self.fewestFaults
        && faults.contains { $0.after == nil && $0.fault == .strayFullStop }
  }

  /// Whether it has a name and nothing else.
  private var isLabel: Bool {
    links.isEmpty && venue == nil && tags == nil && texts.isEmpty && nestedItems.isEmpty
      && !text.contains(.newline)
  }
}
