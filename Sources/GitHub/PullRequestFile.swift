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
  /// How many lines came and went; nil where GitHub does not say.
  package let additions: Int?
  package let deletions: Int?
  /// The path at the base of a renamed file.
  package let previousFilename: String?
  /// Where the API has the file's text.
  package let contentsURL: String?

  /// The commit whose text GitHub links to: in a pull request its head, at the time of the answer.
  package var commit: CommitSHA? {
    guard let query = contentsURL?.split(separator: "?", maxSplits: 1).dropFirst().first else {
      return nil
    }
    return query.split(separator: "&").first { $0.hasPrefix("ref=") }
      .flatMap { CommitSHA(String($0.dropFirst("ref=".count))) }
  }

  package var id: String { filename }

  private enum CodingKeys: String, CodingKey {
    case filename, status, sha, patch, additions, deletions
    case contentsURL = "contents_url"
    case previousFilename = "previous_filename"
  }
}
