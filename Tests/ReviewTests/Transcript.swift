import GitHubServer
import Review

/// What a run sent and said, for eyes.
struct Transcript {
  private(set) var text = ""

  /// Adds a heading.
  mutating func begin(_ title: String) {
    text += (text.isEmpty ? "" : "\n") + "== \(title)\n\n"
  }

  /// Adds requests with their bodies, and how they were answered.
  mutating func add(_ exchanges: some Sequence<SimulatedGitHub.Exchange>) {
    for exchange in exchanges {
      text += "\(exchange.request.method) \(exchange.request.target) -> \(exchange.status)\n"
      if let body = JSON(exchange.request.body) { add(body, "  ") }
    }
  }

  /// Adds what the run left for the job.
  mutating func add(_ outcome: ReviewOutcome) {
    for line in outcome.logLines { text += "log: \(line)\n" }
    guard outcome.isAnnotated, let markdown = outcome.summary?.markdown, !markdown.isEmpty else {
      return
    }
    text += "summary:\n"
    add(block: markdown, "  ")
  }

  /// Adds where the program's comments stand then.
  mutating func add(_ comments: [Scene.Comment]) {
    let places = comments.map { $0.line.map { "line \($0)" } ?? "outdated" }
    text += "comments: \(places.isEmpty ? "none" : places.joined(separator: ", "))\n"
  }

  private mutating func add(_ value: JSON, _ indent: String) {
    guard case .object(let fields) = value else { return }
    for (name, field) in fields.sorted(by: { $0.key < $1.key }) {
      switch field {
      case .string(let string) where string.contains("\n"):
        text += "\(indent)\(name):\n"
        add(block: string, indent + "  ")
      case .array(let elements):
        for element in elements {
          text += "\(indent)\(name)[]:\n"
          add(element, indent + "  ")
        }
      default: text += "\(indent)\(name): \(String(decoding: field.bytes, as: UTF8.self))\n"
      }
    }
  }

  /// Adds lines of text, in which characters that cannot be seen can.
  private mutating func add(block: String, _ indent: String) {
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      let shown = line.unicodeScalars.map { scalar in
        [.control, .format].contains(scalar.properties.generalCategory)
          ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
      }
      text += "\(indent)|\(shown.isEmpty ? "" : " ")\(shown.joined())\n"
    }
  }
}
