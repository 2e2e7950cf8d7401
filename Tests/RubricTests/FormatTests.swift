import Foundation
import Testing

/// What `rubric check` and `rubric export` print for other programs.
struct FormatTests {
  @Test(arguments: [
    ("sarif", "\"version\" : \"2.1.0\""), ("rdjson", "\"diagnostics\" : ["),
    ("github", "::error file="),
  ])
  func `a format is the same bytes each time`(_ format: String, _ part: String) throws {
    let program = try Program()
    let sample = try program.sample()
    let arguments = ["check", "main", "contribution", "--repo", sample, "--format", format]
    let first = try program.run(arguments)
    #expect(first.status == 1)
    #expect(first.errors == "")
    #expect(first.output.contains(part))
    #expect(try program.run(arguments).output == first.output)
  }

  @Test(arguments: [
    ("json", "\"revision\" : \"", "\"revision\" : null"), ("csv", "README.md,", "README.md,"),
    ("bibtex", "@misc{", "@misc{"),
  ])
  func `a list is exported at a revision and from the work tree`(
    _ format: String,
    _ part: String,
    _ partOfWorkTree: String
  ) throws {
    let program = try Program()
    let sample = try program.sample()
    let main = try program.run("export", "main", "--repo", sample, "--format", format)
    #expect(main.status == 0 && main.errors == "")
    #expect(main.output.contains(part))
    let tree = try program.run("export", "--repo", sample, "--format", format)
    #expect(tree.output.contains(partOfWorkTree))
    #expect(tree.output.utf8.count > main.output.utf8.count)
  }

  @Test func `an unknown revision or format is refused`() throws {
    let program = try Program()
    let sample = try program.sample()
    #expect(try program.run("export", "no-such", "--repo", sample).status == 3)
    let format = try program.run("export", "--repo", sample, "--format", "bibtx")
    #expect(format.status == 2)
    #expect(format.errors.contains("did you mean 'bibtex'?"))
  }
}
