import Testing
import YAML

/// Files whose values are read without a parser.
struct CompiledTests {
  @Test(arguments: [
    "a", "''", "[]", "{}", "[a, 'b', \"c\"]", "a: {b: [1, true], c: 'd\u{E9}'}\ne:",
    "names:\n  A, B,\n  C\n\nkey with spaces: |\n  two\n  lines\n",
    "long: '\(String(repeating: "0123456789", count: 2_000))'",
  ])
  func `values are what they were`(_ text: String) throws {
    let file = try YAMLFile(Array(text.utf8), name: "a.yml")
    let read = YAMLFile(compiled: file.compiled, name: "a.yml")
    #expect("\(read.root)" == "\(file.root)")
  }

  @Test func `errors say where they are`() throws {
    let file = try YAMLFile(Array("a: 1\nbcd: 2\n".utf8), name: "a.yml")
    let read = YAMLFile(compiled: file.compiled, name: "a.yml")
    var fields = try Fields(read.root, in: read, as: "a test")
    _ = fields.node("a")
    let error = #expect(throws: YAMLError.self) { try fields.finish() }
    #expect(error?.mark == Mark(line: 2, column: 1))
  }
}
