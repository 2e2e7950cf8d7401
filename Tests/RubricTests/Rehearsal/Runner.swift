import Foundation
import GitHubServer
import Testing
import YAML

/// Runs the jobs of a workflow as GitHub's runner does, as far as this project's need it: files for
/// outputs and the summary, variables, expressions, a shell for each script, and the action itself.
final class Runner {
  /// What came of a job.
  struct Outcome {
    var succeeded = true
    var log = ""
    /// The outputs of steps, by the step and the output.
    var outputs: [String: [String: String]] = [:]
    /// What was uploaded, by the artifact's name.
    var artifacts: [String: String] = [:]
    var summary = ""
  }

  let program: Program
  let github: SimulatedGitHub
  /// Where the action downloads from.
  var downloads: String
  /// The checksums that stand beside the action, as the commit that is pinned has them.
  var checksums = ""
  /// What a recipe's user adds to the action's inputs.
  var inputs: [String: String] = [:]
  /// Variables of the runner beyond the usual ones.
  var variables: [String: String] = [:]
  /// What somebody wrote, where a comment starts the workflow.
  var issueComment = Scene.EventComment()
  /// Whether the token may not write, whatever the workflow asks for: a fork's.
  var isTokenReadOnly = false

  private var event: JSON = nil
  private var count = 0

  init(_ github: SimulatedGitHub, downloads: String) throws {
    program = try Program()
    self.github = github
    self.downloads = downloads
  }

  /// Runs all jobs of a workflow for an event.
  func run(_ workflow: Workflow, on name: String) throws -> Outcome {
    event = github.scene.event(name, comment: issueComment)
    var outcome = Outcome()
    for job in workflow.jobs {
      guard try holds(job.condition, outcome) else { continue }
      try run(job, on: name, workflow.defaults, &outcome)
    }
    return outcome
  }

  private func run(
    _ job: Workflow.Job,
    on name: String,
    _ defaults: [String: String],
    _ outcome: inout Outcome
  ) throws {
    var grant = Scene.Grant(
      canReadContents: job.permissions["contents"] != nil,
      canReadPulls: job.permissions["pull-requests"] != nil,
      canWritePulls: job.permissions["pull-requests"] == "write" && !isTokenReadOnly
    )
    grant.canWriteContents = job.permissions["contents"] == "write" && !isTokenReadOnly
    grant.canWriteIssues = job.permissions["issues"] == "write" && !isTokenReadOnly
    github.edit { [grant] in $0.tokens["ghs_job"] = grant }
    let folder = program.folder
    for path in ["workspace", "temporary"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: path),
        withIntermediateDirectories: true
      )
    }
    try Data(event.bytes).write(to: folder.appending(path: "event.json"))
    let base = variables.merging([
      "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": name,
      "GITHUB_REPOSITORY": github.scene.repository, "GITHUB_API_URL": github.url,
      "GITHUB_SERVER_URL": "http://127.0.0.1:\(github.port)",
      "GITHUB_EVENT_PATH": folder.appending(path: "event.json").path,
      "GITHUB_STEP_SUMMARY": folder.appending(path: "summary.md").path,
      "GITHUB_WORKSPACE": folder.appending(path: "workspace").path,
      "RUNNER_TEMP": folder.appending(path: "temporary").path, "no_proxy": "*",
    ]) { own, _ in own }
    for step in job.steps {
      guard outcome.succeeded || step.condition?.contains("always()") == true,
        try holds(step.condition, outcome)
      else { continue }
      try run(step, base, defaults, &outcome)
    }
    let summary = folder.appending(path: "summary.md")
    if FileManager.default.fileExists(atPath: summary.path) {
      outcome.summary = try String(contentsOf: summary, encoding: .utf8)
    }
  }

  private func run(
    _ step: Step,
    _ base: [String: String],
    _ defaults: [String: String],
    _ outcome: inout Outcome
  ) throws {
    let uses = try #require(step.uses, "the workflows have no scripts")
    let values = try step.inputs.mapValues { try evaluate($0, outcome, defaults) }
    if let name = ["review", "sweep", "answer"].first(where: {
      uses.contains("/.github/actions/\($0)")
    }) {
      let (succeeded, outputs) = try runAction(name, values, base, &outcome)
      outcome.succeeded = outcome.succeeded && succeeded
      if let id = step.id { outcome.outputs[id] = outputs }
    } else if uses.hasPrefix("actions/upload-artifact@") {
      let path = try #require(values["path"])
      let name = try #require(values["name"])
      outcome.artifacts[name] = try String(contentsOfFile: path, encoding: .utf8)
    } else {
      Issue.record("'\(uses)' is not known here")
    }
  }

  /// Runs the steps of the action, each script from a file by a shell of its own.
  private func runAction(
    _ name: String,
    _ given: [String: String],
    _ base: [String: String],
    _ outcome: inout Outcome
  ) throws -> (succeeded: Bool, outputs: [String: String]) {
    let action = try Project.yaml(".github/actions/\(name)/action.yml")
    var values: [String: String] = ["download-url": downloads]
    for (name, input) in action["inputs"]?.pairs ?? [] where values[name] == nil {
      values[name] = try evaluate(input["default"]?.text ?? "", outcome, [:])
    }
    // A workflow that is called hands on what nobody gave it.
    values.merge(given.filter { !$0.value.isEmpty }) { $1 }
    values.merge(inputs) { $1 }
    let folder = try copyOfActions(with: checksums).appending(path: name)
    #expect(Set(values.keys) == Set((action["inputs"]?.pairs ?? []).map(\.0)))
    var inner = Outcome()
    for step in (action["runs"]?["steps"]?.items ?? []).map(Step.init) where inner.succeeded {
      count += 1
      let script = program.folder.appending(path: "step-\(count).sh")
      let output = program.folder.appending(path: "output-\(count)")
      try (try #require(step.script)).write(to: script, atomically: true, encoding: .utf8)
      var environment = base
      environment["GITHUB_ACTION_PATH"] = folder.path
      environment["GITHUB_OUTPUT"] = output.path
      for (name, value) in step.variables {
        environment[name] = try evaluate(value, inner, values)
      }
      let done = try program.run(
        executable: URL(filePath: "/bin/bash"),
        ["--noprofile", "--norc", "-eo", "pipefail", script.path],
        in: environment
      )
      outcome.log += done.output + done.errors
      inner.succeeded = done.status == 0
      if FileManager.default.fileExists(atPath: output.path) {
        inner.outputs[step.id ?? ""] = Self.outputs(
          try String(contentsOf: output, encoding: .utf8)
        )
      }
    }
    let outputs = try (action["outputs"]?.pairs ?? []).map { name, output in
      (name, try evaluate(output["value"]?.text ?? "", inner, values))
    }
    return (inner.succeeded, Dictionary(outputs) { $1 })
  }

  /// Makes a copy of the actions with checksums beside them, as in the commit after a release.
  private func copyOfActions(with checksums: String) throws -> URL {
    let copy = program.folder.appending(path: "checkout-\(count)")
    for path in [".github/actions", "Sources/Review/Distribution.swift"] {
      let target = copy.appending(path: path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(at: Project.root.appending(path: path), to: target)
    }
    let folder = copy.appending(path: ".github/actions")
    let file = folder.appending(path: "review/SHA256SUMS")
    try checksums.write(to: file, atomically: true, encoding: .utf8)
    return folder
  }

  /// Reads the lines `name=value`, and values of several lines between delimiters.
  private static func outputs(_ text: String) -> [String: String] {
    var outputs: [String: String] = [:]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if let range = line.range(of: "<<"), !line[..<range.lowerBound].contains("=") {
        let end = lines.firstIndex(of: line[range.upperBound...]) ?? lines.endIndex
        outputs[String(line[..<range.lowerBound])] = lines[..<end].joined(separator: "\n")
        lines = lines[end...].dropFirst()
      } else if let equals = line.firstIndex(of: "=") {
        outputs[String(line[..<equals])] = String(line[line.index(after: equals)...])
      }
    }
    return outputs
  }

  // MARK: - Expressions

  private func holds(_ condition: String?, _ outcome: Outcome) throws -> Bool {
    guard let condition else { return true }
    return try condition.components(separatedBy: " && ").allSatisfy { term in
      if term == "always()" { return true }
      if let call = term.wholeMatch(of: #/startsWith\(([\w.]+), '([^']*)'\)/#) {
        return try value(String(call.1), outcome, [:]).hasPrefix(call.2)
      }
      let words = term.split(separator: " ").map(String.init)
      try #require(words.count == 3 && ["==", "!="].contains(words[1]), "\(term)")
      let value = try value(words[0], outcome, [:])
      let literal = words[2].trimmingCharacters(in: CharacterSet(charactersIn: "'"))
      return (value == literal) == (words[1] == "==")
    }
  }

  private func evaluate(
    _ text: String,
    _ outcome: Outcome,
    _ inputs: [String: String]
  ) throws -> String {
    let pieces = text.components(separatedBy: "${{ ")
    return try pieces[0]
      + pieces.dropFirst().map { piece in
        let parts = piece.components(separatedBy: " }}")
        return try value(parts[0], outcome, inputs) + parts.dropFirst().joined(separator: " }}")
      }.joined()
  }

  private func value(
    _ expression: String,
    _ outcome: Outcome,
    _ inputs: [String: String]
  ) throws -> String {
    if expression.contains(" || ") {
      for term in expression.components(separatedBy: " || ") {
        let value = try value(term, outcome, inputs)
        if !value.isEmpty { return value }
      }
      return ""
    }
    let parts = expression.split(separator: ".").map(String.init)
    switch (parts[0], parts.count) {
    case ("inputs", 2): return inputs[parts[1]] ?? ""
    case ("steps", 4) where parts[2] == "outputs":
      return outcome.outputs[parts[1]]?[parts[3]] ?? ""
    case ("github", 2) where parts[1] == "token": return "ghs_job"
    case ("secrets", 2): return ""
    case ("github", 3...) where parts[1] == "event":
      let found = parts.dropFirst(2).reduce(event as JSON?) { $0?[$1] }
      return found?.string ?? found?.int.map(String.init) ?? ""
    default:
      Issue.record("the expression '\(expression)' is not known here")
      return ""
    }
  }
}
