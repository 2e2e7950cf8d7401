/// A mistake in a baseline's file, or in what it should become.
package struct BaselineError: Error, Hashable, CustomStringConvertible {
  package let file: String
  /// 1-based; nil where the file as a whole is meant.
  package let line: Int?
  package let reason: String

  package init(file: String, line: Int?, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  package var description: String {
    let place = line.map { ":\($0)" } ?? ""
    return "the baseline '\(file)'\(place): \(reason)"
  }
}
