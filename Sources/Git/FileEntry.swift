import CGit2

/// What a tree or the index records at a path.
struct FileEntry {
  let id: ObjectID
  let kind: FileKind

  /// A sparse checkout leaves it out of the work tree.
  var isSkipped = false

  /// It was announced with `git add --intent-to-add`, and nothing of it is recorded yet.
  var isIntended = false

  /// Copies a `git_tree_entry`.
  init(treeEntry: OpaquePointer) {
    guard let id = git_tree_entry_id(treeEntry) else {
      preconditionFailure("libgit2 gave a tree entry without a name")
    }
    self.id = ObjectID(id.pointee)
    kind = FileKind(git_tree_entry_filemode(treeEntry))
  }

  /// Copies an entry of the index.
  init(_ entry: git_index_entry) {
    id = ObjectID(entry.id)
    kind = FileKind(git_filemode_t(entry.mode))
    let flags = UInt32(entry.flags_extended)
    isSkipped = flags & GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue != 0
    isIntended = flags & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0
  }
}
