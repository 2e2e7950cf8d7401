package import Git
internal import Learning
internal import Markdown
package import Review
internal import Rules

/// When the entries of a list came in, and what became of them.
package struct ListHistory: Sendable {
  /// How many entries the list had at a time.
  package struct Point: Hashable, Sendable {
    package let time: Moment
    package let count: Int
  }

  /// A preprint that is said to be published.
  package struct Update: Hashable, Sendable {
    /// The index of the entry in the list's last version.
    package let entry: Int
    package let before: String
    package let after: String
    package let time: Moment
  }

  /// When each entry of the last version came in, in their order; nil where nobody knows.
  package let added: [Moment?]
  /// The latest first; of each entry its last.
  package let updates: [Update]
  /// In the order of the versions.
  package let growth: [Point]
  package let versions: FileHistory

  /// Follows the entries of a list from its first version to the last.
  ///
  /// Of each version only what differs from the one before is parsed, so that the time it takes is that of
  /// reading the objects and of the changes, not of the list.
  ///
  /// `list` is what the list is at `head`; earlier versions are read in the same way. What a cache has of them is not read again. `tell` is told how many versions were
  /// read, of how many.
  package init(
    of list: ListExport.List,
    from head: ObjectID,
    in repository: borrowing Repository,
    keptIn cache: HistoryCache? = nil,
    telling tell: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(GitError) {
    let (path, rulebook) = (list.path, list.settings.rulebook)
    versions = try repository.history(of: path, from: head)
    let known = try cache?.walk(of: path, along: versions, by: rulebook, in: repository)
    var walk = known ?? HistoryWalk(rulebook: rulebook, isCut: versions.isCut)
    for index in walk.count..<versions.versions.count {
      let version = versions.versions[index]
      tell(index, versions.versions.count)
      try walk.enter(
        try repository.bytes(of: version) ?? [],
        at: Moment(seconds: version.commit.committerTime)
      )
    }
    if known?.count != versions.versions.count { cache?.keep(walk, of: path, along: versions) }
    (added, updates) = walk.entries(of: list.document) { list.entries[$0].entry }
    growth = walk.growth
  }
}
