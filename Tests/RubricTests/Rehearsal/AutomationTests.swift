import Foundation
import Review
import Testing
import YAML

/// What holds for every workflow and action of this project.
struct AutomationTests {
  @Test(arguments: try Project.automation())
  func `no script is made from an expression`(_ path: String) throws {
    func scripts(_ node: Node) -> [String] {
      (node["run"].map { [$0.text] } ?? []) + node.pairs.flatMap { scripts($0.1) }
        + node.items.flatMap(scripts)
    }
    let root = try Project.yaml(path)
    #expect(scripts(root).allSatisfy { !$0.contains("${{") })
  }

  @Test(arguments: try Project.automation().filter { !$0.contains("/actions/") })
  func `every job has a limit and says what it may`(_ path: String) throws {
    let root = try Project.yaml(path)
    #expect(root["permissions"] != nil)
    for (name, job) in root["jobs"]?.pairs ?? [] {
      #expect(job["timeout-minutes"] != nil, "\(name)")
      #expect(job["permissions"] != nil, "\(name)")
    }
  }

  @Test
  func `the documentation has the workflows that are tested, and the README the first of them`()
    throws
  {
    let page = try ["github-actions", "page", "sweep"].map {
      try Project.text(".github/docs/\($0).md")
    }
    .joined()
    for path in try Project.automation() where path.contains("/recipes/") {
      #expect(page.contains("```yaml\n\(try Project.text(path))```"), "\(path)")
    }
    let first = try Project.text(".github/recipes/pull-request-target.yml")
    #expect(try Project.text("README.md").contains("```yaml\n\(first)```"))
  }

  /// The README, the pages of the documentation and the recipes.
  private static func texts() throws -> [String] {
    let docs = try FileManager.default
      .contentsOfDirectory(atPath: Project.root.appending(path: ".github/docs").path)
      .filter { $0.hasSuffix(".md") }.map { ".github/docs/" + $0 }
    let recipes = try Project.automation().filter { $0.contains("/recipes/") }
    return ["README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"] + docs.sorted() + recipes
  }

  @Test func `one place states where the program is published`() throws {
    let action = #/([\w.-]+\/[\w.-]+)\/\.github\/actions\/review@([0-9a-f]{40}) # v([\w.-]+)/#
    var count = 0
    for path in try Self.texts() {
      for match in try Project.text(path).matches(of: action) {
        count += 1
        #expect(match.1 == Distribution.repository, "\(path)")
        #expect(match.2 == Distribution.commit, "\(path)")
        #expect(match.3 == Distribution.version, "\(path)")
      }
    }
    #expect(count > 5)
    #expect(ruleCatalogueURL.hasPrefix("https://github.com/\(Distribution.repository)/"))
    for line in try Project.text(".github/actions/review/SHA256SUMS").split(separator: "\n") {
      #expect(line.contains("  rubric-\(Distribution.version)-linux-"))
    }
  }

  @Test func `every link between the pages leads somewhere`() throws {
    for path in try Self.texts() where path.hasSuffix(".md") {
      let folder = Project.root.appending(path: path).deletingLastPathComponent()
      for match in try Project.text(path).matches(of: #/\]\(([^)#:{\s]+)(#[^)\s]*)?\)/#) {
        let target = folder.appending(path: String(match.1)).standardized
        #expect(FileManager.default.fileExists(atPath: target.path), "\(path): \(match.1)")
      }
    }
  }

  @Test func `the README is short, and counts nothing that the code knows`() throws {
    let readme = try Project.text("README.md")
    #expect(readme.split(separator: "\n", omittingEmptySubsequences: false).count <= 201)
    #expect(readme.firstMatch(of: #/\d+ rules/#) == nil)
  }

  @Test(arguments: ["analyse", "push", "review"])
  func `a workflow to be called takes all inputs of the action and uses that of its own commit`(
    _ name: String
  ) throws {
    let workflow = try Workflow("workflows/\(name).yml")
    let action = try Project.yaml(".github/actions/review/action.yml")
    let inputs = Set((action["inputs"]?.pairs ?? []).map(\.0))
    let step = try #require(workflow.jobs.first?.steps.first { $0.id == "rubric" })
    #expect(Set(step.inputs.keys) == inputs)
    #expect(Set(workflow.defaults.keys).union(["token"]) == inputs)
    #expect(step.uses == "$/.github/actions/review")
  }

  @Test func `the workflows to copy have the triggers they are named for`() throws {
    let names = [
      "pull-request-target", "pull-request", "workflow-run", "push", "command", "sweep", "add",
    ]
    let triggers = try names.map { try Workflow("recipes/\($0).yml").triggers }
    #expect(
      triggers == [
        ["pull_request_target"], ["pull_request"], ["workflow_run"], ["push"], ["issue_comment"],
        ["schedule", "workflow_dispatch"], ["issue_comment"],
      ]
    )
  }

  @Test func `whoever wants to contribute is sent to files that are there`() throws {
    let page = try Project.text(".github/CONTRIBUTING.md")
    var files: [String] = []
    for folder in ["Sources", "Tests", ".github/scripts"] {
      let below = FileManager.default.enumerator(atPath: Project.root.appending(path: folder).path)
      for case let file as String in try #require(below) { files.append("/\(folder)/\(file)") }
    }
    let names = page.matches(of: /`([\w.\/+-]+\.swift|\.github\/scripts\/\w+)/).map { "/" + $0.1 }
    #expect(names.count > 10)
    for name in names { #expect(files.contains { $0.hasSuffix(name) }, "\(name)") }
  }

  @Test func `the documentation's rulebook is one`() throws {
    let block = try #require(
      try Project.text(".github/docs/rulebook.md").components(separatedBy: "```yaml\n")
        .first { $0.hasPrefix("extends:") }?.components(separatedBy: "```").first
    )
    let program = try Program()
    let sample = try program.sample()
    let path = program.folder.appending(path: "rubric.yml").path
    try block.write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try program.run(
      ["check", "main", "contribution", "--repo", sample, "--rulebook", path, "--format", "json"]
    )
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("missing-link"), "a link to the code is required")
  }
}
