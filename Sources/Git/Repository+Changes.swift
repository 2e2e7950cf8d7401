import CGit2

private let comparing = "compare"

extension Repository {
  /// Tells whether what stands at a path differs between a commit and a version: the bytes of a file, where
  /// a link leads, all that is in a folder.
  ///
  /// Between commits and with the index nothing is read but names. In the work tree a folder has changed where
  /// `git status` says so, untracked files included.
  ///
  /// Calls `git_diff_tree_to_index` and `git_diff_tree_to_workdir_with_index`.
  ///
  /// - Throws: `invalidPath`; `bare`; `missingObject`; `system`; `library`.
  package func isChanged(
    _ path: String,
    from base: ObjectID,
    to head: Version
  ) throws(GitError) -> Bool {
    let path = try FilePath(path, attempt: comparing)
    let old = try entry(path, in: base)
    switch head {
    case .commit(let head):
      let new = try entry(path, in: head)
      return old?.id != new?.id || old?.kind != new?.kind
    case .workTree where old?.kind == nil || old?.kind == .regular:
      do throws(GitError) {
        let new = try file(path.string, at: head)
        return try new != file(path.string, at: .commit(base), likely: new)
      } catch  where error.code == .notRegularFile {
        return true
      } catch  where error.code == .tooLarge {
        return try hasDifferences(at: path, from: base, to: head)
      }
    case .index, .workTree: return try hasDifferences(at: path, from: base, to: head)
    }
  }

  private func hasDifferences(
    at path: FilePath,
    from base: ObjectID,
    to head: Version
  ) throws(GitError) -> Bool {
    let input = path.string
    let index = try openIndex(comparing, input)
    return try attempting(comparing, input) { () throws(Failure) in
      let old = try tree(of: base)
      let repository = handle.pointer
      let indexPointer = index.handle.pointer
      var options = git_diff_options()
      try Failure.check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
      options.flags = GIT_DIFF_INCLUDE_UNTRACKED.rawValue | GIT_DIFF_INCLUDE_TYPECHANGE.rawValue
      let diff = try Handle(freedBy: git_diff_free) {
        head == .workTree
          ? git_diff_tree_to_workdir_with_index($0, repository, old.pointer, &options)
          : git_diff_tree_to_index($0, repository, old.pointer, indexPointer, &options)
      }
      return (0..<git_diff_num_deltas(diff.pointer)).contains { position in
        let delta = git_diff_get_delta(diff.pointer, position)?.pointee
        return [delta?.old_file.path, delta?.new_file.path].contains { name in
          guard let name = name.map(String.init(cString:)) else { return false }
          return name == input || name.hasPrefix(input + "/")
        }
      }
    }
  }
}
