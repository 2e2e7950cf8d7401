import Foundation
import GitHubServer
import Testing

/// `rubric add`, and the whole entry that is offered for a bare link.
struct AddTests {
  private static let bibliography = """
    @inproceedings{DBLP:conf/cvpr/Adams26,
      author = {Adams, Ann and Bob Brown},
      title = {{MyNet}: Segmenting
        Everything},
      booktitle = {{IEEE/CVF} Conference on Computer Vision and Pattern Recognition, {CVPR} 2026},
      year = {2026},
      eprint = {2506.01234}
    }
    """

  private static let section = "General > Segmentation Model with LLM/MLLM"

  /// Registries that know one paper.
  private static func registries() -> LoopbackServer {
    LoopbackServer { request in
      switch request.path {
      case "/api/query":
        let entry =
          "<entry><id>http://arxiv.org/abs/2506.01234v1</id><title>MyNet: Segmenting Everything</title><author><name>Ann Adams</name></author><published>2025-06-03T00:00:00Z</published></entry>"
        let isAsked = request.query["id_list"]?.contains("2506.01234") ?? false
        return .init(
          text:
            "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>\(isAsked ? entry : "")</feed>"
        )
      case "/graph/v1/paper/batch":
        return .init(headers: ["Content-Type": "application/json"], text: "[null]")
      case "/works":
        return .init(
          headers: ["Content-Type": "application/json"],
          text: "{\"message\":{\"items\":[]}}"
        )
      default: return .init(status: 404)
      }
    }
  }

  private static func environment(_ url: String) -> [String: String] {
    [
      "RUBRIC_ARXIV_URL": url, "RUBRIC_SEMANTIC_SCHOLAR_URL": url, "RUBRIC_CROSSREF_URL": url,
      "RUBRIC_GITHUB_API_URL": url, "RUBRIC_LINK_GATEWAY": url, "no_proxy": "*",
    ]
  }

  private func bibliography(_ program: borrowing Program) throws -> String {
    let path = program.folder.appending(path: "a.bib").path
    try Self.bibliography.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func text(_ sample: String) throws -> String {
    try String(contentsOfFile: sample + "/README.md", encoding: .utf8)
  }

  @Test func `a number becomes an entry of its section`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run([
      "add", "2506.01234", "--repo", sample, "--section", Self.section, "--tags", "ReferIS,GRES",
      "--label", "code=https://github.com/me/mynet", "--bibliography", try bibliography(program),
    ])
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    let line =
      "- **`[ReferIS][GRES]`** MyNet: Segmenting Everything. CVPR'2026. [[paper](https://arxiv.org/abs/2506.01234)] | [[code](https://github.com/me/mynet)]"
    #expect(try text(sample).contains("\n" + line + "\n"))
    #expect(outcome.output.contains("added in " + Self.section))
    #expect(outcome.output.contains(line))
    let again = try program.run([
      "add", "https://arxiv.org/abs/2506.01234v2", "--repo", sample, "--section", Self.section,
      "--bibliography", try bibliography(program),
    ])
    #expect(again.status == 2)
    #expect(again.errors.contains("it is on line"))
  }

  @Test func `a change that is only shown is not written`() throws {
    let program = try Program()
    let sample = try program.sample()
    let before = try text(sample)
    let outcome = try program.run([
      "add", "2506.01234", "--repo", sample, "--section", Self.section, "--diff",
      "--bibliography", try bibliography(program),
    ])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n+- MyNet") || outcome.output.contains("\n+- **`"))
    #expect(try text(sample) == before)
  }

  @Test func `of several nothing is written where one fails`() throws {
    let program = try Program()
    let sample = try program.sample()
    let before = try text(sample)
    let outcome = try program.run([
      "add", "2506.01234", "2506.09999", "--repo", sample, "--section", Self.section,
      "--bibliography", try bibliography(program),
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("nothing is known of it"))
    #expect(try text(sample) == before)
  }

  @Test func `without a section the likeliest are named where nobody can be asked`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run([
      "add", "2506.01234", "--repo", sample, "--bibliography", try bibliography(program),
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("name the section"))
    #expect(outcome.errors.contains(Self.section))
  }

  @Test func `without a section the likeliest are asked for on a terminal`() throws {
    let program = try Program()
    let sample = try program.sample()
    let words = [
      "add", "2506.01234", "--repo", sample, "--bibliography", try bibliography(program),
    ]
    let none = try program.run(words, typing: "9\n")
    #expect(none.status == 2)
    #expect(none.output.contains("To which section does"))
    #expect(none.output.contains("name the section"))
    let second = try program.run(words, typing: "2\n")
    #expect(second.status == 0)
    let line = try #require(second.output.split(separator: "\n").first { $0.hasPrefix("  2  ") })
    #expect(second.output.contains("added in \(line.dropFirst(5))"))
  }

  @Test(arguments: [
    (["add"], "name what to add"),
    (["add", "hello"], "'hello' is not the number of a paper on arXiv"),
    (["add", "2506.01234", "--label", "code"], "not of the form label=https"),
    (["add", "2506.01234", "2506.01235", "--title", "x"], "of one entry"),
  ])
  func `what cannot be meant is told`(_ words: [String], _ message: String) throws {
    let program = try Program()
    let outcome = try program.run(words)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message))
  }

  @Test func `what the list has is refused before anybody is asked`() throws {
    let program = try Program()
    let sample = try program.sample()
    let list = try text(sample)
    let id = try #require(list.firstMatch(of: /arxiv\.org\/abs\/(\d{4}\.\d{5})/)).output.1
    let outcome = try program.run(["add", String(id), "--repo", sample])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("it is on line"))
    #expect(!outcome.errors.contains("no connection"))
  }

  @Test func `where no section is called nearly so, those with entries are named`() throws {
    let program = try Program()
    let sample = try program.sample()
    let outcome = try program.run([
      "add", "2506.01234", "--repo", sample, "--section", "Qqqqqqqqqqqq", "--bibliography",
      try bibliography(program),
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("those with entries are"))
    #expect(outcome.errors.contains(Self.section))
  }

  @Test(arguments: [
    ([], "no entry of the list shows how one is written"),
    (["--section", "Papers"], "and none with entries"),
  ])
  func `of a list without entries no sections are named`(section: [String], told: String) throws {
    let program = try Program()
    let sample = try program.sample()
    try "".write(toFile: sample + "/README.md", atomically: true, encoding: .utf8)
    let outcome = try program.run(
      ["add", "2506.01234", "--repo", sample, "--bibliography", try bibliography(program)] + section
    )
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(told))
    #expect(!outcome.errors.contains("likeliest"))
    #expect(try text(sample) == "")
  }

  @Test func `the registries are asked what a number is`() throws {
    let program = try Program()
    let sample = try program.sample()
    let server = Self.registries()
    defer { server.stop() }
    let outcome = try program.run(
      ["add", "2506.01234", "--repo", sample, "--section", Self.section, "--no-cache", "--quiet"],
      in: Self.environment(server.url)
    )
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(
      try text(sample).contains(
        "MyNet: Segmenting Everything. arXiv'2025. [[paper](https://arxiv.org/abs/2506.01234)]\n"
      )
    )
    #expect(outcome.output.contains("fill in: the tags"))
  }

  @Test(arguments: [
    "https://arxiv.org/abs/2506.01234",
    "MyNet: Segmenting Everything. [[paper](https://arxiv.org/abs/2506.01234)]",
  ])
  func `a bare link, or an entry that lacks a field, gets the whole entry as its suggestion`(
    _ entry: String
  ) throws {
    let program = try Program()
    let sample = try program.sample()
    let old = try text(sample)
    let heading = try #require(old.range(of: "### Segmentation Model with LLM/MLLM\n\n"))
    try old.replacingCharacters(
      in: heading.upperBound..<heading.upperBound,
      with: "- \(entry)\n"
    )
    .write(toFile: sample + "/README.md", atomically: true, encoding: .utf8)
    let server = Self.registries()
    defer { server.stop() }
    let outcome = try program.run(
      ["check", "--repo", sample, "--online", "--no-cache", "--quiet", "--format", "markdown"],
      in: Self.environment(server.url)
    )
    #expect(
      outcome.output.contains(
        "MyNet: Segmenting Everything. arXiv'2025. [[paper](https://arxiv.org/abs/2506.01234)]"
      )
    )
  }

  @Test(arguments: [
    ["check", "--all"], ["check"], ["export"], ["fix", "--diff"], ["page", "--out", "site"],
  ])
  func `nobody is asked without --online`(_ command: [String]) throws {
    let program = try Program()
    let sample = try program.sample()
    let server = Self.registries()
    defer { server.stop() }
    let more =
      ["--repo", sample]
      + (command[0] == "fix" ? [] : ["--bibliography", try bibliography(program)])
    let environment = Self.environment(server.url)
    let outcome = try program.run(command + more, in: environment)
    #expect(outcome.status < 2, "\(outcome.errors)")
    #expect(server.connections == 0)
    guard command[0] != "fix", command != ["check"] else { return }
    _ = try program.run(command + more + ["--online", "--no-cache"], in: environment)
    #expect(server.connections > 0)
  }
}
