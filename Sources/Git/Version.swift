/// Where a file's text is read.
package enum Version: Hashable, Sendable {
  /// What a commit records.
  case commit(ObjectID)

  /// What is staged for the next commit.
  case index

  /// What lies on disk, byte for byte; no filter is applied.
  case workTree
}
