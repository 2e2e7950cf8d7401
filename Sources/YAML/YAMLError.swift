/// A mistake in a YAML file: where it is, what was expected, and the line itself.
package struct YAMLError: Error, Hashable, CustomStringConvertible {
  package let file: String
  package let mark: Mark
  package let message: String
  /// The line that holds the mistake.
  package let snippet: String
  /// The keys that could stand there, where one stands that could not; empty otherwise.
  package var expected: [String] = []
  /// The value that was likely meant, where another stands there.
  package var meant: String?
  /// The other mistakes of the same file, in its order.
  package var others: [YAMLError] = []

  package init(file: String, mark: Mark, message: String, snippet: String) {
    self.file = file
    self.mark = mark
    self.message = message
    self.snippet = snippet
  }

  /// Returns the first of some errors in the order of their file, with the others; nil where there is none.
  package static func joined(_ errors: [YAMLError]) -> YAMLError? {
    let all = errors.flatMap { error in
      var own = error
      own.others = []
      return [own] + error.others
    }
    let sorted = all.sorted { $0.mark < $1.mark }
    guard var first = sorted.first else { return nil }
    first.others = Array(sorted.dropFirst())
    return first
  }

  package var description: String {
    let pointer = String(repeating: " ", count: max(0, mark.column - 1)) + "^"
    let own = "\(file):\(mark.line):\(mark.column): \(message)\n  \(snippet)\n  \(pointer)"
    return ([own] + others.map(\.description)).joined(separator: "\n")
  }
}
