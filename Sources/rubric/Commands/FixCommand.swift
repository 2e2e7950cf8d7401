internal import ArgumentParser

/// `rubric fix`: writes the corrected entries to the work tree.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Write the corrected entries to the work tree."
  )
  func run() throws {}
}
