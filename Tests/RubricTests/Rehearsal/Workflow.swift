import Foundation
import YAML

/// A workflow of this project: one to copy, or one to be called.
struct Workflow {
  struct Job {
    let permissions: [String: String]
    let condition: String?
    let steps: [Step]
  }

  let root: Node
  let jobs: [Job]
  /// What a caller that says nothing hands to a workflow that is called.
  let defaults: [String: String]

  /// Reads a file below `.github`.
  init(_ path: String) throws {
    root = try Project.yaml(".github/" + path)
    let inputs = root["on"]?["workflow_call"]?["inputs"]?.pairs ?? []
    defaults = Dictionary(inputs.map { ($0, $1["default"]?.text ?? "") }) { $1 }
    let all = root["permissions"]?.strings ?? [:]
    jobs = (root["jobs"]?.pairs ?? []).map { _, job in
      Job(
        permissions: job["permissions"]?.strings ?? all,
        condition: job["if"]?.text,
        steps: (job["steps"]?.items ?? []).map(Step.init)
      )
    }
  }

  /// The events that start it.
  var triggers: [String] {
    guard let on = root["on"] else { return [] }
    return on.text.isEmpty ? on.pairs.map(\.0) : [on.text]
  }
}

/// The files of this project.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func yaml(_ path: String) throws -> Node {
    try YAMLFile(Array(try text(path).utf8), name: path).root
  }

  /// The paths of all workflows and actions.
  static func automation() throws -> [String] {
    let folders = [".github/actions", ".github/recipes", ".github/workflows"]
    return try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(".yml") }.map { "\(folder)/\($0)" }
    }
  }
}
