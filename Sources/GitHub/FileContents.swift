internal import FoundationEssentials

/// A file at a commit.
package struct FileContents: Sendable, Hashable {
  package let path: String
  /// The name of the blob.
  package let sha: String
  package let bytes: [UInt8]
}

/// What the contents API says of a path, in the form for objects.
struct ContentsObject: Decodable {
  /// `file`, `dir`, `symlink` or `submodule`.
  let type: String
  let sha: String
  let size: Int
  /// `base64`, or `none` for files over 1 MB, whose text must be asked for in the raw form.
  let encoding: String?
  let content: String?

  /// The file's bytes, when they are in the answer; GitHub breaks base64 into lines.
  var bytes: [UInt8]? {
    guard encoding == "base64", let content else { return nil }
    let digits = content.utf8.filter { $0 > 0x20 }
    return Data(base64Encoded: Data(digits)).map { Array($0) }
  }
}
