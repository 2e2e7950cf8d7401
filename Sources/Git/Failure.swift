import CGit2

/// What libgit2 said when a call failed, before anyone knows what it means for the caller.
struct Failure: Error {
  /// The status the call returned, always negative.
  let status: git_error_code

  /// The part of libgit2 that failed.
  let category: git_error_t

  /// libgit2's own words.
  let message: String

  init(status: git_error_code, category: git_error_t, message: String) {
    self.status = status
    self.category = category
    self.message = message
  }

  /// Reads libgit2's last error, which belongs to this thread and to the last call made on it.
  ///
  /// Calls `git_error_last`.
  init(status: Int32) {
    self.status = git_error_code(status)
    guard let error = git_error_last(), let text = error.pointee.message else {
      category = GIT_ERROR_NONE
      message = "libgit2 failed with status \(status)"
      return
    }
    category = git_error_t(UInt32(bitPattern: error.pointee.klass))
    message = String(cString: text)
  }

  /// Throws unless `status`, which a call has just returned, tells of success.
  static func check(_ status: Int32) throws(Failure) {
    if status < 0 { throw Failure(status: status) }
  }

  /// An object is not there, as against a name or a path that is not there.
  var isMissingObject: Bool { category == GIT_ERROR_ODB }
}
