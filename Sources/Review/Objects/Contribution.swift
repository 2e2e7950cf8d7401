package import GitHub

/// What somebody brings to a repository's lists: what is to be said about it, and where.
package struct Contribution: Sendable {
  package let report: Report
  /// The lines that take comments, by the path of the list.
  package let diff: [String: DiffLines]
  package let head: CommitSHA
  /// Whether it changes the rulebook that it might hope to be held against.
  package let changesRulebook: Bool
  /// How many lists were not looked at, for there are too many.
  let leftOut: Int
  /// Whether the last thing that GitHub said was that the pull request still has this head.
  package let isHeadSeen: Bool
}
