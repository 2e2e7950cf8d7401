import Classifier
import ListModel
import Markdown
import Parsing
import Rules
import Testing
import YAML

/// A maintainer's own rules, of every kind, on entries.
struct CheckTests {
  /// What a check of a kind says of entries.
  struct Case: Sendable, CustomTestStringConvertible {
    let check: String
    /// The entry without its marker.
    let entry: String
    let messages: [String]
    var fixed: String?

    var testDescription: String { "\(check) <- \(entry)" }
  }

  private static let paper = "[[paper](https://arxiv.org/abs/2308.00692)]"

  @Test(arguments: [
    Case(
      check: "{kind: existence, field: title, words: [Novel, very], ignore-case: true}",
      entry: "A novel Method. CVPR'2024. \(paper)",
      messages: ["'novel' does not belong in the title"]
    ),
    Case(
      check: "{kind: existence, field: title, words: [Novel]}",
      entry: "A novel Method, Novelty. CVPR'2024. \(paper)",
      messages: []
    ),
    Case(
      check: "{kind: existence, field: title, patterns: ['\\d{4}', 'of \\w+'], message: '{text}!'}",
      entry: "The Best of 2024 and 2025. CVPR'2024. \(paper)",
      messages: ["'of 2024'!", "'2025'!"]
    ),
    Case(
      check: "{kind: existence, field: url, patterns: ['^http://']}",
      entry: "A Method. CVPR'2024. \(paper) | [[code](http://example.org/a)]",
      messages: ["'http://' does not belong in the address"]
    ),
    Case(
      check: "{kind: existence, field: text, words: ['**']}",
      entry: "A **bold** Method. CVPR'2024. \(paper)",
      messages: ["'**' does not belong in the text", "'**' does not belong in the text"]
    ),
  ])
  func `existence finds what must not stand`(_ test: Case) throws { try expect(test) }

  @Test(arguments: [
    Case(
      check: "{kind: substitution, field: title, words: {Segmentaion: Segmentation}}",
      entry: "Segmentaion of Segmentation. CVPR'2024. \(paper)",
      messages: ["'Segmentation' is meant, not 'Segmentaion'"],
      fixed: "Segmentation of Segmentation. CVPR'2024. \(paper)"
    ),
    Case(
      check: "{kind: substitution, field: title, ignore-case: true, words: {lidar: LiDAR}}",
      entry: "LiDAR, Lidar and LIDAR. CVPR'2024. \(paper)",
      messages: ["'LiDAR' is meant, not 'Lidar'", "'LiDAR' is meant, not 'LIDAR'"],
      fixed: "LiDAR, LiDAR and LiDAR. CVPR'2024. \(paper)"
    ),
    Case(
      check:
        "{kind: substitution, field: title, patterns: {'(\\w+)[ ]*3[ -]?d\\b': '$1 3D'}, message: '{replacement}'}",
      entry: "Towards 3d and Full 3-d Vision. CVPR'2024. \(paper)",
      messages: ["'Towards 3D'", "'Full 3D'"],
      fixed: "Towards 3D and Full 3D Vision. CVPR'2024. \(paper)"
    ),
    Case(
      check: "{kind: substitution, field: venue, words: {CVPR: C$1}}",
      entry: "CVPR in the Title. CVPR'2024. \(paper)",
      messages: ["'C$1' is meant, not 'CVPR'"]
    ),
  ])
  func `substitution says what to write`(_ test: Case) throws { try expect(test) }

  @Test(arguments: [
    Case(
      check: "{kind: occurrence, field: tags, max: 2}",
      entry: "**`[GRES][ReasonIS][ReferIS]`** A Method. CVPR'2024. \(paper)",
      messages: ["3 tags, where at most 2 may be"]
    ),
    Case(
      check: "{kind: occurrence, field: tags, min: 1, max: 1}",
      entry: "A Method. CVPR'2024. \(paper)",
      messages: ["0 tags, where 1 should be"]
    ),
    Case(
      check: "{kind: occurrence, field: title, max: 1, patterns: [':']}",
      entry: "A: Method: Twice. CVPR'2024. \(paper)",
      messages: ["2 in the title, where at most 1 may be"]
    ),
    Case(
      check:
        "{kind: occurrence, field: title, min: 2, patterns: ['\\w+'], message: '{count} < {min}'}",
      entry: "Method. CVPR'2024. \(paper)",
      messages: ["1 < 2"]
    ),
    Case(
      check: "{kind: occurrence, field: url, label: code, min: 1}",
      entry: "A Method. CVPR'2024. \(paper)",
      messages: ["0 address, where at least 1 should be"]
    ),
    Case(
      check: "{kind: occurrence, field: description, min: 1, words: [x]}",
      entry: "A Method. CVPR'2024. \(paper)",
      messages: []
    ),
  ])
  func `occurrence counts`(_ test: Case) throws { try expect(test) }

  @Test(arguments: [
    Case(
      check:
        "{kind: pattern, field: url, label: code, pattern: '^https://github\\.com/[^/]+/[^/]+$'}",
      entry:
        "A Method. CVPR'2024. \(paper) | [[code](https://github.com/a)] | [[project](https://a.org)]",
      messages: [
        "the address 'https://github.com/a' does not match '^https://github\\.com/[^/]+/[^/]+$'"
      ]
    ),
    Case(
      check: "{kind: pattern, field: title, pattern: '^[A-Z]', message: 'a capital before {text}'}",
      entry: "3D Vision. CVPR'2024. \(paper)",
      messages: ["a capital before '3D Vision'"]
    ),
    Case(
      check: "{kind: pattern, field: year, pattern: '^20'}",
      entry: "A Method. CVPR'2024. \(paper)",
      messages: []
    ),
  ])
  func `a pattern has to match`(_ test: Case) throws { try expect(test) }

  @Test(arguments: [
    Case(
      check: "{kind: required, field: tags}",
      entry: "A Method. CVPR'2024. \(paper)",
      messages: ["no tags"]
    ),
    Case(
      check: "{kind: required, label: code, message: 'say where {label} is'}",
      entry: "A Method. CVPR'2024. \(paper)",
      messages: ["say where 'code' is"]
    ),
    Case(
      check: "{kind: required, label: code}",
      entry: "A Method. CVPR'2024. \(paper) | [[Github](https://github.com/a/b)]",
      messages: []
    ),
    Case(
      check: "{kind: required, field: venue}",
      entry: "A Method. CVPR'2024. \(paper)",
      messages: []
    ),
  ])
  func `what is required has to be there`(_ test: Case) throws { try expect(test) }

  @Test(arguments: [
    Case(
      check: "{kind: capitalisation, field: title, style: title}",
      entry: "a Method for the segmentation of iPhone images. CVPR'2024. \(paper)",
      messages: ["'A', not 'a': the title is written as a title"],
      fixed: "A Method for the Segmentation of iPhone Images. CVPR'2024. \(paper)"
    ),
    Case(
      check: "{kind: capitalisation, field: title, style: title, exceptions: [segment anything]}",
      entry: "Can You segment anything? CVPR'2024. \(paper)",
      messages: []
    ),
    Case(
      check: "{kind: capitalisation, field: title, style: sentence, exceptions: [Swin]}",
      entry: "LISA: Reasoning With LLMs and a Swin Model. CVPR'2024. \(paper)",
      messages: ["'with', not 'With': the title is written as a sentence"],
      fixed: "LISA: Reasoning with LLMs and a Swin model. CVPR'2024. \(paper)"
    ),
    Case(
      check: "{kind: capitalisation, field: link-label, style: first, message: '{replacement}'}",
      entry: "a method. CVPR'2024. \(paper)",
      messages: ["'Paper'"]
    ),
    Case(
      check: "{kind: capitalisation, field: title, style: lower}",
      entry: "an ECG of `Code` and \u{C4}rger. CVPR'2024. \(paper)",
      messages: ["'ecg', not 'ECG': the title is written without capitals"],
      fixed: "an ecg of `Code` and \u{E4}rger. CVPR'2024. \(paper)"
    ),
    Case(
      check: "{kind: capitalisation, field: venue, style: upper}",
      entry: "A Method. NeurIPS'2024. \(paper)",
      messages: ["'NEURIPS', not 'NeurIPS': the venue is written in capitals"]
    ),
  ])
  func `capitals are counted by words`(_ test: Case) throws { try expect(test) }

  @Test func `a check holds in its sections only`() throws {
    let text = """
      ## One

      - A Method. CVPR'2024. \(Self.paper)

      ## Two

      ### Below

      - Other Method. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00693)]
      """
    let check = "{kind: existence, field: title, words: [Method], sections: [two]}"
    let found = try findings(check, text).map(\.line)
    #expect(found == [9])
  }

  @Test func `a check is switched off and weighed like any rule`() throws {
    let entry = "- A Method. CVPR'2024. \(Self.paper)"
    let check = "{kind: existence, field: title, words: [Method]}"
    #expect(try findings(check, entry).map(\.finding.severity) == [.warning])
    #expect(try findings(check, entry, rules: "error").map(\.finding.severity) == [.error])
    #expect(try findings(check, entry, rules: "off").isEmpty)
    let note = "{kind: existence, field: title, words: [Method], level: note, reason: because}"
    #expect(try findings(note, entry).map(\.finding.severity) == [.note])
    #expect(try findings(note, entry).map(\.finding.reason) == ["because"])
  }

  @Test func `a maintainer's check stays an error on a list whose format was learned`() throws {
    var rulebook = try rulebook("{kind: required, field: tags, level: error}", rules: nil)
    rulebook.errorRules = []
    let found = try report("- A Method. CVPR'2024. \(Self.paper)", rulebook)
    #expect(found.map(\.finding.severity) == [.error])
  }

  @Test func `a pattern that a text keeps busy is an error and names its check`() throws {
    let title = String(repeating: "a", count: 3_000) + "!"
    let found = try findings(
      "{kind: existence, field: title, patterns: ['(a+)+$'], level: note}",
      "- \(title). CVPR'2024. \(Self.paper)"
    )
    #expect(
      found.map(\.finding.message.plain) == [
        "the pattern of the rulebook's check 'own' takes too many steps on this text; make it simpler"
      ]
    )
    #expect(found.map(\.finding.severity) == [.error])
    #expect(found.map(\.finding.rule) == ["own"])
  }

  private func expect(_ test: Case) throws {
    let found = try findings(test.check, "- " + test.entry)
    #expect(found.map(\.finding.message.plain) == test.messages)
    guard let fixed = test.fixed else { return }
    let rulebook = try rulebook(test.check, rules: nil)
    let document = rulebook.document(SourceText("- " + test.entry))
    let context = ListContext(
      judging: nil,
      of: document,
      by: rulebook,
      year: 2025,
      contributed: []
    )
    let place = try #require(document.entries.first)
    let correction = Judge(rulebook).correct(
      document.entry(at: place),
      in: EntryContexts(context, of: document)[place],
      applying: .needsReview
    )
    #expect(correction.map { String(decoding: $0.text, as: UTF8.self) } == "- " + fixed)
  }

  private func findings(
    _ check: String,
    _ text: String,
    rules: String? = nil
  ) throws -> [LocatedFinding] {
    try report(text, rulebook(check, rules: rules))
  }

  /// Only what the check found: the rules that are built in have tests of their own.
  private func report(_ text: String, _ rulebook: Rulebook) throws -> [LocatedFinding] {
    let document = rulebook.document(SourceText(text))
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: rulebook.document(SourceText("")),
      head: document,
      touched: [document.text.lineNumbers],
      lookingAtAll: true
    )
    .findings.filter { $0.finding.rule == "own" }
  }

  private func rulebook(_ check: String, rules: String?) throws -> Rulebook {
    try SampleRulebook.rulebook(
      "checks:\n  own: \(check)\n" + (rules.map { "rules:\n  own: \($0)\n" } ?? "")
    )
  }
}
