import Foundation
import Testing

struct FixTests {
  @Test func `safe corrections are written and unsafe ones left`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run("fix", "--repo", sample)
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
