internal import CCMark

extension [UInt8] {
  /// Returns what cmark's parser makes of the bytes: a document that the caller frees.
  func parsed(by parser: OpaquePointer) -> OpaquePointer {
    withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        buffer.count
      )
    }
    guard let document = cmark_parser_finish(parser) else {
      preconditionFailure("cmark_parser_finish gives a document for any text")
    }
    return document
  }
}
