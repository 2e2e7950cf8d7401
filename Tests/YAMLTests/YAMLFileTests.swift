import Testing
import YAML

/// Files, and what is said of broken ones.
struct YAMLFileTests {
  @Test(arguments: [
    ("", "f.yml:1:1: the file is empty\n  \n  ^"),
    ("# only a comment\n", "f.yml:1:1: the file is empty\n  # only a comment\n  ^"),
    ("a: 1\na: 2\n", "f.yml:2:1: the key 'a' is here a second time\n  a: 2\n  ^"),
    ("a: 1\nb: &x 2\n", "f.yml:2:4: anchors and aliases are not supported\n  b: &x 2\n     ^"),
    ("a: *x\n", "f.yml:1:4: anchors and aliases are not supported\n  a: *x\n     ^"),
    ("a: &x [1]\n", "f.yml:1:4: anchors and aliases are not supported\n  a: &x [1]\n     ^"),
    ("a: &x {b: 1}\n", "f.yml:1:4: anchors and aliases are not supported\n  a: &x {b: 1}\n     ^"),
    ("[a]: 1\n", "f.yml:1:1: a key must be a scalar, not a sequence\n  [a]: 1\n  ^"),
    ("a: 1\n---\nb: 2\n", "f.yml:2:1: a second document begins\n  ---\n  ^"),
  ])
  func `a mistake is told with its place and its line`(_ text: String, _ description: String) {
    let error = #expect(throws: YAMLError.self) { try YAMLFile(Array(text.utf8), name: "f.yml") }
    #expect(error?.description == description)
  }

  @Test(arguments: [
    ("a: [1, 2\nb: 3\n", 2), ("a: 'x\n", 2), ("a:\n\t- b\n", 2), ("a: b: c\n", 1), ("{", 2),
    ("a: \"\\q\"\n", 1), ("a: \u{1}\n", 1), ("a: @x\n", 1), ("- a\nb: 1\n", 2),
  ])
  func `broken syntax is told with its line`(_ text: String, _ line: Int) {
    let error = #expect(throws: YAMLError.self) { try YAMLFile(Array(text.utf8), name: "f.yml") }
    #expect(error?.mark.line == line)
  }

  @Test func `bytes that are not UTF-8 are a mistake`() {
    #expect(throws: YAMLError.self) { try YAMLFile([0x61, 0x3A, 0x20, 0xFF], name: "f.yml") }
  }

  @Test func `values may nest as deep as the limit`() throws {
    let depth = YAMLFile.depthLimit - 1
    let text = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    _ = try YAMLFile(Array(text.utf8), name: "f.yml")
  }

  @Test(arguments: [YAMLFile.depthLimit + 1, 500])
  func `values that nest deeper are refused`(_ depth: Int) {
    let text = String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
    let error = #expect(throws: YAMLError.self) { try YAMLFile(Array(text.utf8), name: "f.yml") }
    #expect(error?.message == "values nest more than 32 deep")
  }

  @Test func `a long line is cut in the message`() {
    let text = "a: 1\na: " + String(repeating: "x", count: 1_000)
    let error = #expect(throws: YAMLError.self) { try YAMLFile(Array(text.utf8), name: "f.yml") }
    #expect(error?.snippet.utf8.count == 200)
  }

  @Test func `a carriage return is not shown`() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLFile(Array("a: 1\r\na: 2\r\n".utf8), name: "f.yml")
    }
    #expect(error?.snippet == "a: 2")
  }

  @Test func `a scalar knows whether it was quoted`() throws {
    let root = try YAMLFile(Array("[true, 'true']".utf8), name: "f.yml").root
    guard case .sequence(let items) = root.value, case .scalar(_, let first) = items[0].value,
      case .scalar(_, let second) = items[1].value
    else {
      Issue.record("no sequence of two scalars")
      return
    }
    #expect(first && !second)
  }
}
