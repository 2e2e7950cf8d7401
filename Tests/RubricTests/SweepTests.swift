import Foundation
import GitHubServer
import Testing

/// `rubric sweep`, as a maintainer runs it at home.
struct SweepTests {
  private static let published = """
    @inproceedings{DBLP:conf/cvpr/Someone23,
      author = {Some Body}, title = {A Preprint of Long Ago}, booktitle = {{CVPR} 2023}, year = {2023}
    }
    @inproceedings{DBLP:conf/iccv/Someone21,
      author = {Some Body}, title = {Another Preprint of Long Ago}, booktitle = {{ICCV} 2021}, year = {2021}
    }

    """

  private static let entries = """
    - **`[ReferIS]`** A Preprint of Long Ago. arXiv'2022. [[paper](http://www.arxiv.org/abs/2205.00001)]
    - **`[ReferIS]`** Another Preprint of Long Ago. arXiv'2021. [[paper](https://arxiv.org/abs/2105.00002)]

    """

  /// A repository with a list that has two preprints which were published, and a file that says so.
  private func repository(_ program: borrowing Program) throws -> String {
    let folder = try program.sample()
    let file = URL(filePath: folder).appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").last { $0.hasPrefix("- **`[") })
    try text.replacing(line + "\n", with: line + "\n" + Self.entries)
      .write(to: file, atomically: true, encoding: .utf8)
    try program.git("-C", folder, "commit", "--quiet", "--all", "--message", "preprints")
    try Self.published.write(
      to: program.folder.appending(path: "published.bib"),
      atomically: true,
      encoding: .utf8
    )
    return folder
  }

  private func sweep(
    _ program: borrowing Program,
    _ folder: String,
    _ more: String...
  ) throws -> Program.Outcome {
    try program.run(
      ["sweep", "--repo", folder, "--offline", "--bibliography", "published.bib"] + more
    )
  }

  @Test func `only venue and year are written, and a second time nothing`() throws {
    let program = try Program()
    let folder = try repository(program)
    let outcome = try sweep(program, folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "2 entries brought up to date: 2 published preprints\n")
    let text = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    #expect(
      text.contains(
        Self.entries.replacing("arXiv'2022", with: "CVPR'2023")
          .replacing("arXiv'2021", with: "ICCV'2021")
      )
    )
    #expect(try program.git("-C", folder, "diff", "--numstat").output == "2\t2\tREADME.md\n")
    #expect(try sweep(program, folder).output == "nothing to bring up to date\n")
  }

  @Test func `a difference is what git can apply, and nothing is written`() throws {
    let program = try Program()
    let folder = try repository(program)
    let outcome = try sweep(program, folder, "--diff", "--limit", "1")
    try program.git("-C", folder, "diff", "--quiet")
    #expect(outcome.errors.contains("1 more entry waits for a later run"))
    let patch = program.folder.appending(path: "sweep.patch")
    try outcome.output.write(to: patch, atomically: true, encoding: .utf8)
    try program.git("-C", folder, "apply", patch.path)
    let text = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    #expect(text.contains("ICCV'2021") && text.contains("arXiv'2022"))
  }

  @Test func `without a registry and a file there is nothing to ask`() throws {
    let outcome = try Program().run("sweep", "--offline")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("name a file with --bibliography"))
  }

  @Test(arguments: ["0", "many", "1000000"])
  func `a limit is a number of entries`(_ limit: String) throws {
    let outcome = try Program().run("sweep", "--limit", limit)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'\(limit)' is not a number of entries"))
  }

  @Test func `somebody else's commit on the branch is status 3`() throws {
    let program = try Program()
    try Self.published.write(
      to: program.folder.appending(path: "published.bib"),
      atomically: true,
      encoding: .utf8
    )
    var scene = Scene()
    let legend = "# Papers\n\n## Related Task\n\n**`[ReferIS]`**: Referring  \n\n## General\n\n"
    scene.branches["main"] = scene.addCommit(
      parents: [],
      files: ["README.md": legend + Self.entries]
    )
    scene.tokens["ghs_sweeper"] = {
      var grant = Scene.Grant()
      grant.canWriteContents = true
      return grant
    }()
    let github = SimulatedGitHub(scene)
    defer { github.stop() }
    func run(_ more: String...) throws -> Program.Outcome {
      try program.run(
        [
          "sweep", "--pull-request", "--repository", "octo/list", "--api-url", github.url,
          "--offline", "--bibliography", "published.bib",
        ] + more,
        in: ["GITHUB_TOKEN": "ghs_sweeper", "no_proxy": "*"]
      )
    }
    let shown = try run("--diff")
    #expect(shown.status == 0 && shown.output.contains("+- **`[ReferIS]`** A Preprint"))
    #expect(github.scene.pulls.isEmpty)
    let made = try run()
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output == "made pull request 1: 2 entries\n")
    github.edit { $0.commit(["notes.md": "theirs\n"], to: "rubric/sweep") }
    let outcome = try run()
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("is not rubric's; nothing was pushed"))
    #expect(github.violations == [])
  }
}
