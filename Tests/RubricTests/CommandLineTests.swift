import Foundation
import Testing

/// What is wrong with a command line or with what it names is said, and the status tells which.
struct CommandLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let status: Int32
    let message: String

    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ status: Int32, _ message: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.status = status
      self.message = message
    }
  }

  @Test(arguments: [
    Case("chek", 2, "there is no command 'chek'; did you mean 'check'?"),
    Case("check --lst x", 2, "there is no option '--lst'; did you mean '--list'?"),
    Case("check --format xml", 2, "'xml' is not a value of --format, which is one of text, json"),
    Case("check --repo", 2, "'--repo' needs a value: --repo <dir>"),
    Case("check --all=yes", 2, "'--all' takes no value"),
    Case("check a b c", 2, "unexpected argument 'c'"),
    Case("check a b --staged", 2, "'--staged' looks at the index, so it takes no <head>"),
    Case(
      "rules repeated-tags",
      2,
      "there is no rule 'repeated-tags'; did you mean 'repeated-tag'?"
    ),
    Case("check --rulebook none.yml", 2, "cannot read the rulebook 'none.yml': no such file"),
    Case("check --repo none", 3, "cannot open repository 'none'"),
    Case("check none HEAD --repo sample", 3, "cannot resolve revision 'none'"),
    Case("check main HEAD --repo sample --list NO.md", 3, "there is README.md"),
    Case("help chek", 2, "there is no command 'chek'; did you mean 'check'?"),
    Case(
      "review --pull-request 1 --repository a",
      2,
      "'a' in --repository is not of the form owner/name"
    ),
    Case(
      "review --pull-request 1 --api-url localhost:80",
      2,
      "'localhost:80' in --api-url is not an http or https address"
    ),
  ])
  func `a mistake is told`(_ test: Case) throws {
    let program = try Program()
    _ = try program.sample()
    let outcome = try program.run(test.arguments)
    #expect(outcome.status == test.status)
    #expect(outcome.errors.contains(test.message), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test(arguments: ["--version", "rules", "check --format json --repo sample main HEAD"])
  func `output that cannot be written is an error`(_ arguments: String) throws {
    let program = try Program()
    _ = try program.sample()
    let line = "exec '\(Program.executable.path)' \(arguments) >/dev/full"
    let outcome = try program.run(executable: URL(filePath: "/bin/sh"), ["-c", line])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("cannot write all of the output: no space left on device"))
  }

  @Test(arguments: ["check", "review", "fix", "rules", "demo"])
  func `a command explains itself`(_ command: String) throws {
    let program = try Program()
    let outcome = try program.run(command, "--help")
    #expect(try program.run("help", command).output == outcome.output)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Usage: rubric \(command)"))
    let width = outcome.output.split(separator: "\n").map(\.utf8.count).max() ?? 0
    #expect(width <= 110)
  }

  @Test func `a mistake in a rulebook is told with its place`() throws {
    let program = try Program()
    let sample = try program.sample()
    let path = program.folder.appending(path: "rubric.yml").path
    try "name: x\nentri:\n  marker: '-'\n".write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try program.run("check", "--repo", sample, "--rulebook", path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(":2:1: 'entri' is not a key here; did you mean 'entry'?"))
  }

  @Test(
    arguments: [
      ([0x61, 0, 0x62], "line 1 holds a NUL byte"),
      ([0x61, 0x0A, 0xE9], "line 2, column 1 is not UTF-8"),
      ([0xFF, 0xFE, 0x61, 0], "it is UTF-16"),
    ] as [([UInt8], String)]
  )
  func `a list that is not text is refused`(_ bytes: [UInt8], _ message: String) throws {
    let program = try Program()
    let sample = try program.sample()
    try Data(bytes).write(to: URL(filePath: sample + "/README.md"))
    let outcome = try program.run("check", "--repo", sample)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
