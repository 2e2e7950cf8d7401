import Foundation
import Testing

/// `rubric init --hook` in repositories of several kinds, and what git then does.
final class HookTests {
  private let program: Program
  private let sample: String

  init() throws {
    let program = try Program()
    sample = try program.sample()
    try program.git("-C", sample, "checkout", "--quiet", "main")
    self.program = program
  }

  /// Commits as somebody who has `rubric` on the path.
  private func commit(in folder: String, _ arguments: String...) throws -> Program.Outcome {
    try program.run(
      executable: URL(filePath: "/usr/bin/git"),
      ["-C", folder, "-c", "user.name=Rubric", "-c", "user.email=rubric@example.org", "commit"]
        + arguments,
      in: ["PATH": Program.executable.deletingLastPathComponent().path + ":/usr/bin:/bin"]
    )
  }

  private func damage(_ folder: String) throws {
    let list = folder + "/README.md"
    let text = try String(contentsOfFile: list, encoding: .utf8)
    let entry =
      "- **`[ReferIS]`** A New Paper CVPR'2025. [[paper](https://arxiv.org/abs/2501.00001)]\n"
    let parts = text.components(separatedBy: "\n- **`[")
    try (parts[0] + "\n" + entry + "- **`[" + parts[1...].joined(separator: "\n- **`["))
      .write(toFile: list, atomically: true, encoding: .utf8)
  }

  @Test func `a commit with a finding is refused until it is right or forced`() throws {
    let installed = try program.run("init", "--hook", "--repo", sample)
    #expect(installed.status == 0)
    #expect(installed.output.contains("wrote \(sample)/.git/hooks/pre-commit"))
    try damage(sample)
    // The index of `commit --all` is not the repository's own.
    let refused = try commit(in: sample, "--all", "--message", "Add")
    #expect(refused.status == 1)
    #expect((refused.output + refused.errors).contains("missing-full-stop"))
    #expect(try commit(in: sample, "--all", "--no-verify", "--message", "Add").status == 0)
    #expect(try commit(in: sample, "--allow-empty", "--message", "Nothing").status == 0)
  }

  @Test func `a second time nothing is written, and another list is`() throws {
    _ = try program.run("init", "--hook", "--repo", sample)
    let again = try program.run("init", "--hook", "--repo", sample)
    #expect(again.output.contains("is installed already"))
    let other = try program.run("init", "--hook", "--repo", sample, "--list", "a list's.md")
    #expect(other.output.contains("rewrote"))
    let script = try String(contentsOfFile: sample + "/.git/hooks/pre-commit", encoding: .utf8)
    #expect(script.contains(#"exec rubric check --staged '--list=a list'\''s.md'"#))
  }

  @Test func `without the program on the path the hook says so`() throws {
    _ = try program.run("init", "--hook", "--repo", sample)
    let outcome = try program.run(
      executable: URL(filePath: "/bin/sh"),
      [sample + "/.git/hooks/pre-commit"]
    )
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("rubric is not on the PATH"))
  }

  @Test(arguments: [false, true])
  func `somebody else's hook is left alone`(_ isLink: Bool) throws {
    let hook = sample + "/.git/hooks/pre-commit"
    let theirs = isLink ? program.folder.path + "/theirs" : hook
    try FileManager.default.createDirectory(
      atPath: sample + "/.git/hooks",
      withIntermediateDirectories: true
    )
    try "#!/bin/sh\nexit 0\n".write(toFile: theirs, atomically: true, encoding: .utf8)
    if isLink {
      try FileManager.default.createSymbolicLink(atPath: hook, withDestinationPath: theirs)
    }
    let outcome = try program.run("init", "--hook", "--repo", sample)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("add this line to it: rubric check --staged"))
    #expect(try String(contentsOfFile: theirs, encoding: .utf8) == "#!/bin/sh\nexit 0\n")
  }

  @Test func `a repository's own folder for hooks is respected`() throws {
    try program.git("-C", sample, "config", "core.hooksPath", ".hooks")
    let outcome = try program.run("init", "--hook", "--repo", sample)
    #expect(outcome.output.contains("wrote \(sample)/.hooks/pre-commit"))
    try damage(sample)
    #expect(try commit(in: sample, "--all", "--message", "Add").status == 1)
  }

  @Test func `a folder of all repositories' hooks is left alone`() throws {
    try program.git("config", "--global", "core.hooksPath", "~/hooks")
    let outcome = try program.run("init", "--hook", "--repo", sample)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("core.hooksPath in your own settings"))
    #expect(!FileManager.default.fileExists(atPath: program.folder.path + "/hooks"))
  }

  @Test func `a linked work tree has the hook of the others`() throws {
    let linked = program.folder.appending(path: "linked").path
    try program.git("-C", sample, "worktree", "add", "--quiet", linked, "-b", "linked")
    let outcome = try program.run("init", "--hook", "--repo", linked)
    #expect(outcome.output.contains("wrote \(sample)/.git/hooks/pre-commit"))
    try damage(linked)
    #expect(try commit(in: linked, "--all", "--message", "Add").status == 1)
  }

  @Test func `a bare repository is refused`() throws {
    let bare = program.folder.appending(path: "bare").path
    try program.git("clone", "--quiet", "--bare", sample, bare)
    let outcome = try program.run("init", "--hook", "--repo", bare)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("a bare repository has no work tree to commit from"))
  }
}
