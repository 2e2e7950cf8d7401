import YAML

/// A step of a job or of a composite action.
struct Step {
  let id: String?
  let uses: String?
  let script: String?
  let variables: [String: String]
  let inputs: [String: String]
  let condition: String?

  init(_ node: Node) {
    id = node["id"]?.text
    uses = node["uses"]?.text
    script = node["run"]?.text
    variables = node["env"]?.strings ?? [:]
    inputs = node["with"]?.strings ?? [:]
    condition = node["if"]?.text
  }
}
