internal import CZlib

/// A file that is read from its beginning to its end, gzipped or plain.
///
/// See gzopen in zlib.h: what does not begin as a gzip file is read as it is.
package struct GzipFile: ~Copyable {
  private let file: gzFile
  private let path: String

  /// The size of the buffer that zlib decompresses into.
  private static let bufferSize: UInt32 = 256 << 10

  package init(path: String) throws(GzipError) {
    guard let file = gzopen(path, "rb") else {
      throw GzipError(path: path, reason: "it cannot be opened")
    }
    gzbuffer(file, Self.bufferSize)
    self.file = file
    self.path = path
  }

  deinit { gzclose(file) }

  /// Fills the buffer from an offset on, and returns how many bytes came; 0 at the end.
  package borrowing func read(into buffer: inout [UInt8], from offset: Int) throws(GzipError) -> Int
  {
    let room = min(buffer.count - offset, 1 << 30)
    let count = buffer.withUnsafeMutableBytes { bytes in
      gzread(file, bytes.baseAddress.map { $0 + offset }, UInt32(room))
    }
    guard count >= 0 else {
      var code: Int32 = 0
      let text = gzerror(file, &code).map { String(cString: $0) } ?? ""
      throw GzipError(path: path, reason: text.isEmpty ? "it cannot be read" : text)
    }
    return Int(count)
  }
}
