import CGit2

/// What is staged for the next commit.
struct Index: ~Copyable {
  let handle: Handle

  init(_ handle: consuming Handle) {
    self.handle = handle
  }

  /// Returns the entry at a path; nil if there is none or it is in conflict.
  ///
  /// Calls `git_index_get_bypath`.
  func entry(at path: String) -> FileEntry? {
    git_index_get_bypath(handle.pointer, path, 0).map { FileEntry($0.pointee) }
  }

  /// Whether the sides of a merge disagree on the file.
  func hasConflict(at path: String) -> Bool {
    (1...3).contains { git_index_get_bypath(handle.pointer, path, $0) != nil }
  }

  /// Whether the path is that of a folder.
  ///
  /// Calls `git_index_find_prefix`.
  func hasEntries(below path: String) -> Bool {
    git_index_find_prefix(nil, handle.pointer, path + "/") == 0
  }

  /// Hands out the entries that are not in conflict, in the order of their paths; a path that is
  /// not UTF-8 is left out, as nobody can name it.
  ///
  /// Calls `git_index_get_byindex`.
  func visit<E>(_ body: (String, FileEntry) throws(E) -> Void) throws(E) {
    for position in 0..<git_index_entrycount(handle.pointer) {
      guard let entry = git_index_get_byindex(handle.pointer, position),
        git_index_entry_is_conflict(entry) == 0,
        let path = String(validatingCString: entry.pointee.path)
      else { continue }
      try body(path, FileEntry(entry.pointee))
    }
  }
}
