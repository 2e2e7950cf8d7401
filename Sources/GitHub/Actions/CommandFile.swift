internal import FoundationEssentials

/// A file that the runner of GitHub Actions reads when a step ends: its outputs or its summary.
package struct CommandFile: Sendable, Hashable {
  /// The largest summary of a step, in bytes; the runner shows nothing at all of a larger one.
  package static let largestSummary = 1 << 20

  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Adds text to the end of the file, unless that would make it larger than `limit` bytes.
  ///
  /// Returns whether the text was added. One process writes the file at a time.
  @discardableResult
  package func append(_ text: String, limit: Int = .max) throws(GitHubError) -> Bool {
    do {
      let url = URL(filePath: path)
      var data = FileManager.default.fileExists(atPath: path) ? try Data(contentsOf: url) : Data()
      guard text.utf8.count <= limit - data.count else { return false }
      data.append(contentsOf: text.utf8)
      try data.write(to: url)
      return true
    } catch {
      let reason = (error as? CocoaError)?.reason ?? "\(error)"
      throw GitHubError(.fileNotWritten, "write to '\(path)'", reason: reason)
    }
  }

  /// Returns the lines that set an output to a value, whatever the value's lines are.
  ///
  /// The value stands between two lines of a delimiter that nobody can foresee.
  ///
  /// - Precondition: The name is made of letters, digits, `-` and `_`.
  package static func output(
    _ name: String,
    _ value: String,
    using generator: inout some RandomNumberGenerator
  ) -> String {
    precondition(
      !name.isEmpty
        && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) },
      "an output's name is one word"
    )
    var delimiter: String
    repeat {
      let high = generator.next()
      let low = generator.next()
      delimiter = "rubric_" + String(high, radix: 16) + "_" + String(low, radix: 16)
    } while value.contains(delimiter)
    return "\(name)<<\(delimiter)\n\(value)\n\(delimiter)\n"
  }
}
