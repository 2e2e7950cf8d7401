import Foundation
import Testing

/// `rubric check` with a baseline.
struct BaselineTests {
  private let bad = "- LISA. CVPR'2024 [[paper](https://arxiv.org/abs/2308.00692)]\n"
  private let worse = "- GSVA. CVPR'2024 [[paper](https://arxiv.org/abs/2312.10103)]\n"

  /// Makes a repository whose list has a mistake, and returns its path.
  private func repository(_ program: borrowing Program) throws -> String {
    let path = program.folder.appending(path: "list").path
    try program.git("init", "--quiet", "--initial-branch", "main", path)
    try commit(program, path, "## A\n\(bad)")
    return path
  }

  private func write(_ text: String, _ file: String) throws {
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func commit(_ program: borrowing Program, _ path: String, _ list: String) throws {
    try write(list, path + "/README.md")
    try program.git("-C", path, "add", "--all")
    try program.git("-C", path, "commit", "--quiet", "--message", "List")
  }

  @Test func `what is in it is not reported and not counted`() throws {
    let program = try Program()
    let path = try repository(program)
    let file = path + "/known.tsv"
    let written = try program.run("check", "--repo", path, "--write-baseline", file)
    #expect(written.status == 0)
    #expect(written.output == "\(file): 1 row\n")
    #expect(
      try String(contentsOfFile: file, encoding: .utf8)
        .hasSuffix("\nREADME.md\tarxiv:2308.00692\tmissing-full-stop\n")
    )
    #expect(try program.run("check", "--all", "--repo", path).status == 1)
    let known = try program.run("check", "--all", "--repo", path, "--baseline", file)
    #expect(known.status == 0 && known.errors == "")
    #expect(known.output.contains("nothing to report"))
    try write("## A\n\(bad)\(worse)", path + "/README.md")
    let more = try program.run("check", "--all", "--repo", path, "--baseline", file)
    #expect(more.status == 1)
    #expect(more.output.contains("1 error "))
  }

  @Test func `it only shrinks, unless it may grow`() throws {
    let program = try Program()
    let path = try repository(program)
    let file = path + "/known.tsv"
    #expect(try program.run("check", "--repo", path, "--write-baseline", file).status == 0)
    let before = try String(contentsOfFile: file, encoding: .utf8)
    try write("## A\n\(bad)\(worse)", path + "/README.md")
    let refused = try program.run("check", "--repo", path, "--write-baseline", file)
    #expect(refused.status == 2)
    #expect(
      refused.errors.contains("it would grow by 1 row; fix them, or accept them with --grow")
    )
    #expect(refused.errors.contains("\n  README.md\tarxiv:2312.10103\tmissing-full-stop"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
    let grown = try program.run("check", "--repo", path, "--write-baseline", file, "--grow")
    #expect(grown.output == "\(file): 2 rows (1 new, 0 gone)\n")
    try write("## A\n\(worse)", path + "/README.md")
    let shrunk = try program.run("check", "--repo", path, "--write-baseline", file)
    #expect(shrunk.output == "\(file): 1 row (0 new, 1 gone)\n")
  }

  @Test func `rows that match nothing are told`() throws {
    let program = try Program()
    let path = try repository(program)
    let file = path + "/known.tsv"
    #expect(try program.run("check", "--repo", path, "--write-baseline", file).status == 0)
    try write("## A\n", path + "/README.md")
    let stale = try program.run("check", "--all", "--repo", path, "--baseline", file)
    #expect(stale.status == 0)
    #expect(stale.errors.contains("1 row matches nothing any more in '\(file)'"))
    #expect(stale.errors.contains("\n  README.md\tarxiv:2308.00692\tmissing-full-stop"))
    #expect(try program.run("check", "--repo", path, "--baseline", file).errors == "")
  }

  @Test func `a contribution can add no row to it`() throws {
    let program = try Program()
    let path = try repository(program)
    let file = path + "/known.tsv"
    #expect(try program.run("check", "--repo", path, "--write-baseline", file).status == 0)
    try commit(program, path, "## A\n\(bad)")
    try program.git("-C", path, "checkout", "--quiet", "-b", "contribution")
    try write("## A\n\(bad)\(worse)", path + "/README.md")
    let grown = try program.run("check", "--repo", path, "--write-baseline", file, "--grow")
    #expect(grown.output.contains("2 rows (1 new, 0 gone)"))
    try commit(program, path, "## A\n\(bad)\(worse)")
    let told = try program.run("check", "main", "HEAD", "--repo", path, "--baseline", file)
    #expect(told.status == 1)
    #expect(told.output.contains("1 error "))
    try FileManager.default.removeItem(atPath: file)
    let all = try program.run("check", "main", "--all", "--repo", path, "--baseline", file)
    #expect(all.output.contains("1 error "))
  }

  @Test func `the rows of other lists stay`() throws {
    let program = try Program()
    let path = try repository(program)
    try write("## A\n\(worse)", path + "/OTHER.md")
    let file = path + "/known.tsv"
    let both = try program.run(
      [
        "check", "--repo", path, "--write-baseline", file, "--list", "README.md", "--list",
        "OTHER.md",
      ]
    )
    #expect(both.output == "\(file): 2 rows\n")
    let one = try program.run("check", "--repo", path, "--write-baseline", file)
    #expect(one.output == "\(file): 2 rows (0 new, 0 gone)\n")
    try FileManager.default.removeItem(atPath: path + "/OTHER.md")
    let none = try program.run("check", "--repo", path, "--write-baseline", file)
    #expect(none.output == "\(file): 1 row (0 new, 1 gone)\n")
  }

  @Test func `a wrong file or a wrong command line is refused`() throws {
    let program = try Program()
    let path = try repository(program)
    let file = path + "/known.tsv"
    let missing = try program.run("check", "--repo", path, "--baseline", file)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("there is no such file; --write-baseline creates it"))
    try write("# a\nb\n", file)
    let malformed = try program.run("check", "--repo", path, "--baseline", file)
    #expect(malformed.status == 2)
    #expect(malformed.errors.contains("'\(file)':2: a row is a path"))
    #expect(try program.run("check", "--repo", path, "--grow").status == 2)
    let both = try program.run(
      "check",
      "--repo",
      path,
      "--baseline",
      file,
      "--write-baseline",
      file
    )
    #expect(both.status == 2)
    let nowhere = try program.run("check", "--repo", path, "--write-baseline", path + "/no/file")
    #expect(nowhere.status == 2)
    #expect(nowhere.errors.contains("it cannot be written: no such file or directory"))
  }

  @Test func `what a rulebook ignores in vain is told with all`() throws {
    let program = try Program()
    let path = try repository(program)
    try FileManager.default.createDirectory(
      atPath: path + "/.github",
      withIntermediateDirectories: true
    )
    try write(
      """
      name: sample
      entry:
        marker: "-"
        template: "{title}. {venue}. {links}"
        venue: { form: "{name}'{year}" }
        links: { item: "[[{label}]({url})]", separator: " | ", labels: { paper: [], code: [] } }
      ignore:
        - { rule: missing-full-stop, entry: LISA, reason: so it is }
        - { rule: missing-full-stop, entry: Gone, reason: so it was }

      """,
      path + "/.github/rubric.yml"
    )
    try commit(program, path, "## A\n\(bad)")
    let outcome = try program.run("check", "--all", "--repo", path)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors
        == "rubric: the rulebook's 'ignore' of missing-full-stop on 'Gone', line 9, no longer matches anything in README.md\n"
    )
    #expect(try program.run("check", "--repo", path).errors == "")
  }
}
