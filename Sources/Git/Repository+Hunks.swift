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
    do throws(Failure) {
      return try hunks(base.span, head.span)
    } catch {
      throw GitError(
        .library,
        attempt: "compare",
        input: "two versions of a file",
        reason: error.message
      )
    }
  }

  private static func hunks(
    _ base: Span<UInt8>,
    _ head: Span<UInt8>
  ) throws(Failure) -> [Hunk] {
    try base.withUnsafeBytes { (base) throws(Failure) in
      try head.withUnsafeBytes { (head) throws(Failure) in
        var options = git_diff_options()
        try Failure.check(
          git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        )
        options.flags = GIT_DIFF_FORCE_TEXT.rawValue | GIT_DIFF_INDENT_HEURISTIC.rawValue
        options.context_lines = 0
        options.interhunk_lines = 0
        // No limit: what is larger would be taken for binary.
        options.max_size = -1
        let patch = try Handle(freedBy: git_patch_free) {
          git_patch_from_buffers(
            $0,
            base.baseAddress,
            base.count,
            nil,
            head.baseAddress,
            head.count,
            nil,
            &options
          )
        }
        var hunks: [Hunk] = []
        for index in 0..<git_patch_num_hunks(patch.pointer) {
          var hunk: UnsafePointer<git_diff_hunk>?
          try Failure.check(git_patch_get_hunk(&hunk, nil, patch.pointer, index))
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
  }
}
