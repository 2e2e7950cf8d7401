/// A pattern of paths as `.gitignore` has them: `*` and `?` stop at a slash, `**` does not.
package struct PathPattern: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Whether it is one path, and no pattern of several.
  package var isPath: Bool {
    !text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }

  /// Tells whether the pattern is that of a path from the root of the repository.
  package func matches(_ path: String) -> Bool {
    let pattern = text.split(separator: "/", omittingEmptySubsequences: false)
    return Self.matches(
      pattern[...],
      path.split(separator: "/", omittingEmptySubsequences: false)[...]
    )
  }

  private static func matches(
    _ pattern: ArraySlice<Substring>,
    _ path: ArraySlice<Substring>
  ) -> Bool {
    // Row by row: which beginnings of the path the beginning of the pattern so far can be.
    var reached = [Bool](repeating: false, count: path.count + 1)
    reached[0] = true
    for part in pattern {
      var next = [Bool](repeating: false, count: path.count + 1)
      if part == "**" {
        var isReached = false
        for index in reached.indices {
          isReached = isReached || reached[index]
          next[index] = isReached
        }
      } else {
        for (index, name) in path.enumerated() where reached[index] {
          next[index + 1] = matches(name: Array(part.utf8), Array(name.utf8))
        }
      }
      reached = next
    }
    return reached[path.count]
  }

  private static func matches(name pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var reached = [Bool](repeating: false, count: name.count + 1)
    reached[0] = true
    for sign in pattern {
      var next = [Bool](repeating: false, count: name.count + 1)
      if sign == UInt8(ascii: "*") {
        guard let first = reached.firstIndex(of: true) else { return false }
        for index in first..<next.count { next[index] = true }
      } else {
        for index in name.indices where reached[index] {
          next[index + 1] = sign == UInt8(ascii: "?") || sign == name[index]
        }
      }
      reached = next
    }
    return reached[name.count]
  }
}
