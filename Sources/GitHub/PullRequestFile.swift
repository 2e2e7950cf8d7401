/// A file that a pull request changes.
package struct PullRequestFile: Sendable, Hashable, Decodable, Identifiable {
  /// The path at the head, or at the base if the file was removed.
  package let filename: String
  /// `added`, `removed`, `modified`, `renamed`, `copied`, `changed` or `unchanged`.
  package let status: String
  /// The blob at the head; nil where GitHub gives none.
  package let sha: String?
  /// The hunks of the unified diff, without file headers; nil for a binary or too large file.
  package let patch: String?
  /// The path at the base of a renamed file.
  package let previousFilename: String?

  package var id: String { filename }

  private enum CodingKeys: String, CodingKey {
    case filename, status, sha, patch
    case previousFilename = "previous_filename"
  }
}
