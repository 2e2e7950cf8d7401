import FoundationEssentials
import GitHub
import Testing

struct AnnotationTests {
  @Test func `an annotation is one workflow command`() {
    let annotation = Annotation(
      .error,
      "repeated tag 'A'",
      title: "repeated-tag",
      file: "README.md",
      lines: 5...5,
      columns: 3...9
    )
    #expect(
      annotation.command == "::error file=README.md,line=5,endLine=5,col=3,endColumn=9,"
        + "title=repeated-tag::repeated tag 'A'"
    )
  }

  @Test func `several lines have no columns`() {
    let annotation = Annotation(.warning, "m", file: "a", lines: 5...6, columns: 3...9)
    #expect(annotation.command == "::warning file=a,line=5,endLine=6::m")
  }

  @Test func `a message alone needs no properties`() {
    #expect(Annotation(.notice, "m", title: "").command == "::notice::m")
  }

  @Test func `nothing in an annotation can end it or begin a property`() {
    let trick = "a%0A,b:c\r\n::error file=x::y\u{1B}[2J"
    let annotation = Annotation(.error, trick, title: trick, file: trick)
    let property = "a%250A%2Cb%3Ac%0D%0A%3A%3Aerror file=x%3A%3Ay[2J"
    #expect(
      annotation.command == "::error file=\(property),title=\(property)"
        + "::a%250A,b:c%0D%0A::error file=x::y[2J"
    )
  }
}

struct WorkflowLogTests {
  @Test(arguments: [
    ("::error::x", ":\u{200B}:error:\u{200B}:x"), (":::a", ":\u{200B}:\u{200B}:a"),
    ("a ##[add-mask]x", "a ##\u{200B}[add-mask]x"), ("###[a]", "###\u{200B}[a]"),
    ("a\r::b", "a:\u{200B}:b"), ("a\u{1B}[31m\u{7}\u{9B}b", "a[31mb"), ("a\n\tb: c", "a\n\tb: c"),
    ("::\u{301}x", ":\u{200B}:\u{301}x"), ("a\u{202E}b\u{2066}c\u{2028}d", "abcd"),
  ])
  func `text cannot command the runner or a terminal`(text: String, shown: String) {
    #expect(WorkflowLog.neutralized(text) == shown)
  }
}

struct CommandFileTests {
  /// Numbers that are as foreseeable as can be: each is given twice.
  private struct Stutter: RandomNumberGenerator {
    var calls: UInt64 = 0
    mutating func next() -> UInt64 {
      calls += 1
      return (calls + 1) / 2
    }
  }

  private func withFile(_ body: (CommandFile) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID())")
    defer { try? FileManager.default.removeItem(at: file) }
    try body(CommandFile(path: file.path))
  }

  @Test func `text is added at the end`() throws {
    try withFile { file in
      #expect(try file.append("a\n"))
      #expect(try file.append("ü\n"))
      let data = try Data(contentsOf: URL(filePath: file.path))
      #expect(String(decoding: data, as: UTF8.self) == "a\nü\n")
    }
  }

  @Test func `what would pass the limit is not added`() throws {
    try withFile { file in
      #expect(try file.append("1234", limit: 6))
      #expect(try !file.append("567", limit: 6))
      #expect(try file.append("56", limit: 6))
      let data = try Data(contentsOf: URL(filePath: file.path))
      #expect(String(decoding: data, as: UTF8.self) == "123456")
    }
  }

  @Test func `a file that cannot be written is an error that names it`() {
    let error = #expect(throws: GitHubError.self) {
      try CommandFile(path: "/nowhere/summary").append("a")
    }
    #expect(error?.kind == .fileNotWritten)
    #expect(error?.description.contains("'/nowhere/summary'") == true)
  }

  @Test func `an output's value cannot end itself or set another output`() {
    var generator = Stutter()
    let value = "a\nrubric_1_1\nother=x"
    #expect(
      CommandFile.output("findings", value, using: &generator)
        == "findings<<rubric_2_2\na\nrubric_1_1\nother=x\nrubric_2_2\n"
    )
  }
}
