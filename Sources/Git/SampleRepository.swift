import CGit2
import Glibc

/// A repository made from nothing, for demonstrations: a branch `main` with one commit, and a branch
/// on top of it that is checked out.
package enum SampleRepository {
  /// Writes a new repository with one file in two versions.
  ///
  /// Author and dates are fixed, so that the commits are the same each time. Calls
  /// `git_repository_init`, `git_commit_create` and `git_checkout_head`.
  ///
  /// - Parameters:
  ///   - folder: where to put it; it must not exist yet, or be empty.
  ///   - path: the name of the file.
  ///   - base: its text on `main`.
  ///   - head: its text on `branch`.
  ///   - branch: the name of the other branch.
  /// - Throws: `notEmpty` before anything is written; `library`, with what libgit2 said.
  package static func make(
    at folder: String,
    path: String,
    base: [UInt8],
    head: [UInt8],
    branch: String
  ) throws(GitError) {
    try requireEmpty(folder)
    try Library.start()
    do throws(Failure) {
      var options = git_repository_init_options()
      try Failure.check(
        git_repository_init_options_init(
          &options,
          UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)
        )
      )
      options.flags =
        GIT_REPOSITORY_INIT_NO_REINIT.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue
      let repository = try Handle(freedBy: git_repository_free) {
        git_repository_init_ext($0, folder, &options)
      }
      let first = try commit(
        base,
        path,
        "List the papers",
        onto: nil,
        "refs/heads/main",
        in: repository.pointer
      )
      _ = try commit(
        head,
        path,
        "Add some papers",
        onto: first,
        "refs/heads/\(branch)",
        in: repository.pointer
      )
      try Failure.check(git_repository_set_head(repository.pointer, "refs/heads/\(branch)"))
      var checkout = git_checkout_options()
      try Failure.check(
        git_checkout_options_init(&checkout, UInt32(GIT_CHECKOUT_OPTIONS_VERSION))
      )
      checkout.checkout_strategy = GIT_CHECKOUT_FORCE.rawValue
      try Failure.check(git_checkout_head(repository.pointer, &checkout))
    } catch {
      throw GitError(
        .library,
        attempt: "make a sample repository in",
        input: folder,
        reason: error.message,
        remedy: "name a folder that does not exist yet"
      )
    }
  }

  /// Throws where a folder holds anything: nothing of it is to be overwritten.
  private static func requireEmpty(_ folder: String) throws(GitError) {
    func refuse(_ code: GitError.Code, _ reason: String) -> GitError {
      GitError(
        code,
        attempt: "make a sample repository in",
        input: folder,
        reason: reason,
        remedy: "name a folder that does not exist yet"
      )
    }
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return }
      throw refuse(.system, systemMessage(errno))
    }
    defer { closedir(stream) }
    var count = 0
    while readdir(stream) != nil { count += 1 }
    // Every folder has itself and the one above.
    guard count <= 2 else { throw refuse(.notEmpty, "it is not empty") }
  }

  private static func commit(
    _ text: [UInt8],
    _ path: String,
    _ message: String,
    onto parent: git_oid?,
    _ reference: String,
    in repository: OpaquePointer
  ) throws(Failure) -> git_oid {
    var blob = git_oid()
    try text.span.withUnsafeBytes { (bytes) throws(Failure) in
      try Failure.check(
        git_blob_create_from_buffer(&blob, repository, bytes.baseAddress, bytes.count)
      )
    }
    let builder = try Handle(freedBy: git_treebuilder_free) {
      git_treebuilder_new($0, repository, nil)
    }
    try Failure.check(
      git_treebuilder_insert(nil, builder.pointer, path, &blob, GIT_FILEMODE_BLOB)
    )
    var treeID = git_oid()
    try Failure.check(git_treebuilder_write(&treeID, builder.pointer))
    let tree = try Handle(freedBy: git_tree_free) { git_tree_lookup($0, repository, &treeID) }

    var signature: UnsafeMutablePointer<git_signature>?
    // Noon of the day on which the sample list read so.
    try Failure.check(
      git_signature_new(&signature, "Rubric", "rubric@example.org", 1_741_608_000, 0)
    )
    defer { git_signature_free(signature) }
    func create(_ parents: [OpaquePointer?]) throws(Failure) -> git_oid {
      var id = git_oid()
      var parents = parents
      try Failure.check(
        git_commit_create(
          &id,
          repository,
          reference,
          signature,
          signature,
          "UTF-8",
          message,
          tree.pointer,
          parents.count,
          &parents
        )
      )
      return id
    }
    guard var parent else { return try create([]) }
    let handle = try Handle(freedBy: git_commit_free) { git_commit_lookup($0, repository, &parent) }
    return try create([handle.pointer])
  }
}
