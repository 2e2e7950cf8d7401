import Foundation
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

  @Test func `the README, or the page of a topic, has the workflows that are tested`() throws {
    let readme = try ["README.md", ".github/docs/page.md"].map { try Project.text($0) }.joined()
    for path in try Project.automation() where path.contains("/recipes/") {
      #expect(readme.contains("```yaml\n\(try Project.text(path))```"), "\(path)")
    }
  }

  @Test func `the workflows to copy have the triggers they are named for`() throws {
    let triggers = try ["pull-request-target", "pull-request", "workflow-run", "push"].map {
      try Workflow("recipes/\($0).yml").triggers
    }
    #expect(triggers == [["pull_request_target"], ["pull_request"], ["workflow_run"], ["push"]])
  }

  @Test func `the README's rulebook is one`() throws {
    let block = try #require(
      try Project.text("README.md").components(separatedBy: "```yaml\n")
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
