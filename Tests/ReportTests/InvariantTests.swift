import Classifier
import FoundationEssentials
import Git
import Learning
import ListModel
import Markdown
import Mutation
import Review
import Rules
import Testing

/// What is promised of every correction, on pieces of real lists of many shapes into which a contribution
/// brings damaged lines.
struct InvariantTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Lists").path

  @Test(arguments: [
    "authors",
    "badges",
    "blocks",
    "links",
    "long-rows",
    "nested-fields",
    "nested-items",
    "numbered",
    "paragraphs",
    "quoted",
    "starred",
    "table",
    "table-links",
    "tagged",
  ])
  func `a correction holds what it promises`(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(Self.folder)/\(name).md")))
    var contribution = DamagedContribution(to: bytes, seed: 20_261_130)
    var suggestionCount = 0
    for _ in 0..<Self.rounds {
      let head = contribution.next()
      for base in [bytes, head] {
        suggestionCount += try expectPromisesKept(from: base, to: head)
      }
    }
    #expect(suggestionCount >= 1, "too little was suggested to prove anything")
  }

  private static let rounds = 3

  /// Returns how many suggestions there were.
  private func expectPromisesKept(from base: [UInt8], to head: [UInt8]) throws -> Int {
    let report = try review(from: base, to: head)
    let again = try review(from: base, to: head)
    let isSame = json(report) == json(again)
    #expect(isSame, "the same list gives the same output")
    for level in [Fix.Applicability.safe, .needsReview] {
      let once = try settled(report, from: base, applying: level)
      let newBase = base == head ? once : base
      let twice = try settled(review(from: newBase, to: once), from: newBase, applying: level)
      let isSame = once == twice
      #expect(isSame, "to fix twice is to fix once\n\(difference(once, twice))")
    }
    for suggestion in report.suggestions {
      try expectKept(suggestion, of: report, from: base, to: head)
    }
    return report.suggestions.count
  }

  /// A suggestion that is accepted takes its findings away, and leaves every other entry what it was.
  private func expectKept(
    _ suggestion: Suggestion,
    of report: ListReport,
    from base: [UInt8],
    to head: [UInt8]
  ) throws {
    let result = head.applying([report.edit(for: suggestion)])
    let text = SourceText(result)
    let growth = text.lineCount - report.document.text.lineCount
    let lines = suggestion.lines.lowerBound..<suggestion.lines.upperBound + growth
    let after = try review(from: base, to: result)
    let shown = """
      \(suggestion.rules): \(report.document.text.string(report.document.text.range(ofLines: suggestion.lines)))
      -> \(suggestion.replacement)
      """
    let claimed = Set(suggestion.rules)
    for finding in after.findings
    where claimed.contains(finding.finding.rule) && finding.lines.overlaps(lines) {
      let messages = report.findings.filter {
        $0.finding.rule == finding.finding.rule && $0.lines.overlaps(suggestion.lines)
          && $0.isFixable
      }
      #expect(
        !messages.contains { $0.finding.message == finding.finding.message },
        "'\(finding.finding.message)' is left by \(shown)"
      )
    }
    // Where a whole list is looked at, it is read as its own entries teach, which are fewer now.
    guard base != head else { return }
    let others = report.document.entryTexts { !$0.overlaps(suggestion.lines) }
    let left = after.document.entryTexts { !$0.overlaps(lines) }
    let isSame = others == left
    #expect(isSame, "other entries are read in another way after \(shown)")
  }

  private func review(from base: [UInt8], to head: [UInt8]) throws -> ListReport {
    try ListReport(
      path: "README.md",
      base: SourceText(base),
      head: SourceText(head),
      touched: try Repository.hunks(from: base, to: head).map(\.head),
      by: RulebookChoice(atBase: nil),
      year: 2026,
      lookingAtAll: base == head,
      whereChanged: { _ in false }
    )
  }

  private func settled(
    _ report: ListReport,
    from base: [UInt8],
    applying level: Fix.Applicability
  ) throws -> [UInt8] {
    let isAll = base == report.document.text.bytes
    return try report.settledText(applying: CorrectionScope(level)) { text in
      try review(from: isAll ? text : base, to: text)
    }
  }

  private func json(_ report: ListReport) -> String {
    let commit = String(repeating: "a", count: 40)
    return Report(base: commit, head: nil, mergeBase: commit, lists: [report]).json()
  }

  private func difference(_ first: [UInt8], _ second: [UInt8]) -> String {
    let lines = [first, second].map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    return zip(lines[0], lines[1]).filter { $0 != $1 }.map { "< \($0)\n> \($1)" }
      .joined(separator: "\n")
  }
}

extension ListDocument {
  fileprivate func entryTexts(where isWanted: (Range<Int>) -> Bool) -> [String] {
    entries.filter { isWanted($0.lines) }.map { text.string(text.range(ofLines: $0.lines)) }
  }
}

/// Contributions to a list that bring damaged entries into it: some in place of what stood there, one beside it.
private struct DamagedContribution {
  private let lines: [[UInt8]]
  private let places: [Int]
  private var generator: SeededGenerator
  private var damage: Damage

  init(to bytes: [UInt8], seed: UInt64) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    self.lines = lines
    places = lines.indices.filter { lines[$0].count > 20 && lines[$0].first != UInt8(ascii: "#") }
    generator = SeededGenerator(seed: seed)
    damage = Damage(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var result = lines
    for _ in 0..<3 {
      let place = places[generator.number(below: places.count)]
      result[place] = damage.damaged(lines[place])
    }
    let place = places[generator.number(below: places.count)]
    result.insert(damage.damaged(lines[place]), at: place + 1)
    return Array(result.joined(separator: [0x0A]))
  }
}
