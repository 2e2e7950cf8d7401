import CGit2
import Glibc

/// What is found at a path.
enum FileKind {
  case regular
  case symbolicLink
  case submodule
  case directory
  case other

  /// The kind of an entry of a tree or of the index.
  init(_ mode: git_filemode_t) {
    self =
      switch mode {
      case GIT_FILEMODE_BLOB, GIT_FILEMODE_BLOB_EXECUTABLE: .regular
      case GIT_FILEMODE_LINK: .symbolicLink
      case GIT_FILEMODE_COMMIT: .submodule
      case GIT_FILEMODE_TREE: .directory
      default: .other
      }
  }

  /// The kind of a file on disk; a folder is a `directory`, submodule or not.
  init(_ status: stat) {
    self =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFLNK: .symbolicLink
      case S_IFDIR: .directory
      default: .other
      }
  }

  /// The kind with its article, as it reads after "it is".
  var name: String {
    switch self {
    case .regular: "a file"
    case .symbolicLink: "a symbolic link"
    case .submodule: "a submodule"
    case .directory: "a directory"
    case .other: "neither a file nor a directory"
    }
  }

  /// The error for a path at which there should have been a file.
  ///
  /// `part` is the leading part of the path that is of this kind, if it is not the whole.
  func error(attempt: String, input: String, part: String? = nil) -> GitError {
    GitError(
      .notRegularFile,
      attempt: attempt,
      input: input,
      reason: "\(part.map { "'\($0)'" } ?? "it") is \(name)",
      remedy: "name a regular file"
    )
  }
}
