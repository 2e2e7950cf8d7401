internal import FoundationEssentials

/// A file that is written as a whole or not at all.
package struct WholeFile {
  private let path: String

  package init(_ path: String) { self.path = path }

  /// Writes what the file is to hold.
  ///
  /// Its mode stays. What is no regular file, as a pipe or a link, is not replaced by one, but written to.
  package func write(_ bytes: [UInt8]) throws {
    let url = URL(filePath: path)
    guard let old = try? FileManager.default.attributesOfItem(atPath: path) else {
      return try Data(bytes).write(to: url, options: .atomic)
    }
    guard old[.type] as? FileAttributeType == .typeRegular else {
      return try Data(bytes).write(to: url)
    }
    // An atomic write is a new file, which would have the mode of one.
    try Data(bytes).write(to: url, options: .atomic)
    if let mode = old[.posixPermissions] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
  }
}
