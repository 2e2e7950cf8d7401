/// A part of the program that is fed whatever bytes there are.
///
/// A target ends the process where a promise is broken; it returns for every other input.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case blocks, entry, rulebook, json, patch, markdown

  /// Runs the target on some bytes.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .blocks: runBlocks(bytes)
    case .entry: runEntry(bytes)
    case .rulebook: runRulebook(bytes)
    case .json: runJSON(bytes)
    case .patch: runPatch(bytes)
    case .markdown: runMarkdown(bytes)
    }
  }
}

/// Ends the process where a promise is broken, with what shows it.
func hold(_ isKept: Bool, _ promise: String, _ evidence: @autoclosure () -> String) {
  guard !isKept else { return }
  fatalError("\(promise):\n\(evidence())")
}
