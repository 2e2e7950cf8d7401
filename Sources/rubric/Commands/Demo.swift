internal import ArgumentParser

/// `rubric demo`: the whole thing on a sample list.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Show a review of a sample list.")
  func run() throws {}
}
