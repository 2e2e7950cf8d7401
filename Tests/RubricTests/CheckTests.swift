import Foundation
import Testing

struct CheckTests {
  @Test func `the sample's contribution is reviewed`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run("check", "main", "contribution", "--repo", sample)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("README.md:62  added"))
    #expect(outcome.output.contains("13 errors (entries: 5 added, 2 changed)"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `of a committed rulebook nobody is told that it is the work tree's`() throws {
    let program = try Program()
    let sample = try program.sample()
    let rulebook = sample + "/.github/rubric.yml"
    try FileManager.default.createDirectory(
      atPath: sample + "/.github",
      withIntermediateDirectories: true
    )
    try program.git("-C", sample, "checkout", "--quiet", "-b", "rules", "main")
    try "extends: papers\n".write(toFile: rulebook, atomically: true, encoding: .utf8)
    try program.git("-C", sample, "add", ".")
    try program.git("-C", sample, "commit", "--quiet", "--message", "Settings")
    let committed = try program.run("check", "--all", "--repo", sample)
    #expect(!committed.errors.contains("in the work tree"))
    try "extends: papers\nrules: {repeated-tag: off}\n"
      .write(toFile: rulebook, atomically: true, encoding: .utf8)
    let changed = try program.run("check", "--all", "--repo", sample)
    #expect(changed.errors.contains("used '.github/rubric.yml' as it is in the work tree"))
  }

  @Test(arguments: ["text", "markdown"])
  func `in the log of a job a stranger's text commands nobody`(format: String) throws {
    let program = try Program()
    let sample = try program.sample()
    let list = sample + "/README.md"
    try String(contentsOfFile: list, encoding: .utf8)
      .replacingOccurrences(of: "Seg-Zero:", with: "Seg-Zero ##[error]x:")
      .write(toFile: list, atomically: true, encoding: .utf8)
    let arguments = ["check", "--repo", sample, "--format", format]
    #expect(try program.run(arguments).output.contains("##[error]"))
    let outcome = try program.run(arguments, in: ["GITHUB_ACTIONS": "true"])
    #expect(outcome.output.contains("##\u{200B}[error]"))
    #expect(!outcome.output.contains("##["))
  }

  /// What stands in a string of JSON is escaped, so that it means the same.
  @Test(arguments: ["json", "sarif", "rdjson"])
  func `in the log of a job JSON commands nobody either`(format: String) throws {
    let program = try Program()
    let sample = try program.sample()
    let list = sample + "/README.md"
    try String(contentsOfFile: list, encoding: .utf8)
      .replacingOccurrences(of: "Seg-Zero:", with: "Seg-Zero  ##[error]x \u{202E}\u{9B}31m:")
      .write(toFile: list, atomically: true, encoding: .utf8)
    let arguments = ["check", "--repo", sample, "--format", format]
    let plain = try program.run(arguments)
    let outcome = try program.run(arguments, in: ["GITHUB_ACTIONS": "true"])
    #expect(plain.output.contains("##[error]"))
    #expect(!outcome.output.contains("##["))
    #expect(!outcome.output.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{9B}" })
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? NSDictionary
    let expected = try JSONSerialization.jsonObject(with: Data(plain.output.utf8)) as? NSDictionary
    #expect(parsed != nil && parsed == expected)
  }

  @Test func `a list that was given another name is still looked at`() throws {
    let program = try Program()
    let sample = try program.sample()
    try program.git("-C", sample, "mv", "README.md", "README.markdown")
    let outcome = try program.run("check", "main", "--repo", sample)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("README.markdown:"))
    try program.git("-C", sample, "mv", "README.markdown", "papers.md")
    let named = try program.run("check", "main", "--repo", sample, "--list", "README.md")
    #expect(named.output.contains("papers.md:"))
  }

  @Test(arguments: [".git/HEAD", ".git/config", ".git/index", ".git/packed-refs"])
  func `a pipe in the place of a file of git's is an error, and nobody waits`(file: String) throws {
    let program = try Program()
    let sample = try program.sample()
    unlink(sample + "/" + file)
    #expect(mkfifo(sample + "/" + file, 0o600) == 0)
    let outcome = try program.run("check", "--repo", sample)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("it is a pipe or a device where git has a file"))
  }

  @Test func `output that does not get where it should is an error, even when later output does`()
    throws
  {
    let program = try Program()
    let sample = try program.sample()
    let shell = URL(filePath: "/bin/sh")
    let command =
      "exec '\(Program.executable.path)' check --format json --repo '\(sample)' >/dev/full"
    let outcome = try program.run(executable: shell, ["-c", command])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("cannot write all of the output"))
  }

  @Test func `the same comparison is the same bytes`() throws {
    let program = try Program()
    let sample = try program.sample()
    let first = try program.run("check", "main", "HEAD", "--repo", sample, "--format", "json")
    let second = try program.run("check", "main", "HEAD", "--repo", sample, "--format", "json")
    #expect(first.output == second.output)
    #expect(first.output.contains("\"schema\" : 1"))
  }

  @Test func `the work tree is compared where no revision is named`() throws {
    let program = try Program()
    let sample = try program.sample()
    #expect(try program.run("check", "--repo", sample).status == 1)
    #expect(try program.run("check", "HEAD", "--repo", sample).status == 0)
  }

  @Test func `what is staged is compared by itself`() throws {
    let program = try Program()
    let sample = try program.sample()
    try program.git("-C", sample, "checkout", "--quiet", "main")
    let list = sample + "/README.md"
    let text = try String(contentsOfFile: list, encoding: .utf8)
    try (text + "\n").replacingOccurrences(of: "GeoPixel", with: "GeoPixel 2")
      .write(toFile: list, atomically: true, encoding: .utf8)
    let staged = try program.run("check", "--staged", "--repo", sample)
    #expect(staged.output.contains("no entry is touched"))
    try program.git("-C", sample, "add", "README.md")
    let added = try program.run("check", "--staged", "--repo", sample)
    #expect(added.output.contains("1 changed"))
  }

  @Test func `the base's own rulebook holds, whatever the contribution makes of it`() throws {
    let program = try Program()
    let sample = try program.sample()
    let folder = sample + "/.github"
    func write(_ text: String, _ branch: String) throws {
      try program.git("-C", sample, "checkout", "--quiet", branch)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try text.write(toFile: folder + "/rubric.yml", atomically: true, encoding: .utf8)
      try program.git("-C", sample, "add", ".github")
      try program.git("-C", sample, "commit", "--quiet", "--message", "Rules")
    }
    try write("nam: papers\n", "contribution")
    let told = try program.run("check", "main", "contribution", "--repo", sample)
    #expect(told.status == 1)
    #expect(told.errors.contains("the contribution changes '.github/rubric.yml'"))
    try FileManager.default.removeItem(atPath: folder + "/rubric.yml")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/rubric.yml",
      withDestinationPath: "/etc/passwd"
    )
    let linked = try program.run("check", "--repo", sample)
    #expect(linked.status == 1)
    #expect(linked.errors.contains("the contribution changes '.github/rubric.yml'"))
    try program.git("-C", sample, "checkout", "--quiet", ".")
    try write("nam: papers\n", "main")
    for command in ["check", "fix"] {
      let wrong = try program.run(command, "main", "contribution", "--repo", sample)
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains(".github/rubric.yml:1:1: "))
    }
    try program.git("-C", sample, "checkout", "--quiet", "contribution")
    #expect(try program.run("check", "--repo", sample).status == 2)
  }

  @Test func `a bare repository will do`() throws {
    let program = try Program()
    let sample = try program.sample()
    let bare = program.folder.appending(path: "bare").path
    try program.git("clone", "--quiet", "--bare", sample, bare)
    #expect(try program.run("check", "main", "contribution", "--repo", bare).status == 1)
    let fixed = try program.run("fix", "main", "contribution", "--repo", bare)
    #expect(fixed.status == 3)
    #expect(fixed.errors.contains("the repository is bare"))
  }

  @Test(arguments: [("never", 0), ("note", 1), ("error", 1)])
  func `the exit status is what was asked for`(_ severity: String, _ status: Int32) throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run(
      "check",
      "main",
      "contribution",
      "--repo",
      sample,
      "--fail-on",
      severity
    )
    #expect(outcome.status == status)
  }

  @Test func `a list of another format is read by a format learned from it`() throws {
    let program = try Program()
    let other = program.folder.appending(path: "other").path
    let entries = (1...12).map {
      "* [Name \($0) of a long title](https://example.org/\($0)), 2024. [code](https://example.org/\($0))\n"
    }
    try program.git("init", "--quiet", other)
    try "# Awesome\n\n## Things\n\n\(entries.joined())"
      .write(toFile: other + "/README.md", atomically: true, encoding: .utf8)
    try program.git("-C", other, "add", "README.md")
    try program.git("-C", other, "commit", "--quiet", "--message", "List")
    let outcome = try program.run("check", "--all", "--repo", other)
    #expect(
      outcome.output.contains("README.md is read by 1 format learned from its entries (12 of 12")
    )
  }

  @Test func `the list that the project reviews with its own action is right`() throws {
    let program = try Program()
    let folder = program.folder.appending(path: "dogfood").path
    try program.git("init", "--quiet", folder)
    try Project.text("Tests/Dogfood/README.md")
      .write(toFile: folder + "/README.md", atomically: true, encoding: .utf8)
    try program.git("-C", folder, "add", "README.md")
    try program.git("-C", folder, "commit", "--quiet", "--message", "List")
    let outcome = try program.run("check", "--all", "--fail-on", "note", "--repo", folder)
    #expect(outcome.status == 0, "\(outcome.output)")
  }
}
