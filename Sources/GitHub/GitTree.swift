/// The files of a commit.
package struct GitTree: Sendable, Hashable, Decodable {
  /// Something in it: a file, a link, a folder or a submodule.
  package struct File: Sendable, Hashable, Codable {
    /// From the root.
    package let path: String
    /// `100644` for a file, `100755` for one that can be run, `120000` for a symbolic link.
    package let mode: String
    /// `blob`, `tree` or `commit`.
    package let type: String
    package let sha: String

    package init(path: String, mode: String, type: String = "blob", sha: String) {
      self.path = path
      self.mode = mode
      self.type = type
      self.sha = sha
    }

    /// Whether it is a file and not a link, a folder or a submodule.
    package var isRegular: Bool { type == "blob" && (mode == "100644" || mode == "100755") }
  }

  package let files: [File]
  /// Whether there are more than GitHub lists.
  package let isTruncated: Bool

  private enum CodingKeys: String, CodingKey {
    case files = "tree"
    case isTruncated = "truncated"
  }
}
