internal import HTTP

/// What the command line settles for every run on GitHub.
package struct RunOptions: Sendable {
  /// The lists that somebody named; none for those of the rulebook, else the README.
  package var lists: [String] = []
  /// Whether nothing is written.
  package var isDryRun = false
  /// The time for everything, the registries' included.
  package var timeLimit = Policy().budget

  package init() {}
}
