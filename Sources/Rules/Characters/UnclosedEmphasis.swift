package import ListModel
internal import Text

/// Reports asterisks and backticks that a page shows because they mark nothing.
package struct UnclosedEmphasis: EntryRule {
  package static let description = RuleDescription(
    id: "unclosed-emphasis",
    summary:
      "Asterisks or a backtick mark nothing, so the page shows them.",
    rationale:
      "Bold text begins right after two asterisks and ends right before two; otherwise GitHub shows them.",
    severity: .warning,
    fixes: .sometimes,
    examples: [
      .accepted(
        "- [LISA](https://github.com/dvlab-research/LISA) - **Reasoning** segmentation.",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - Segments with 1️⃣** reasoning** and more.",
        "Remove the space inside '**': GitHub shows the asterisks",
        fixed:
          "- [LISA](https://github.com/dvlab-research/LISA) - Segments with **reasoning** and more.",
        in: .described
      ),
      .reported(
        "- [LISA](https://github.com/dvlab-research/LISA) - Segments with 1️⃣**reasoning and more.",
        "Close the bold text, or remove its asterisks: GitHub shows them",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    guard !context.format.isExact else { return [] }
    let marks = Marks(of: entry)
    // Only what looks wrong is rendered.
    guard marks.areDoubtful, let shown = entry.openMarks(after: []), shown > 0 else { return [] }
    let spaces = marks.innerSpaces
    if let first = spaces.first, let left = entry.openMarks(after: spaces.map(\.edit)), left < shown
    {
      return [
        finding(
          .spaced,
          at: first.mark,
          fix: Fix("Remove the space", edits: spaces.map(\.edit))
        )
      ]
    }
    if let tick = marks.loneTick {
      let edit = Fix.Edit(tick.end..<tick.end, "`")
      let closes = entry.openMarks(after: [edit]).map { $0 < shown } ?? false
      return [
        finding(
          .tick,
          at: tick.mark,
          fix: closes ? Fix("Close the code", .needsReview, edits: [edit]) : nil
        )
      ]
    }
    guard let lone = marks.loneStars else { return [] }
    return [finding(.stars, at: lone)]
  }
}

/// The marks of bold text and code in an entry.
private struct Marks {
  private(set) var stars: [Range<Int>] = []
  private var ticks: [Int] = []
  private let text: [UInt8]
  /// Where the text begins after the marker.
  private let start: Int

  init(of entry: Entry) {
    text = entry.text
    start = entry.marker.range.upperBound
    var index = entry.marker.range.upperBound
    var isCode = false
    while let sign = text.firstMark(from: index) {
      index = sign + 1
      let isEscaped = sign > 0 && text[sign - 1] == UInt8(ascii: "\\")
      if text[sign] == UInt8(ascii: "`") {
        guard !isEscaped || isCode else { continue }
        ticks.append(sign)
        isCode.toggle()
        continue
      }
      while index < text.count, text[index] == UInt8(ascii: "*") { index += 1 }
      if index - sign == 2, !isEscaped, !isCode { stars.append(sign..<index) }
    }
  }

  /// Whether a page may show some of them.
  var areDoubtful: Bool {
    stars.count % 2 > 0 || ticks.count % 2 > 0 || !innerSpaces.isEmpty
  }

  /// The white space right inside stars, as their order makes them opening and closing ones.
  var innerSpaces: [(mark: Range<Int>, edit: Fix.Edit)] {
    // Signs with space on both sides are those of a sum.
    if stars.allSatisfy(isLoose) { return [] }
    var spaces: [(mark: Range<Int>, edit: Fix.Edit)] = []
    for (number, mark) in stars.enumerated() {
      var (first, end) = (mark.upperBound, mark.upperBound)
      if number % 2 == 0 {
        while end < text.count, text[end] == .space { end += 1 }
      } else {
        (first, end) = (mark.lowerBound, mark.lowerBound)
        while first > start, text[first - 1] == .space { first -= 1 }
      }
      // The space between two marks with nothing else in them is there once.
      guard first < end, spaces.last.map({ $0.edit.range.upperBound <= first }) ?? true else {
        continue
      }
      spaces.append((mark, Fix.Edit(first..<end, "")))
    }
    return spaces
  }

  /// Tells whether white space stands on both sides of a mark within the text.
  private func isLoose(_ mark: Range<Int>) -> Bool {
    mark.lowerBound > start && text[mark.lowerBound - 1] == .space
      && mark.upperBound < text.count && text[mark.upperBound] == .space
  }

  /// The last backtick, where it has no partner, and the end of the word after it.
  var loneTick: (mark: Range<Int>, end: Int)? {
    guard ticks.count % 2 > 0, let tick = ticks.last else { return nil }
    let end =
      text[(tick + 1)...].firstIndex { $0.isWhitespace || $0 == UInt8(ascii: "|") } ?? text.count
    return (tick..<tick + 1, end)
  }

  /// The last stars, where they have no partner.
  var loneStars: Range<Int>? { stars.count % 2 > 0 ? stars.last : nil }
}

extension Entry {
  /// Returns how many stars and backticks a page shows after some edits; nil where it cannot be rendered.
  fileprivate func openMarks(after edits: [Fix.Edit]) -> Int? {
    let edited = edits.isEmpty ? text : text.applying(edits)
    // Indented as it stands in the list it would be code.
    let start = edited.firstIndex { !$0.isWhitespace } ?? 0
    return RenderedShape(rendering: Array(edited[start...]))?.openMarks
  }
}

extension [UInt8] {
  /// Returns where the next star or backtick is.
  fileprivate func firstMark(from start: Int) -> Int? {
    self[start...].firstIndex { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "`") }
  }
}

extension Message {
  fileprivate static var spaced: Message {
    "Remove the space inside \(quoting: "**"): GitHub shows the asterisks"
  }

  fileprivate static var tick: Message {
    "Close the code with a backtick, or remove this one: GitHub shows it"
  }

  fileprivate static var stars: Message {
    "Close the bold text, or remove its asterisks: GitHub shows them"
  }
}
