import Foundation
import Testing

/// `rubric init` as a maintainer runs it.
struct InitTests {
  private static let list =
    "# List\n\n## Papers\n\n"
    + (10..<34).map { number in
      "- [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number)), Adams et al., CVPR 2023 | [code](https://github.com/a/p\(number))\n"
    }
    .joined()

  /// A program in whose folder a repository `list` has a list at its last commit.
  private func prepared() throws -> Program {
    let program = try Program()
    try program.git("init", "--quiet", "--initial-branch", "main", "list")
    try Self.list.write(to: readme(program), atomically: true, encoding: .utf8)
    try program.git("-C", "list", "add", ".")
    try program.git("-C", "list", "commit", "--quiet", "--message", "List")
    return program
  }

  private func readme(_ program: borrowing Program) -> URL {
    program.folder.appending(path: "list/README.md")
  }

  private func rulebook(_ program: borrowing Program) -> URL {
    program.folder.appending(path: "list/.github/rubric.yml")
  }

  @Test func `what was learned is shown, written, and then said to be there`() throws {
    let program = try prepared()
    let first = try program.run("init", "--repo", "list")
    #expect(first.status == 0)
    #expect(first.output.contains("README.md: 24 entries"))
    #expect(first.output.contains("[{title}]({url}), {authors}, {venue} | {links}"))
    #expect(first.output.contains("24 of 24 are read with a title and a link"))
    let written = try String(contentsOf: rulebook(program), encoding: .utf8)
    let second = try program.run("init", "--repo", "list")
    #expect(second.output.hasSuffix(".github/rubric.yml is up to date already\n"))
    #expect(try String(contentsOf: rulebook(program), encoding: .utf8) == written)
    #expect(try program.run("init", "--print", "--repo", "list").output == written)
  }

  @Test func `nothing is written for a list of which no entry is understood`() throws {
    let program = try prepared()
    try "# A page\n\nSome words, and [a link](https://a.org).\n"
      .write(to: readme(program), atomically: true, encoding: .utf8)
    let run = try program.run("init", "--repo", "list")
    #expect(run.status == 3)
    #expect(run.errors.contains("README.md: no entry was understood, so nothing was checked"))
    #expect(!FileManager.default.fileExists(atPath: rulebook(program).path))
  }

  @Test func `a rulebook that says something else stays, unless it is forced`() throws {
    let program = try prepared()
    #expect(try program.run("init", "--repo", "list").status == 0)
    try "extends: papers\n".write(to: rulebook(program), atomically: true, encoding: .utf8)
    let refused = try program.run("init", "--repo", "list")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("there is another rulebook"))
    #expect(try String(contentsOf: rulebook(program), encoding: .utf8) == "extends: papers\n")
    #expect(try program.run("init", "--force", "--repo", "list").status == 0)
    #expect(try String(contentsOf: rulebook(program), encoding: .utf8).contains("formats:"))
  }

  @Test func `pull requests are held against the rulebook that was committed`() throws {
    let program = try prepared()
    #expect(try program.run("init", "--repo", "list").status == 0)
    try program.git("-C", "list", "add", ".")
    try program.git("-C", "list", "commit", "--quiet", "--message", "Add the rulebook")
    let bad =
      "- [Paper 99: What It Is About](https://arxiv.org/abs/2212.00001) Adams et al., CVPR 2023 | [code](https://github.com/a/new)\n"
    try (Self.list + bad).write(to: readme(program), atomically: true, encoding: .utf8)
    let outcome = try program.run("check", "--repo", "list")
    #expect(
      outcome.output.contains(
        "(https://arxiv.org/abs/2212.00001), Adams et al., CVPR 2023 | [code](https://github.com/a/new)"
      )
    )
    // It was only learned, so it warns.
    #expect(outcome.status == 0)
    #expect(try program.run("check", "--fail-on", "warning", "--repo", "list").status == 1)
  }

  @Test func `a bare repository has nowhere to write, but can be read`() throws {
    let program = try prepared()
    try program.git("clone", "--quiet", "--bare", "list", "bare.git")
    let refused = try program.run("init", "--repo", "bare.git")
    #expect(refused.status == 3)
    #expect(refused.errors.contains("the repository is bare; use --print"))
    let printed = try program.run("init", "--print", "--repo", "bare.git")
    #expect(printed.output.contains("formats:"))
  }
}
