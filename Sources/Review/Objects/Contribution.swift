package import GitHub

/// What somebody brings to a repository's lists: what is to be said about it, and where.
package struct Contribution: Sendable {
  package let report: Report
  /// The lines that take comments, by the path of the list.
  package let diff: [String: DiffLines]
  package let head: CommitSHA
}
