import CGit2
internal import Text

private let following = "follow the renaming of"

extension Repository {
  /// Returns the path that a file had at `base`, if it has been renamed since; nil if it has not,
  /// or had this path at `base` already, or does not exist at `head`.
  ///
  /// Renamed from is a file that has gone since `base` and whose text is the same, or else the most
  /// alike, half of it at least, as git holds by default; of several, the one with the same name,
  /// then the first by path. Only files that can have been the list are asked: Markdown, those
  /// without an extension, and those with the extension the file has now.
  ///
  /// Calls `git_diff_tree_to_tree`, `git_diff_tree_to_index` and `git_hashsig_compare`, libgit2's
  /// measure of likeness.
  ///
  /// - Throws: as ``file(_:at:likely:)`` does; `missingObject` if a partial clone lacks a file to compare.
  package func previousPath(
    of path: String,
    from base: ObjectID,
    to head: Version
  ) throws(GitError) -> String? {
    let path = try FilePath(path, attempt: following)
    guard try entry(path, in: base) == nil else { return nil }
    guard let text = try file(path.string, at: head) else { return nil }
    let gone = try pathsGone(from: base, to: head, path).filter { mayHaveBeen($0.path, path) }
    let name = path.components.last ?? ""
    let candidates = gone.map { (file: $0, hasSameName: lastComponent($0.path) == name) }.sorted {
      if $0.hasSameName != $1.hasSameName { return $0.hasSameName }
      return $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8)
    }.map(\.file)
    if candidates.isEmpty { return nil }
    let id = try attempting(following, path.string) { () throws(Failure) in
      try ObjectID(ofBlob: text)
    }
    if let same = candidates.first(where: { $0.id == id }) { return same.path }
    return try mostAlike(candidates, text, path)
  }

  private func mostAlike(
    _ candidates: [GoneFile],
    _ text: [UInt8],
    _ path: FilePath
  ) throws(GitError) -> String? {
    let input = path.string
    let signature = try attempting(following, input) { () throws(Failure) in
      try likenessSignature(text)
    }
    var best: (path: String, likeness: Int32)?
    for candidate in candidates {
      let other = try bytes(of: candidate.id, following, input)
      // As in libgit2: sizes that differ eightfold cannot be alike.
      if text.count > 127, other.count > 127,
        text.count / 8 > other.count || other.count / 8 > text.count
      {
        continue
      }
      let likeness = try attempting(following, input) { () throws(Failure) in
        let other = try likenessSignature(other)
        let likeness = git_hashsig_compare(signature.pointer, other.pointer)
        try Failure.check(likeness)
        return likeness
      }
      if likeness >= 50, likeness > best?.likeness ?? 0 { best = (candidate.path, likeness) }
    }
    return best?.path
  }

  /// Returns the regular files that `base` has and `head` has not.
  private func pathsGone(
    from base: ObjectID,
    to head: Version,
    _ path: FilePath
  ) throws(GitError) -> [GoneFile] {
    let input = path.string
    if case .commit(let head) = head {
      return try attempting(following, input) { () throws(Failure) in
        let old = try tree(of: base)
        let new = try tree(of: head)
        let repository = handle.pointer
        return deleted(
          in: try Handle(freedBy: git_diff_free) {
            git_diff_tree_to_tree($0, repository, old.pointer, new.pointer, nil)
          }
        )
      }
    }
    let index = try openIndex(following, input)
    let gone = try attempting(following, input) { () throws(Failure) in
      let old = try tree(of: base)
      let repository = handle.pointer
      let indexPointer = index.handle.pointer
      return deleted(
        in: try Handle(freedBy: git_diff_free) {
          git_diff_tree_to_index($0, repository, old.pointer, indexPointer, nil)
        }
      )
    }
    guard case .workTree = head, let workTree else { return gone }
    return try gone + missing(in: WorkTree(root: workTree), index, base)
  }

  /// Returns the regular files of `base` that are still in the index but not on disk any more.
  private func missing(
    in files: WorkTree,
    _ index: borrowing Index,
    _ base: ObjectID
  ) throws(GitError) -> [GoneFile] {
    var gone: [GoneFile] = []
    try index.visit { (path, entry) throws(GitError) in
      guard entry.kind == .regular, !entry.isSkipped else { return }
      guard try !files.hasRegular(path, attempt: following),
        let old = try self.entry(try FilePath(path, attempt: following), in: base),
        old.kind == .regular
      else { return }
      gone.append(GoneFile(path: path, id: old.id))
    }
    return gone
  }

  private func deleted(in diff: borrowing Handle) -> [GoneFile] {
    var gone: [GoneFile] = []
    for position in 0..<git_diff_num_deltas(diff.pointer) {
      guard let delta = git_diff_get_delta(diff.pointer, position)?.pointee,
        delta.status == GIT_DELTA_DELETED,
        FileKind(git_filemode_t(UInt32(delta.old_file.mode))) == .regular,
        let path = String(validatingCString: delta.old_file.path)
      else { continue }
      gone.append(GoneFile(path: path, id: ObjectID(delta.old_file.id)))
    }
    return gone
  }
}

/// A file that has gone.
private struct GoneFile {
  let path: String
  let id: ObjectID
}

/// Returns what libgit2 compares to tell how alike two texts are; line ends do not matter.
private func likenessSignature(_ bytes: [UInt8]) throws(Failure) -> Handle {
  try Handle(freedBy: git_hashsig_free) { signature in
    bytes.withUnsafeBytes {
      git_hashsig_create(
        signature,
        $0.assumingMemoryBound(to: CChar.self).baseAddress,
        $0.count,
        git_hashsig_option_t(
          GIT_HASHSIG_SMART_WHITESPACE.rawValue | GIT_HASHSIG_ALLOW_SMALL_FILES.rawValue
        )
      )
    }
  }
}

/// Whether the list that is now at `path` may have been at `old`.
private func mayHaveBeen(_ old: String, _ path: FilePath) -> Bool {
  let oldExtension = fileExtension(old)
  return old.isMarkdownPath || oldExtension == nil || oldExtension == fileExtension(path.string)
}

private func lastComponent(_ path: String) -> String {
  path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
}

private func fileExtension(_ path: String) -> String? {
  let name = lastComponent(path)
  return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
}
