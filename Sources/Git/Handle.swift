/// The one owner of something libgit2 has allocated; frees it when its scope ends.
struct Handle: ~Copyable {
  /// Valid as long as the handle; never kept.
  let pointer: OpaquePointer

  private let release: (OpaquePointer?) -> Void

  /// Owns what `create` stores, and will hand it to `release`.
  init(
    freedBy release: @escaping (OpaquePointer?) -> Void,
    _ create: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws(Failure) {
    var created: OpaquePointer?
    try Failure.check(create(&created))
    guard let created else {
      preconditionFailure("libgit2 reported success and gave nothing")
    }
    pointer = created
    self.release = release
  }

  deinit {
    release(pointer)
  }
}
