import CGit2

extension Repository {
  /// Returns the runs of lines in which two texts differ, from top to bottom, as `git diff` finds
  /// them.
  ///
  /// Any bytes are text here, NUL among them; line ends are bytes like others. Of git's settings
  /// none has a say: the algorithm is git's default, with its indent heuristic. These are the lines
  /// that `git diff` and GitHub mark. `git diff -U0` sets a boundary elsewhere now and then, because
  /// it cuts off what both texts have in common at their ends before it looks at them.
  ///
  /// Calls `git_patch_from_buffers`.
  package static func hunks(from base: [UInt8], to head: [UInt8]) throws(GitError) -> [Hunk] {
    if base == head { return [] }
    try Library.start()
    return try withPatch(from: base, to: head, path: nil, contextLines: 0) {
      (patch) throws(Failure) in
      var hunks: [Hunk] = []
      for index in 0..<git_patch_num_hunks(patch) {
        var hunk: UnsafePointer<git_diff_hunk>?
        try Failure.check(git_patch_get_hunk(&hunk, nil, patch, index))
        guard let hunk = hunk?.pointee else {
          preconditionFailure("libgit2 counted a hunk that it does not have")
        }
        hunks.append(
          Hunk(
            oldStart: Int(hunk.old_start),
            oldLines: Int(hunk.old_lines),
            newStart: Int(hunk.new_start),
            newLines: Int(hunk.new_lines)
          )
        )
      }
      return hunks
    }
  }

  /// Returns the difference of two texts of one file as `git diff` prints it, with three lines of
  /// context; empty where they are the same.
  ///
  /// Calls `git_patch_to_buf`.
  package static func patch(
    from base: [UInt8],
    to head: [UInt8],
    path: String
  ) throws(GitError) -> String {
    if base == head { return "" }
    try Library.start()
    return try withPatch(from: base, to: head, path: path, contextLines: 3) {
      (patch) throws(Failure) in
      var buffer = git_buf()
      try Failure.check(git_patch_to_buf(&buffer, patch))
      defer { git_buf_dispose(&buffer) }
      return String(
        decoding: UnsafeRawBufferPointer(start: buffer.ptr, count: buffer.size),
        as: UTF8.self
      )
    }
  }

  private static func withPatch<Result>(
    from base: [UInt8],
    to head: [UInt8],
    path: String?,
    contextLines: UInt32,
    _ body: (OpaquePointer) throws(Failure) -> Result
  ) throws(GitError) -> Result {
    do throws(Failure) {
      return try base.span.withUnsafeBytes { (base) throws(Failure) in
        try head.span.withUnsafeBytes { (head) throws(Failure) in
          var options = git_diff_options()
          try Failure.check(
            git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
          )
          options.flags = GIT_DIFF_FORCE_TEXT.rawValue | GIT_DIFF_INDENT_HEURISTIC.rawValue
          options.context_lines = contextLines
          options.interhunk_lines = 0
          // No limit: what is larger would be taken for binary.
          options.max_size = -1
          let patch = try Handle(freedBy: git_patch_free) {
            git_patch_from_buffers(
              $0,
              base.baseAddress,
              base.count,
              path,
              head.baseAddress,
              head.count,
              path,
              &options
            )
          }
          return try body(patch.pointer)
        }
      }
    } catch {
      throw GitError(
        .library,
        attempt: "compare",
        input: path ?? "two versions of a file",
        reason: error.message
      )
    }
  }
}
