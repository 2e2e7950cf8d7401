import Patterns
import Testing

/// Patterns of others, which may be wrong, slow or both.
struct PatternTests {
  @Test(arguments: [
    ("b+", "abba bb", ["bb", "bb"]),
    ("^a", "aa", ["a"]),
    ("a$", "aa", ["a"]),
    ("x", "aa", []),
    ("", "ab", ["", "", ""]),
    ("\\w+", "na\u{EF}ve \u{7D30}", ["na\u{EF}ve", "\u{7D30}"]),
    ("(?=a)", "\u{E9}a", [""]),
    ("a*", "\u{E9}a", ["", "a", ""]),
  ])
  func `matches are found from the left`(_ source: String, _ text: String, _ found: [String]) throws
  {
    let bytes = Array(text.utf8)
    let matches = try Pattern(source).matches(in: bytes, 0..<bytes.count)
    #expect(matches.map { String(decoding: bytes[$0.range], as: UTF8.self) } == found)
  }

  @Test func `only a range of the text is seen`() throws {
    let bytes = Array("xx aa xx".utf8)
    #expect(try Pattern("^aa$").matches(in: bytes, 3..<5).map(\.range) == [3..<5])
    #expect(try Pattern("x").matches(in: bytes, 3..<5).isEmpty)
    #expect(try Pattern("^$").matches(in: bytes, 3..<3).map(\.range) == [3..<3])
  }

  @Test func `groups are told by their number`() throws {
    let bytes = Array("a=b".utf8)
    let match = try #require(try Pattern("(\\w)=(\\w)(x)?").matches(in: bytes, 0..<3).first)
    #expect(match.groups == [0..<3, 0..<1, 2..<3, nil])
  }

  @Test func `small and capital letters are one where that is said`() throws {
    let bytes = Array("GITHUB \u{C4}".utf8)
    #expect(try Pattern("github|\u{E4}", ignoringCase: true).matches(in: bytes, 0..<9).count == 2)
    #expect(try Pattern("github|\u{E4}").matches(in: bytes, 0..<9).isEmpty)
  }

  @Test func `bytes that are not UTF-8 are matched by nothing`() throws {
    let bytes: [UInt8] = [0x61, 0xFF, 0x61]
    #expect(try Pattern("a.").matches(in: bytes, 0..<3).isEmpty)
    #expect(try Pattern("a").matches(in: bytes, 0..<3).count == 2)
  }

  @Test(arguments: [
    ("(a", "missing closing parenthesis, at byte 3"),
    ("\\C", "using \\C is disabled by the application, at byte 3"),
  ])
  func `a pattern that cannot be read says where`(_ source: String, _ expected: String) {
    #expect { try Pattern(source) } throws: { "\($0)" == expected }
  }

  @Test func `a pattern without end is refused`() {
    let source = String(repeating: "a", count: Pattern.patternLimit + 1)
    #expect(throws: PatternError.tooLong) { try Pattern(source) }
  }

  @Test(arguments: [
    "(a+)+$", "(a|aa)+$", "(?:a*)*[bc]", "(.*a){12}[bc]", "^(([a-z])+.)+[A-Z]([a-z])+$",
  ])
  func `a pattern that would never end is an error and no missing match`(_ source: String) throws {
    let bytes = Array(String(repeating: "a", count: 5_000).utf8) + Array("!".utf8)
    let pattern = try Pattern(source)
    #expect(throws: PatternError.tooManySteps) { try pattern.isFound(in: bytes, 0..<bytes.count) }
  }

  @Test func `a text without end is an error`() throws {
    let bytes = [UInt8](repeating: 0x61, count: Pattern.textLimit + 1)
    let pattern = try Pattern("b")
    #expect(throws: PatternError.tooManySteps) { try pattern.isFound(in: bytes, 0..<bytes.count) }
    #expect(try !pattern.isFound(in: bytes, 0..<Pattern.textLimit))
  }

  @Test func `words are found as they stand and nowhere inside others`() throws {
    let source = Pattern.source(ofWords: ["C", "C++", ".NET", "a|b", "na\u{EF}ve"])
    let bytes = Array("C++ CC .NET a|b na\u{EF}ve na\u{EF}vely C".utf8)
    let found = try Pattern(source).matches(in: bytes, 0..<bytes.count)
    #expect(
      found.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        == ["C++", ".NET", "a|b", "na\u{EF}ve", "C"]
    )
  }
}
