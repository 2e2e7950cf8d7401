extension GitError {
  /// The kind of a failure; an open set, so that a new kind breaks no caller.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// The folder is not in a repository, or what looks like one is broken.
    package static let notARepository = Code(rawValue: "not-a-repository")

    /// The repository belongs to another user.
    package static let foreignOwner = Code(rawValue: "foreign-owner")

    /// The repository uses something that libgit2 cannot read: SHA-256 names, a sparse index.
    package static let unsupported = Code(rawValue: "unsupported")

    /// Nothing has this name.
    package static let unknownRevision = Code(rawValue: "unknown-revision")

    /// The revision names a tree, a file, or more than one commit.
    package static let notACommit = Code(rawValue: "not-a-commit")

    /// The history that was fetched ends too early.
    package static let shallow = Code(rawValue: "shallow")

    /// Two commits have no ancestor in common.
    package static let unrelatedHistories = Code(rawValue: "unrelated-histories")

    /// An object is not in the repository: a partial clone, or a damaged one.
    package static let missingObject = Code(rawValue: "missing-object")

    /// The path is not one that a repository can have: absolute, or with `..` in it.
    package static let invalidPath = Code(rawValue: "invalid-path")

    /// There is something at the path, but not a file: a link, a submodule, a folder.
    package static let notRegularFile = Code(rawValue: "not-a-regular-file")

    /// The file is larger than ``Repository/fileSizeLimit``.
    package static let tooLarge = Code(rawValue: "too-large")

    /// The file is in conflict, so that the index holds several versions of it.
    package static let unmerged = Code(rawValue: "unmerged")

    /// The folder holds something that is not to be overwritten.
    package static let notEmpty = Code(rawValue: "not-empty")

    /// A bare repository has neither a work tree nor an index.
    package static let bare = Code(rawValue: "bare")

    /// The system refused: permissions, the disk.
    package static let system = Code(rawValue: "system")

    /// Anything else that libgit2 reports.
    package static let library = Code(rawValue: "library")
  }
}
