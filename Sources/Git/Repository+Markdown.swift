import CGit2
internal import Text

private let listing = "list the files of"

extension Repository {
  /// Returns the paths of all Markdown files, `.md` and `.markdown` in any case, sorted by their
  /// bytes: the candidates for a list.
  ///
  /// Symbolic links and submodules are none, nor is a file in conflict in the index. In the work
  /// tree these are the files that git tracks or would add: what `.gitignore` names is left out. A
  /// path that is not UTF-8 is left out too.
  package func markdownPaths(at version: Version) throws(GitError) -> [String] {
    let paths =
      switch version {
      case .commit(let id):
        try attempting(listing, "\(id)") { () throws(Failure) in
          try markdownPaths(in: try tree(of: id))
        }
      case .index: try stagedMarkdownPaths { $0.kind == .regular && !$0.isIntended }
      case .workTree: try markdownPathsOfWorkTree()
      }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Walks a tree with a stack of its own: how deep it goes is up to whoever made it.
  private func markdownPaths(in root: consuming Handle) throws(Failure) -> [String] {
    let repository = handle.pointer
    var paths: [String] = []
    var folders: [(path: String, id: ObjectID)] = []
    try visit(root, "", &paths, &folders)
    while let folder = folders.popLast() {
      var oid = folder.id.oid
      let tree = try Handle(freedBy: git_tree_free) { git_tree_lookup($0, repository, &oid) }
      try visit(tree, folder.path, &paths, &folders)
    }
    return paths
  }

  private func visit(
    _ tree: borrowing Handle,
    _ path: String,
    _ paths: inout [String],
    _ folders: inout [(path: String, id: ObjectID)]
  ) throws(Failure) {
    for index in 0..<git_tree_entrycount(tree.pointer) {
      guard let pointer = git_tree_entry_byindex(tree.pointer, index),
        let name = git_tree_entry_name(pointer).flatMap({ String(validatingCString: $0) })
      else { continue }
      let entry = FileEntry(treeEntry: pointer)
      switch entry.kind {
      case .directory: folders.append((path + name + "/", entry.id))
      case .regular where name.isMarkdownPath: paths.append(path + name)
      case .regular, .symbolicLink, .submodule, .other: break
      }
    }
  }

  private func stagedMarkdownPaths(where isWanted: (FileEntry) -> Bool) throws(GitError) -> [String]
  {
    let index = try openIndex(listing, "the index")
    var paths: [String] = []
    index.visit { path, entry in
      if path.isMarkdownPath, isWanted(entry) { paths.append(path) }
    }
    return paths
  }

  private func markdownPathsOfWorkTree() throws(GitError) -> [String] {
    guard let workTree else { throw bareError(listing, location, "work tree") }
    let files = WorkTree(root: workTree)
    var paths = Set<String>()
    let index = try openIndex(listing, "the work tree")
    try index.visit { (path, entry) throws(GitError) in
      guard path.isMarkdownPath, entry.kind == .regular else { return }
      if entry.isSkipped {
        paths.insert(path)
      } else if try files.hasRegular(path, attempt: listing) {
        paths.insert(path)
      }
    }
    for path in try untracked(index) where path.isMarkdownPath {
      if try files.hasRegular(path, attempt: listing) { paths.insert(path) }
    }
    return Array(paths)
  }

  /// Returns the Markdown files that are neither tracked nor ignored.
  ///
  /// Calls `git_diff_index_to_workdir`.
  private func untracked(_ index: borrowing Index) throws(GitError) -> [String] {
    try attempting(listing, "the work tree") { () throws(Failure) in
      var options = git_diff_options()
      try Failure.check(git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)))
      options.flags =
        GIT_DIFF_INCLUDE_UNTRACKED.rawValue | GIT_DIFF_RECURSE_UNTRACKED_DIRS.rawValue
        | GIT_DIFF_IGNORE_SUBMODULES.rawValue | GIT_DIFF_SKIP_BINARY_CHECK.rawValue
      let repository = handle.pointer
      let indexPointer = index.handle.pointer
      let diff = try Handle(freedBy: git_diff_free) {
        git_diff_index_to_workdir($0, repository, indexPointer, &options)
      }
      var paths: [String] = []
      for position in 0..<git_diff_num_deltas(diff.pointer) {
        guard let delta = git_diff_get_delta(diff.pointer, position)?.pointee,
          delta.status == GIT_DELTA_UNTRACKED,
          let path = String(validatingCString: delta.new_file.path)
        else { continue }
        paths.append(path)
      }
      return paths
    }
  }
}
