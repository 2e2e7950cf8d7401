import FoundationEssentials
import ListModel
import Markdown
import Mutation
import Parsing
import Rules
import Testing
import Text

/// What is promised of every correction, on real entries and on entries damaged at random.
///
/// `RUBRIC_LISTS` names a folder of further lists to try.
struct CorrectionTests {
  @Test func `a correction of an entry holds what it promises`() throws {
    try forEachEntry { entry, context, judge in
      try expectFaithful(entry, context, judge)
    }
  }

  @Test func `a correction of a damaged entry holds what it promises`() throws {
    var damage = Damage(seed: 20_250_310)
    try forEachEntry { entry, context, judge in
      for _ in 0..<damageCount {
        let text = damage.damaged(entry.text)
        try expectFaithful(context.format.read(text), context, judge)
      }
    }
  }

  @Test func `what is written is read again as it was meant`() throws {
    try forEachEntry { entry, context, judge in
      guard judge.findings(on: entry, in: context).isEmpty else { return }
      let written = context.format.write(entry.content)
      #expect(written == String(decoding: entry.text, as: UTF8.self))
    }
  }

  private func expectFaithful(_ entry: Entry, _ context: EntryContext, _ judge: Judge) throws {
    expectEveryByteIsAccountedFor(entry)
    for level in [Fix.Applicability.safe, .needsReview] {
      guard let correction = judge.correct(entry, in: context, applying: level) else { continue }
      let original = String(decoding: entry.text, as: UTF8.self)
      #expect(correction.text != entry.text, "\(original)")
      guard !correction.text.isEmpty else { continue }
      let result = context.format.read(correction.text)
      let before = judge.findings(on: entry, in: context)
      let after = judge.findings(on: result, in: context)
      // What went without saying beside a broken link is said when that is mended.
      let found = judge.rawFindings(on: entry, in: context)
      #expect(Set(after.map(\.rule)).isSubset(of: found.map(\.rule)), "\(original)")
      for rule in correction.rules {
        let count = (before.count { $0.rule == rule }, after.count { $0.rule == rule })
        #expect(count.1 < count.0, "\(rule): \(original)")
      }
      if case .title = entry.identity {
        #expect(result.titleKey == entry.titleKey, "\(original)")
      } else {
        #expect(result.identity == entry.identity, "\(original)")
      }
      // What is only a hint was not offered beside what is certain; it may be now.
      let unsaid = Set(found.map(\.rule)).subtracting(before.map(\.rule))
      // What could not be vouched for together with the rest can be offered by itself.
      let left = Set(before.map(\.rule)).subtracting(correction.rules)
      let hints = Set(after.filter { $0.severity == .note }.map(\.rule)).union(unsaid).union(left)
      let again = Set(judge.correct(result, in: context, applying: level)?.rules ?? [])
      #expect(
        again.isSubset(of: hints),
        "\(original)\n\(String(decoding: correction.text, as: UTF8.self))"
      )
    }
  }

  /// Every byte belongs to the marker, one field, one separator, or a unparsed.
  private func expectEveryByteIsAccountedFor(_ entry: Entry) {
    var owners = Array(repeating: 0, count: entry.text.count)
    func own(_ range: Range<Int>?) {
      for index in range ?? 0..<0 { owners[index] += 1 }
    }
    own(entry.tags?.range)
    if entry.title?.isLink == false { own(entry.title?.range) }
    own(entry.venue?.range)
    for link in entry.links { own(link.range) }
    for unparsed in entry.unparsed { own(unparsed) }
    let overlaps = owners.contains { $0 > 1 }
    #expect(!overlaps, "\(String(decoding: entry.text, as: UTF8.self))")
    for index in entry.marker.range
      .upperBound..<max(entry.marker.range.upperBound, entry.text.count)
    where owners[index] == 0 {
      #expect(
        !entry.text[index].isLetter && !entry.text[index].isDigit,
        "byte \(index) of \(String(decoding: entry.text, as: UTF8.self))"
      )
    }
  }

  private func forEachEntry(
    _ body: (Entry, EntryContext, Judge) throws -> Void
  ) throws {
    let rulebook = try #require(try Rulebook.builtIn())
    let judge = Judge(rulebook)
    for path in try listPaths() {
      let bytes = Array(try Data(contentsOf: URL(filePath: path)))
      let document = ListDocument(
        SourceText(bytes),
        formats: rulebook.formats,
        asides: rulebook.asides
      )
      let context = ListContext(
        judging: nil,
        of: document,
        by: rulebook,
        year: 2025,
        contributed: []
      )
      for place in document.entries {
        try body(document.entry(at: place), EntryContexts(context, of: document)[place], judge)
      }
    }
  }

  /// How often each entry is damaged: less where there are tens of thousands.
  private var damageCount: Int {
    ProcessInfo.processInfo.environment["RUBRIC_LISTS"] == nil ? 40 : 4
  }

  private func listPaths() throws -> [String] {
    let own = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Lists").path
    let folders = [own] + [ProcessInfo.processInfo.environment["RUBRIC_LISTS"]].compactMap { $0 }
    return try folders.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        .sorted().map { "\(folder)/\($0)" }
    }
  }
}
