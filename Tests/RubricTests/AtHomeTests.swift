import Foundation
import Testing

/// What somebody meets who checks a list on their own machine.
final class AtHomeTests {
  private let program: Program
  private let sample: String

  init() throws {
    let program = try Program()
    sample = try program.sample()
    try program.git("-C", sample, "checkout", "--quiet", "main")
    self.program = program
  }

  private func write(_ text: String, _ path: String) throws {
    let file = URL(filePath: sample).appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  private func list() throws -> String {
    try String(contentsOfFile: sample + "/README.md", encoding: .utf8)
  }

  /// The list with entries before the first that has tags.
  private func list(with entries: String) throws -> String {
    let parts = try list().components(separatedBy: "\n- **`[")
    return parts[0] + "\n" + entries + "- **`[" + parts[1...].joined(separator: "\n- **`[")
  }

  /// Runs the program as somebody who stands in a folder of the sample.
  private func run(in folder: String, _ arguments: String) throws -> Program.Outcome {
    let line = "cd '\(sample)/\(folder)' && exec '\(Program.executable.path)' \(arguments)"
    return try program.run(executable: URL(filePath: "/bin/sh"), ["-c", line])
  }

  // MARK: - The rulebook

  @Test func `a rulebook can be tried before it is committed`() throws {
    try write("extends: papers\nrules: {repeated-tag: off}\n", ".github/rubric.yml")
    let all = try program.run("check", "--all", "--repo", sample)
    #expect(!all.output.contains("[repeated-tag]"))
    #expect(all.errors.contains("used '.github/rubric.yml' as it is in the work tree"))
    let committed = try program.run("check", "--all", "HEAD", "HEAD", "--repo", sample)
    #expect(committed.output.contains("[repeated-tag]"))
    let contribution = try program.run("check", "--repo", sample)
    #expect(contribution.errors.contains("to try the new ones: rubric check --all"))
  }

  /// The sample's default branch, as it was fetched from elsewhere, with a commit of its own.
  private func commitAfterFetching(_ text: String, _ path: String) throws {
    try program.git("-C", sample, "update-ref", "refs/remotes/origin/main", "main")
    try write(text, path)
    try program.git("-C", sample, "add", ".")
    try program.git("-C", sample, "commit", "--quiet", "--message", "Own")
  }

  @Test func `on the default branch its own rulebook holds before it is pushed`() throws {
    try commitAfterFetching("rules: {repeated-tag: off}\n", ".github/rubric.yml")
    let bad =
      "- **`[ReferIS][ReferIS]`** X. CVPR'2025. [[paper](https://arxiv.org/abs/2501.00001)]\n"
    try write(try list(with: bad), "README.md")
    let outcome = try run(in: "", "check")
    #expect(outcome.output.contains("1 added") && !outcome.output.contains("[repeated-tag]"))
    #expect(
      outcome.errors.contains("to compare with what was last fetched: rubric check origin/main")
    )
    #expect(!outcome.errors.contains("rubric.yml"))
    let fetched = try run(in: "", "check origin/main")
    #expect(fetched.output.contains("[repeated-tag]"))
    #expect(fetched.errors.contains("the settings from before that change were used"))
    #expect(!fetched.errors.contains("last fetched"))
  }

  @Test func `a new exception is said to have no effect yet`() throws {
    let bad =
      "- **`[ReferIS][ReferIS]`** X. CVPR'2025. [[paper](https://arxiv.org/abs/2501.00001)] <!-- rubric: allow repeated-tag I like it -->\n"
    try write(try list(with: bad), "README.md")
    let outcome = try run(in: "", "check")
    #expect(outcome.errors.contains("new comments 'rubric: allow' (1); they have an effect once"))
    try program.git("-C", sample, "commit", "--all", "--quiet", "--message", "Own")
    #expect(!(try run(in: "", "check").errors.contains("rubric: allow")))
  }

  @Test func `what is left is shown by the command that is named`() throws {
    try program.git("-C", sample, "checkout", "--quiet", "contribution")
    let bad = "- **`[Nonsense]`** X. CVPR'2025. [[paper](https://arxiv.org/abs/2501.00001)]\n"
    try write(try list(with: bad), "README.md")
    let fixed = try run(in: "", "fix HEAD --list README.md")
    #expect(fixed.output.contains("left; 'rubric check HEAD --list README.md' shows them"))
  }

  @Test func `all mistakes of a rulebook are told in one run, in order`() throws {
    try write("extends: papers\nrulez: 1\ntags: 3\nrules: {a-b: off, repeated-tag: x}\n", "own.yml")
    let outcome = try run(in: "", "check --rulebook own.yml")
    #expect(outcome.status == 2)
    let places = ["own.yml:2:1:", "own.yml:3:7:", "own.yml:4:9:", "own.yml:4:33:"]
    let found = places.compactMap { outcome.errors.range(of: $0)?.lowerBound }
    #expect(found.count == places.count && found == found.sorted(), "\(outcome.errors)")
  }

  @Test func `a list that is not there is told beside the other mistakes`() throws {
    try write(
      "lists: [READNE.md]\nrulez: 1\nchecks:\n  a: {kind: existance, field: titel, words: [x]}\n",
      ".github/rubric.yml"
    )
    let outcome = try run(in: "", "check --all")
    #expect(outcome.status == 2)
    for mistake in [
      "1:9: there is no file 'READNE.md' in the work tree; did you mean 'README.md'?",
      "2:1: 'rulez'", "4:13: 'existance'", "4:31: 'titel'",
    ] {
      #expect(outcome.errors.contains(".github/rubric.yml:" + mistake), "\(outcome.errors)")
    }
    #expect(try run(in: "", "check --all --list README.md").errors.contains("2:1: 'rulez'"))
    try write("lists: ['docs/*.md']\n", ".github/rubric.yml")
    #expect(try run(in: "", "check --all").errors.contains("no Markdown file matches its 'lists'"))
  }

  @Test func `settings that can do nothing are told`() throws {
    try write(
      "formats:\n  - {marker: '-', template: '[{title}]({url})'}\ntags: [New]\n"
        + "sections:\n  - {names: [Nowhere], order: none}\n",
      ".github/rubric.yml"
    )
    try write("# List\n\n## A\n\n- [One](https://example.org/1)\n", "README.md")
    let errors = try program.run("check", "--all", "--repo", sample).errors
    #expect(errors.contains("'tags' have no effect"))
    #expect(errors.contains("'sections' names 'Nowhere', but the list has no such heading"))
  }

  // MARK: - What is staged

  @Test func `what the branch brought before does not block a commit`() throws {
    try program.git("-C", sample, "checkout", "--quiet", "contribution")
    try write("x\n", "other.txt")
    try program.git("-C", sample, "add", "other.txt")
    #expect(try program.run("check", "--repo", sample).status == 1)
    #expect(try program.run("check", "--staged", "--repo", sample).status == 0)
  }

  @Test func `the last line says what to do with a refused commit`() throws {
    let bad =
      "- **`[ReferIS]`** Another Paper CVPR'2025. [[paper](https://arxiv.org/abs/2501.00001)]\n"
    try write(try list(with: bad), "README.md")
    try program.git("-C", sample, "add", "README.md")
    let outcome = try program.run("check", "--staged", "--repo", sample)
    #expect(outcome.status == 1)
    let last = outcome.output.split(separator: "\n").last ?? ""
    #expect(last.contains("rubric fix") && last.contains("--no-verify"))
  }

  // MARK: - Naming a list

  @Test(arguments: [
    ("", "check README.md --all"), ("", "check docs/list.md --all"),
    ("docs", "check list.md --all"), ("docs", "check --list list.md --all"),
    ("docs", "check --list ../README.md --all"), ("docs", "check ../README.md --all"),
    ("docs", "check --list docs/list.md --all"),
    ("docs", "check --list './list.md' --all"), ("docs", "check --list 'docs/*.md' --all"),
    ("docs", "check --list \"$PWD/list.md\" --all"), ("docs/deep", "check README.md --all"),
  ])
  func `a list is named from where somebody stands`(_ folder: String, _ arguments: String) throws {
    try write(try list(), "docs/list.md")
    try write("", "docs/deep/empty.txt")
    let outcome = try run(in: folder, arguments)
    #expect(outcome.output.contains("27 entries"), "\(outcome.errors)")
  }

  @Test func `a file that is not a revision is said to be taken for a list`() throws {
    let outcome = try run(in: "", "check README.md")
    #expect(outcome.errors.contains("'README.md' is not a revision"))
    #expect(try run(in: "", "check none.md").errors.contains("there is no such file"))
    #expect(try run(in: "", "export README.md --format csv").status == 0)
  }

  @Test func `a hook has the list's path from the root`() throws {
    try write(try list(), "docs/list.md")
    #expect(try run(in: "docs", "init --hook --list list.md").status == 0)
    let hook = try String(contentsOfFile: sample + "/.git/hooks/pre-commit", encoding: .utf8)
    #expect(hook.contains("--list=docs/list.md"))
  }

  // MARK: - What is shown

  @Test func `counts agree, and say what they count`() throws {
    let all = try run(in: "", "check --all")
    #expect(all.output.hasSuffix("4 errors (on 3 of 27 entries)\n"))
    #expect(try run(in: "", "init").output.contains("README.md: 27 entries"))
    let csv = try run(in: "", "export --format csv").output
    #expect(csv.split(separator: "\r\n").count == 28)
  }

  @Test func `a list without an entry is not a list where all is well`() throws {
    try write("# List\n\nSome words.\n", "README.md")
    #expect(try run(in: "", "check --all").output.contains("no entry was found in README.md"))
  }

  @Test func `statistics count by rule`() throws {
    let text = try run(in: "", "check --all --statistics").output
    #expect(text.contains("2  error  repeated-tag             2 with a correction"))
    let json = try run(in: "", "check --all --statistics --format json").output
    #expect(json.contains("\"rule\" : \"stray-full-stop\""))
    #expect(try run(in: "", "check --statistics --format sarif").status == 2)
  }

  @Test func `of a rule that is off it is said that it is`() throws {
    let off = try run(in: "", "check --all --rule paper-in-other-section")
    #expect(off.errors.contains("the rule 'paper-in-other-section' is off"))
    #expect(!(try run(in: "", "check --all --rule repeated-tag").errors.contains("is off")))
    try write("extends: papers\nrules: {paper-in-other-section: note}\n", ".github/rubric.yml")
    let on = try run(in: "", "check --all --rule paper-in-other-section")
    #expect(!on.errors.contains("is off"))
  }

  @Test func `what somebody has to agree with names the command that writes it`() throws {
    let bad = "- **`[ReferSI]`** X. CVPR'2025. [[paper](https://arxiv.org/abs/2501.00001)]\n"
    try write(try list(with: bad), "README.md")
    let all = try run(in: "", "check --all --list README.md")
    #expect(all.output.contains("if you agree ('rubric fix --all --list README.md --unsafe'"))
    #expect(try run(in: "", "check HEAD").output.contains("('rubric fix HEAD --unsafe' writes it)"))
    try program.git("-C", sample, "add", ".")
    let staged = try run(in: "", "check --staged")
    #expect(staged.output.contains("('rubric fix HEAD --unsafe' writes it)"))
  }

  @Test func `a rulebook that is there is not asked for`() throws {
    let items = (1...9).map { "* [A\($0)](https://example.org/\($0)): the description \($0).\n" }
    try write("# L\n\n## S\n\n" + items.joined(), "README.md")
    try program.git("-C", sample, "commit", "--all", "--quiet", "--message", "List")
    try write("# L\n\n## S\n\n" + items.joined() + items[0].replacing("1", with: "10"), "README.md")
    let before = try run(in: "", "check")
    #expect(before.output.contains("'rubric init' writes it down"))
    #expect(try run(in: "", "init").status == 0)
    let after = try run(in: "", "check")
    #expect(after.output.contains("learned from its entries"))
    #expect(!after.output.contains("'rubric init' writes it down"))
  }

  @Test func `one rule can be looked at alone`() throws {
    let outcome = try run(in: "", "check --all --rule stray-full-stop")
    #expect(outcome.output.contains("1 error (on 1 of 27 entries)"))
    #expect(try run(in: "", "check --all --rule unknown-tag").status == 0)
    #expect(try run(in: "", "check --rule repeated-tags").errors.contains("'repeated-tag'?"))
  }

  @Test func `a quiet check is silent where all is well`() throws {
    let outcome = try run(in: "", "check --quiet")
    #expect(outcome.output == "" && outcome.errors == "" && outcome.status == 0)
    let all = try run(in: "", "check --all --quiet").output
    #expect(all.contains("[repeated-tag]") && !all.contains("4 errors"))
  }

  @Test func `of a big list each rule is shown once, and how to see the rest`() throws {
    let entries = (10..<60).map {
      "- **`[ReferIS]`** Paper Number \($0) of Many CVPR'2024. [[paper](https://arxiv.org/abs/2401.000\($0))]\n"
    }
    try write(try list(with: entries.joined()), "README.md")
    let outcome = try run(in: "", "check --all").output
    #expect(outcome.components(separatedBy: "[missing-full-stop]").count == 2)
    #expect(outcome.contains("49 more like this: add '--rule missing-full-stop' to see them"))
    let full = try run(in: "", "check --all --full").output
    #expect(full.components(separatedBy: "[missing-full-stop]").count == 51)
  }

  @Test func `colours can be forced and refused`() throws {
    let arguments = ["check", "--all", "--repo", sample]
    #expect(try program.run(arguments, in: ["FORCE_COLOR": "1"]).output.contains("\u{1B}[1;31m"))
    #expect(try !program.run(arguments, in: ["FORCE_COLOR": "0"]).output.contains("\u{1B}"))
    let refused = try program.run(arguments, in: ["FORCE_COLOR": "1", "NO_COLOR": "1"]).output
    #expect(!refused.contains("\u{1B}"))
  }

  @Test func `output and errors do not land inside each other`() throws {
    try write("extends: papers\n", ".github/rubric.yml")
    let outcome = try run(in: "", "check --all 2>&1")
    #expect(outcome.output.contains("\n4 errors (on 3 of 27 entries)\nrubric: used "))
  }

  @Test func `a duplicate is not told what it should read`() throws {
    let entry = try #require(
      try list().split(separator: "\n").first { $0.hasPrefix("- **`[") }
    )
    let twice = String(entry.replacing("'20", with: " 20")) + "\n"
    try write(try list(with: twice), "README.md")
    let output = try run(in: "", "check").output
    #expect(output.contains("[duplicate-entry]"))
    #expect(output.contains("[malformed-venue]"))
    #expect(!output.contains("it should read:"))
  }
}
