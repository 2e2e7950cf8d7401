import Classifier
import Rules
import Testing

/// Single mistakes in entries that were clean: each is reported on its line, and mended.
struct MistakeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let mistake: Mistake
    /// The 1-based line of the sample list.
    let line: Int
    let entry: EntryPieces
    let damaged: EntryPieces

    var testDescription: String { "\(mistake.name) in line \(line)" }

    /// Each mistake in the first few entries that have a place for it.
    static func all(perMistake limit: Int) throws -> [Case] {
      let list = try SeedList.sample.get()
      return Mistake.all.flatMap { mistake in
        list.cleanEntries.compactMap { line, entry in
          mistake.made(in: entry).map {
            Case(mistake: mistake, line: line, entry: entry, damaged: $0)
          }
        }
        .prefix(limit)
      }
    }
  }

  @Test(arguments: try Case.all(perMistake: 3))
  func `a mistake in a new entry is reported on its line and mended`(_ test: Case) throws {
    let report = try SeedList.sample.get().report(adding: test.damaged.line, at: test.line)
    #expect(report.changes.map(\.kind) == [.added])
    check(test, report)
  }

  @Test(arguments: try Case.all(perMistake: 1))
  func `a mistake that is made in an entry of the list is the contribution's`(_ test: Case) throws {
    let report = try SeedList.sample.get().report(changing: test.line, to: test.damaged.line)
    #expect(report.findings.allSatisfy { $0.isIntroduced })
    check(test, report)
  }

  @Test(arguments: Mistake.all)
  func `there is an entry for every mistake`(_ mistake: Mistake) throws {
    let list = try SeedList.sample.get()
    #expect(list.cleanEntries.contains { mistake.made(in: $0.entry) != nil })
  }

  @Test func `an entry without a mistake gets no report`() throws {
    let list = try SeedList.sample.get()
    for (line, entry) in list.cleanEntries {
      let report = list.report(adding: entry.line, at: line)
      #expect(report.findings.map(\.finding.rule) == [])
    }
  }

  private func check(_ test: Case, _ report: ListReport) {
    #expect(report.findings.map(\.finding.rule).sorted() == test.mistake.rules)
    let lines = test.line..<test.line + test.damaged.line.split(separator: "\n").count
    #expect(report.findings.allSatisfy { lines.contains($0.line) && $0.lines == lines })
    let wanted: [String] =
      switch test.mistake.remedy {
      case .original: [test.entry.line]
      case .other(let line): [line(test.entry)]
      case .none: []
      }
    #expect(report.suggestions.map(\.replacement) == wanted)
    #expect(report.suggestions.allSatisfy { $0.lines == lines })
  }
}
