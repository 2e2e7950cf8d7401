import Foundation
import Testing

@testable import rubric

/// Completions and the manual page, which are made from what the commands declare.
struct InterfaceTests {
  private static let pages = ["bash", "zsh", "fish"].map { ["completions", $0] } + [["manual"]]

  @Test(arguments: pages)
  func `every command and option is there`(_ arguments: [String]) throws {
    let program = try Program()
    let page = try program.run(arguments).output.replacing("\\-", with: "-")
    for command in Rubric.interface.commands {
      #expect(page.contains(command.name))
      for option in command.allOptions { #expect(page.contains(option.name), "\(option.name)") }
    }
  }

  @Test func `the program has the schema of its rulebooks`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules/schema.json").standardized
    let outcome = try Program().run("rules", "--schema")
    #expect(outcome.output == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell can read its completions`(_ shell: String) throws {
    let program = try Program()
    let path = "/usr/bin/\(shell)"
    guard FileManager.default.isExecutableFile(atPath: path) || shell == "bash" else { return }
    let script = program.folder.appending(path: "script")
    try program.run("completions", shell).output
      .write(to: script, atomically: true, encoding: .utf8)
    let outcome = try program.run(executable: URL(filePath: path), ["-n", script.path])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
  }

  struct Line: Sendable, CustomTestStringConvertible {
    let words: [String]
    let completions: [String]

    var testDescription: String { words.joined(separator: " ") }
  }

  @Test(arguments: [
    Line(words: ["ch"], completions: ["check"]),
    Line(words: ["check", "--fail-on", "w"], completions: ["warning"]),
    Line(words: ["check", "--stag"], completions: ["--staged"]),
    Line(words: ["completions", "z"], completions: ["zsh"]),
    Line(words: ["help", "che"], completions: ["check"]),
    Line(words: ["rules", "repeated-t"], completions: ["repeated-tag"]),
    Line(words: ["check", "--rule", "repeated-t"], completions: ["repeated-tag"]),
    Line(words: ["check", "--format", "=", "js"], completions: ["json"]),
    Line(words: ["check", "--list", "READ"], completions: ["README.md"]),
    Line(words: ["check", "contr"], completions: ["contribution"]),
    Line(words: ["check", "--repo", "samp"], completions: ["sample"]),
  ])
  func `bash completes`(_ line: Line) throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.complete(
      (["rubric"] + line.words).map { "'\($0)'" },
      before: "export GIT_DIR='\(sample)/.git'"
    )
    #expect(outcome.output.split(separator: "\n").map(String.init) == line.completions)
    #expect(outcome.errors == "")
  }

  @Test func `bash completes the sections of the list in this folder`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.complete(
      ["rubric", "add", "1", "--section", "Remote"],
      before: "cd '\(sample)'"
    )
    #expect(
      outcome.output == """
        Remote\\ sensing\\ \\>\\ MLLM\\ with\\ Segmentation\\ Capability
        Remote\\ sensing\\ \\>\\ Segmentation\\ Model\\ with\\ LLM/MLLM

        """
    )
  }

  @Test func `nothing in the names of branches and files is run`() throws {
    let program = try Program()
    let sample = try program.sample()
    let name = "a$(touch${IFS}ran)`touch${IFS}ran`"
    try program.git("-C", sample, "branch", name)
    let outcome = try program.complete(
      ["rubric", "check", "a"],
      before: "export GIT_DIR='\(sample)/.git'",
      after: "eval printf '%s' \"${COMPREPLY[@]}\""
    )
    #expect(outcome.output == name)
    let ran = program.folder.appending(path: "ran").path
    #expect(!FileManager.default.fileExists(atPath: ran))
  }

  @Test func `the manual page has the usual sections and no line that is taken for a request`()
    throws
  {
    let page = Rubric.interface.manualPage
    let requests = page.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
    let known = [".TH ", ".SH ", ".SS ", ".TP", ".PP", ".IP ", ".B ", ".br"]
    #expect(requests.allSatisfy { request in known.contains { request.hasPrefix($0) } })
    for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "\"EXIT STATUS\""] {
      #expect(page.contains(".SH \(section)\n"))
    }
    let check = try #require(Rubric.interface.commands.first { $0.name == "check" })
    let items = check.discussion.split(separator: "\n").count { $0.hasPrefix("- ") }
    #expect(items > 0 && page.components(separatedBy: ".IP \\(bu 2\n").count > items)
    #expect(page.contains("\\fB\\-\\-fail\\-on\\fR \\fIseverity\\fR"))
  }

  @Test func `a choice of an operand is checked`() throws {
    let program = try Program()
    let outcome = try program.run("completions", "bsh")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'bsh' is not a value of <shell>, which is one of bash, zsh"))
    #expect(outcome.errors.contains("did you mean 'bash'?"))
    #expect(try program.run("completions").errors.contains("name the shell"))
  }
}

extension Program {
  /// Completes the last of some words as bash does, and prints what is offered.
  fileprivate func complete(
    _ words: [String],
    before: String,
    after: String = #"printf '%s\n' "${COMPREPLY[@]}""#
  ) throws -> Outcome {
    try run("completions", "bash").output
      .write(to: folder.appending(path: "script"), atomically: true, encoding: .utf8)
    let path = Self.executable.deletingLastPathComponent().path
    return try run(
      executable: URL(filePath: "/bin/bash"),
      [
        "--norc", "-c",
        "source ./script; PATH='\(path)':$PATH; \(before);"
          + " COMP_WORDS=(\(words.joined(separator: " "))); COMP_CWORD=\(words.count - 1); _rubric; \(after)",
      ]
    )
  }
}
