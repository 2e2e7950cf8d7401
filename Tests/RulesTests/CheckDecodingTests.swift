import Foundation
import Testing
import YAML

@testable import Rules

/// Mistakes in a rulebook's `checks`, each told at its place.
struct CheckDecodingTests {
  @Test func `the documentation names all kinds and fields`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../.github/docs/rulebook.md").standardized
    let pages = try String(contentsOf: file, encoding: .utf8)
    // The tables of all keys are held against the schema.
    let page = try #require(pages.components(separatedBy: "\n## All keys\n").first)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let kinds = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(kinds.filter { $0 != "kind" } == Check.Kind.allCases.map(\.rawValue))
    let start = try #require(page.firstRange(of: "`field` is "))
    let sentence = page[start.upperBound...].prefix { $0 != "." }
    let fields = sentence.split(separator: "`").enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }
    #expect(fields == CheckSubject.Field.allCases.map(\.rawValue))
  }

  @Test(arguments: [
    ("a", "1:9: 'checks' must be a mapping, not a scalar"),
    ("{own: a}", "1:15: a check must be a mapping, not a scalar"),
    ("{own: {}}", "1:15: the key 'kind' is missing"),
    (
      "{Own: {}}",
      "1:10: 'Own' is not a name for a check: write small letters and digits, joined by hyphens"
    ),
    (
      "{own-: {}}",
      "1:10: 'own-' is not a name for a check: write small letters and digits, joined by hyphens"
    ),
    (
      "{2-own: {}}",
      "1:10: '2-own' is not a name for a check: write small letters and digits, joined by hyphens"
    ),
    (
      "{unknown-tag: {}}",
      "1:10: 'unknown-tag' is a rule that is built in; give the check a name of its own"
    ),
  ])
  func `a check that is none is told`(_ checks: String, _ expected: String) {
    #expect(error("checks: \(checks)") == expected)
  }

  @Test(arguments: [
    ("{kind: existance}", "2:13: 'existance' is not a kind of check; did you mean 'existence'?"),
    (
      "{kind: zzz}",
      "2:13: 'zzz' is not a kind of check; write one of existence, substitution, occurrence, pattern, capitalisation, required"
    ),
    ("{kind: existence, words: [a]}", "2:6: the key 'field' is missing"),
    ("{kind: existence, field: titel}", "2:31: 'titel' is not a field; did you mean 'title'?"),
    ("{kind: existence, feild: title}", "2:24: 'feild' is not a key here; did you mean 'field'?"),
    ("{kind: existence, field: title}", "2:6: say what to look for: 'words', 'patterns' or both"),
    (
      "{kind: existence, field: title, words: []}",
      "2:45: 'words' must have an item, and none may be empty"
    ),
    (
      "{kind: existence, field: title, words: [a, '']}",
      "2:45: 'words' must have an item, and none may be empty"
    ),
    (
      "{kind: existence, field: title, patterns: [a, '(b']}",
      "2:52: this is not a pattern: missing closing parenthesis, at byte 3"
    ),
    (
      "{kind: existence, field: title, words: [a], level: warn}",
      "2:57: 'warn' is not a level; write one of note, warning, error"
    ),
    (
      "{kind: existence, field: title, words: [a], level: worning}",
      "2:57: 'worning' is not a level; did you mean 'warning'?"
    ),
    (
      "{kind: existence, field: title, words: [a], message: 'not {txt}'}",
      "2:59: '{txt}' stands for nothing here; did you mean '{text}'?"
    ),
    (
      "{kind: existence, field: title, words: [a], message: '{count}'}",
      "2:59: '{count}' stands for nothing here; write one of {text}, {field}"
    ),
    (
      "{kind: existence, field: title, words: [a], message: \"a\\nb\"}",
      "2:59: 'message' must be one line of at most 500 visible bytes"
    ),
    (
      "{kind: existence, field: title, words: [a], sections: []}",
      "2:60: 'sections' names no section; leave it out to check all"
    ),
    ("{kind: existence, field: title, words: [a], max: 1}", "2:50: 'max' is not a key here"),
    (
      "{kind: existence, field: title, label: code, words: [a]}",
      "2:45: 'label' chooses among links; the field is 'title'"
    ),
    (
      "{kind: existence, field: url, label: coed, words: [a]}",
      "2:43: 'coed' is none of the format's link labels; did you mean 'code'?"
    ),
    (
      "{kind: substitution, field: title, words: [a]}",
      "2:48: 'words' of a substitution must be a mapping, not a sequence"
    ),
    (
      "{kind: substitution, field: title, patterns: {'(a)': $2}}",
      "2:59: the pattern has no group 2; it has 1"
    ),
    (
      "{kind: substitution, field: title, ignore-case: true, words: {ab: x, AB: y}}",
      "2:75: 'AB' is here twice, as case is ignored"
    ),
    (
      "{kind: substitution, field: title, words: {a: [b]}}",
      "2:52: a replacement must be a string, not a sequence"
    ),
    (
      "{kind: occurrence, field: title, max: 1}",
      "2:6: say what to look for: 'words', 'patterns' or both"
    ),
    (
      "{kind: occurrence, field: tags}",
      "2:6: say how many there may be: 'min', 'max' or both"
    ),
    ("{kind: occurrence, field: tags, min: 2, max: 1}", "2:51: 'max' is less than 'min'"),
    ("{kind: occurrence, field: tags, max: -1}", "2:43: 'max' must be a number from 0 to 9999"),
    ("{kind: pattern, field: title}", "2:6: the key 'pattern' is missing"),
    (
      "{kind: pattern, field: title, pattern: '['}",
      "2:45: this is not a pattern: missing terminating ] for character class, at byte 2"
    ),
    ("{kind: capitalisation, field: title}", "2:6: the key 'style' is missing"),
    (
      "{kind: capitalisation, field: title, style: sentense}",
      "2:50: 'sentense' is not a style; did you mean 'sentence'?"
    ),
    ("{kind: required}", "2:6: the key 'field' is missing"),
    (
      "{kind: required, label: code, field: url}",
      "2:43: 'field' does not go with 'label': the link 'code' is what is required"
    ),
  ])
  func `a mistake in a check is told at its place`(_ check: String, _ expected: String) {
    #expect(error("checks:\n  a: \(check)") == expected)
  }

  @Test func `an error shows the line`() throws {
    #expect {
      try SampleRulebook.rulebook("checks:\n  own: {kind: require, field: tags}")
    } throws: {
      "\($0)" == """
        rubric.yml:12:15: 'require' is not a kind of check; did you mean 'required'?
            own: {kind: require, field: tags}
                        ^
        """
    }
  }

  @Test func `a check is known to the key rules`() {
    let check = "checks:\n  own-check: {kind: required, field: tags}\n"
    #expect(error(check + "rules:\n  own-check: off") == nil)
    #expect(
      error(check + "rules:\n  own-chek: off")
        == "4:3: 'own-chek' is not a rule; did you mean 'own-check'?"
    )
  }

  /// The error that some keys of a rulebook make, with its line among them.
  private func error(_ keys: String) -> String? {
    do throws(YAMLError) {
      _ = try SampleRulebook.rulebook(keys)
      return nil
    } catch {
      return "\(error.mark.line - SampleRulebook.lineCount):\(error.mark.column): \(error.message)"
    }
  }
}
