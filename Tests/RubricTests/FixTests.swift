import Foundation
import Testing

struct FixTests {
  @Test func `safe corrections are written and unsafe ones left`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run("fix", "--repo", sample)
    #expect(outcome.output.contains(#/ corrected \(\d+ [a-z-]+(, \d+ [a-z-]+)*\)/#))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("README.md: 4 corrected"))
    let text = try String(contentsOfFile: sample + "/README.md", encoding: .utf8)
    #expect(text.contains("arXiv'2025. [[paper](https://arxiv.org/abs/2503.06520)] | [[code]"))
    #expect(text.contains("[ReasnIS]"))
  }

  @Test func `a second time changes nothing`() throws {
    let program = try Program()
    let sample = try program.sample()
    _ = try program.run("fix", "--unsafe", "--repo", sample)
    let once = try String(contentsOfFile: sample + "/README.md", encoding: .utf8)
    let outcome = try program.run("fix", "--unsafe", "--repo", sample)
    #expect(try String(contentsOfFile: sample + "/README.md", encoding: .utf8) == once)
    #expect(!outcome.output.contains("corrected"))
  }

  @Test func `what one rule says is corrected alone`() throws {
    let program = try Program()
    let sample = try program.sample()
    let before = try program.run("check", "--repo", sample, "--format", "json").output
    let rule = "non-canonical-arxiv-url"
    #expect(before.contains(rule))
    let outcome = try program.run("fix", "--rule", rule, "--repo", sample)
    #expect(outcome.output.contains(#/README.md: \d+ corrected \(\d+ non-canonical-arxiv-url\)/#))
    let after = try program.run("check", "--repo", sample, "--format", "json").output
    func count(_ rule: String, in output: String) -> Int {
      output.components(separatedBy: "\"rule\" : \"\(rule)\"").count - 1
    }
    #expect(count(rule, in: after) < count(rule, in: before))
    let others = ["link-label-case", "malformed-venue", "missing-full-stop", "unknown-tag"]
    #expect(others.map { count($0, in: after) } == others.map { count($0, in: before) })
    let again = try program.run("fix", "--rule", rule, "--repo", sample)
    #expect(again.output == "nothing to correct\n")
    let unknown = try program.run("fix", "--rule", "non-canonical-arxiv-ur", "--repo", sample)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean 'non-canonical-arxiv-url'?"))
  }

  @Test func `notes on habits are left in a whole list, but for a rule that is named`() throws {
    let program = try Program()
    let sample = try program.sample()
    let entries = (10..<60).map { number in
      let end = number % 5 == 0 ? "" : "."
      return "- [Tool \(number)](https://example.org/\(number)) - Does what it says\(end)\n"
    }
    let list = "# List\n\n## Tools\n\n" + entries.joined()
    let file = sample + "/README.md"
    try list.write(toFile: file, atomically: true, encoding: .utf8)
    let shown = try program.run("check", "--all", "--full", "--repo", sample)
    #expect(!shown.output.contains("--all --unsafe' writes it"))
    let all = try program.run("fix", "--all", "--repo", sample)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == list)
    #expect(all.output.contains("--rule RULE' corrects notes of a rule (10 missing-full-stop)"))
    let named = try program.run("fix", "--all", "--rule", "missing-full-stop", "--repo", sample)
    #expect(named.output == "README.md: 10 corrected (10 missing-full-stop)\n")
    #expect(!(try String(contentsOfFile: file, encoding: .utf8)).contains("says\n"))
  }

  @Test func `the mode of a list stays, and nothing is left beside it`() throws {
    let program = try Program()
    let sample = try program.sample()
    #expect(chmod(sample + "/README.md", 0o750) == 0)
    _ = try program.run("fix", "--repo", sample)
    var status = stat()
    #expect(stat(sample + "/README.md", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o750)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: sample).sorted() == [".git", "README.md"]
    )
  }

  @Test func `a list whose folder is a link is not written`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outside = program.folder.appending(path: "outside").path
    try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: sample + "/README.md", toPath: outside + "/list.md")
    let before = try String(contentsOfFile: outside + "/list.md", encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: sample + "/docs",
      withDestinationPath: outside
    )
    let outcome = try program.run("fix", "--repo", sample, "--all", "--list", "docs/list.md")
    #expect(outcome.status == 3)
    #expect(try String(contentsOfFile: outside + "/list.md", encoding: .utf8) == before)
  }

  @Test func `the demonstration overwrites nothing`() throws {
    let program = try Program()
    let folder = program.folder.appending(path: "mine").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "mine".write(toFile: folder + "/README.md", atomically: true, encoding: .utf8)
    let outcome = try program.run("demo", folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("it is not empty; name a folder that does not exist yet"))
    #expect(try String(contentsOfFile: folder + "/README.md", encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder + "/.git"))
  }

  @Test func `a difference is what git can apply`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run("fix", "--diff", "--repo", sample)
    try program.git("-C", sample, "diff", "--quiet")
    let patch = program.folder.appending(path: "fix.patch").path
    try outcome.output.write(toFile: patch, atomically: true, encoding: .utf8)
    try program.git("-C", sample, "apply", patch)
    let applied = try String(contentsOfFile: sample + "/README.md", encoding: .utf8)
    try program.git("-C", sample, "checkout", "--quiet", "README.md")
    _ = try program.run("fix", "--repo", sample)
    #expect(try String(contentsOfFile: sample + "/README.md", encoding: .utf8) == applied)
  }

  @Test func `a work tree that is not what was corrected is left alone`() throws {
    let program = try Program()
    let sample = try program.sample()
    try program.git("-C", sample, "checkout", "--quiet", "main")
    let outcome = try program.run("fix", "main", "contribution", "--repo", sample)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("the file has changed since it was read"))
  }

  @Test func `the file keeps its mode`() throws {
    let program = try Program()
    let sample = try program.sample()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: sample + "/README.md"
    )
    _ = try program.run("fix", "--repo", sample)
    let attributes = try FileManager.default.attributesOfItem(atPath: sample + "/README.md")
    #expect(attributes[.posixPermissions] as? Int == 0o755)
  }
}
