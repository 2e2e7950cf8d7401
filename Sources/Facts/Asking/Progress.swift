/// What is told while registries are asked.
package struct Progress: Sendable {
  /// Writes a line; `isLasting` unless the next may take its place.
  private let write: @Sendable (_ line: String, _ isLasting: Bool) -> Void

  package init(_ write: @escaping @Sendable (_ line: String, _ isLasting: Bool) -> Void) {
    self.write = write
  }

  /// Says nothing.
  package static let silent = Progress { _, _ in }

  func asked(_ count: Int, of total: Int, at name: String) {
    write("\(name): \(count) of \(total)", false)
  }

  func pausing(for wait: Duration, at name: String) {
    write("\(name): waiting \(wait.components.seconds) s", false)
  }

  func finished(_ count: Int, of total: Int, at name: String, reason: String?) {
    guard let reason else {
      write("\(name): \(count) of \(total) answered", true)
      return
    }
    write("\(name): \(count) of \(total) answered, the rest is not known: \(reason)", true)
  }
}
