internal import GitHub
internal import Review

/// The commits of the program's own, which say of themselves what they hold.
enum SweepCommit {
  private static let trailer = "Rubric-Sweep: "

  /// Returns the message of a commit with a tree, on top of some others.
  static func message(_ title: String, tree: String, parents: [CommitSHA]) -> String {
    "\(title)\n\n\(trailer)\(seal(tree, parents))"
  }

  /// Tells whether a commit is one of the program's, as it was made: one that somebody added to, merged or rebased
  /// has another tree or stands on others than it says.
  static func isOwn(_ commit: GitCommit) -> Bool {
    guard let last = commit.message.split(whereSeparator: \.isNewline).last else { return false }
    return last == trailer + seal(commit.tree, commit.parents)
  }

  private static func seal(_ tree: String, _ parents: [CommitSHA]) -> String {
    Fingerprint([tree] + parents.map(\.text)).text
  }
}
