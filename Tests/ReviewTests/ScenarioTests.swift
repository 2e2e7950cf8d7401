import Foundation
import GitHubServer
import Learning
import Review
import RuleBooks
import Rules
import Testing

/// Whole runs, each against the exact requests that its folder in `Scenarios` expects.
///
/// With `RECORD_SCENARIOS=1` in the environment what happens is written down as what is expected,
/// and the tests fail, so that nothing blesses itself:
///
///     RECORD_SCENARIOS=1 swift test --filter ScenarioTests; git diff Tests/ReviewTests/Scenarios
///
/// Read the difference before you commit it.
@Suite(.serialized) struct ScenarioTests {
  @Test func `the scenarios are there`() {
    #expect(Scenario.names.count >= 25)
  }

  @Test(arguments: Scenario.names)
  func `a scenario runs as it is written down`(name: String) async throws {
    let scenario = try Scenario(named: name)
    let transcript = try await play(scenario, name)
    let file = Scenario.folder.appending(path: name).appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["RECORD_SCENARIOS"] == "1" {
      try Data(transcript.utf8).write(to: file)
      Issue.record("written down anew; read it and run again")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(transcript == expected, "\(difference(of: transcript, from: expected))")
  }

  private func play(_ scenario: Scenario, _ name: String) async throws -> String {
    let base = try scenario.baseText(of: name)
    let first = try scenario.headText(try #require(scenario.runs.first?.head), of: name)
    let clone = scenario.isCheckedOut == true ? try Clone(base: base, head: first) : nil
    var scene = clone?.scene ?? Scene(base: files(base, scenario), head: files(first, scenario))
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    scene.pulls[1]?.isDraft = scenario.isDraft ?? false
    scene.pulls[1]?.state = scenario.state ?? "open"
    scene.pulls[1]?.headRepository = scenario.isForkGone == true ? nil : "contributor/list"
    let bench = Bench(scene)
    var transcript = Transcript()
    for (index, run) in scenario.runs.enumerated() {
      if index > 0 { try prepare(run, scenario, name, bench) }
      try speak(run, bench)
      for failure in run.faults ?? [] { bench.github.fail(failure.fault) }
      if let push = run.pushing {
        let files = files(try scenario.headText(push.head, of: name), scenario)
        bench.github.edit(afterRequests: push.afterRequests) { $0.push(files) }
      }
      let event = bench.event(of: run)
      let before = bench.github.exchanges.count
      let outcome = try await bench.run(
        token: run.token == "reader" ? "ghs_reader" : "ghs_writer",
        event: event,
        folder: clone?.folder ?? "/nowhere"
      )
      transcript.begin("run \(index + 1), \(run.event ?? "pull_request")")
      transcript.add(bench.github.exchanges.dropFirst(before))
      transcript.add(outcome)
      transcript.add(bench.comments)
    }
    #expect(bench.github.violations.isEmpty)
    return transcript.text.replacing(bench.github.url, with: "https://api.example")
  }

  /// All files of a version.
  private func files(_ list: String, _ scenario: Scenario, suffix: String = "") -> [String: String]
  {
    var files = ["README.md": list]
    if let name = scenario.rulebook, let book = RuleBooks.all.first(where: { $0.name == name }) {
      files[RulebookChoice.path] = String(decoding: book.text, as: UTF8.self) + suffix
    }
    return files
  }

  /// Does what happens before a run that is not the first.
  private func prepare(
    _ run: Scenario.Run,
    _ scenario: Scenario,
    _ name: String,
    _ bench: borrowing Bench
  ) throws {
    guard let head = run.head else { return }
    let suffix = run.changesRulebook == true ? "\n# Less.\n" : ""
    let files = files(try scenario.headText(head, of: name), scenario, suffix: suffix)
    bench.github.edit { scene in
      let previous = scene.pulls[1]?.heads.last
      scene.push(files, rebased: run.isForced ?? false)
      if run.changesBase == true {
        scene.branches["next"] = previous
        scene.pulls[1]?.baseRef = "next"
      }
    }
  }

  /// Writes what people write before a run.
  private func speak(_ run: Scenario.Run, _ bench: borrowing Bench) throws {
    let own = bench.comments.first?.id
    for comment in run.writing ?? [] {
      let answered = comment.isAnswer == true ? own : nil
      try #require(comment.isAnswer != true || own != nil)
      bench.github.edit { scene in
        scene.comment(
          by: Scene.Account(id: 10, login: comment.login),
          line: comment.line,
          replyTo: answered,
          body: comment.body
        )
      }
    }
  }

  /// Says where two texts part.
  private func difference(of text: String, from expected: String) -> String {
    let (new, old) = (text.split(separator: "\n"), expected.split(separator: "\n"))
    let index = zip(new, old).prefix { $0 == $1 }.underestimatedCount
    let same = zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? index
    return "line \(same + 1): \(new.dropFirst(same).first ?? "nothing") instead of "
      + "\(old.dropFirst(same).first ?? "nothing")"
  }
}

extension Bench {
  /// The event that starts a run of a scenario.
  fileprivate func event(of run: Scenario.Run) -> (name: String, payload: JSON)? {
    let scene = github.scene
    if let login = run.commenter, let permission = run.permission {
      github.edit { $0.permissions[login] = permission }
    }
    let head = scene.pulls[1]?.heads.last
    let repository: JSON = [
      "id": 1, "full_name": .string(scene.repository), "default_branch": "main",
    ]
    switch run.event {
    case "push":
      return (
        "push",
        [
          "ref": "refs/heads/main", "before": JSON(scene.branches["main"]), "after": JSON(head),
          "repository": repository,
        ]
      )
    case "workflow_run":
      let repository: JSON = ["full_name": "contributor/list"]
      return (
        "workflow_run",
        [
          "action": "completed", "repository": ["id": 1, "full_name": .string(scene.repository)],
          "workflow_run": [
            "event": "pull_request", "head_sha": JSON(head), "head_branch": "patch-1",
            "head_repository": repository, "pull_requests": [],
          ],
        ]
      )
    case "issue_comment":
      let login = run.commenter ?? "contributor"
      return (
        "issue_comment",
        [
          "action": "created", "repository": repository,
          "issue": [
            "number": 1, "state": "open", "user": ["id": 7, "login": "contributor"],
            "pull_request": [:],
          ],
          "comment": [
            "id": 5, "body": "/rubric",
            "user": ["id": .number(login == "contributor" ? 7 : 8), "login": .string(login)],
          ],
        ]
      )
    case "edited":
      let old = JSON(scene.branches["main"])
      return (
        "pull_request",
        pullRequestEvent(action: "edited").adding("changes", ["base": ["sha": ["from": old]]])
      )
    case let name: return (name ?? "pull_request", pullRequestEvent())
    }
  }
}
