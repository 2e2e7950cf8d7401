internal import CCMark
internal import Synchronization

/// Markdown as GitHub shows it.
package enum Rendering {
  /// How many bytes are rendered at most, and how many columns a table may have: a wide table with short rows
  /// takes this parser seconds.
  private static let (most, widest) = (48_000, 64)
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// Returns the HTML of some Markdown, as `cmark_render_html` gives it with GitHub's extensions and with the
  /// HTML that stands in it; nil where it is too large or too wide to be rendered in bounded time.
  package static func html(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= most, !bytes.hasWideTable(over: widest) else { return nil }
    register.withLock { isDone in
      if !isDone { cmark_gfm_core_extensions_ensure_registered() }
      isDone = true
    }
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE
    guard let parser = cmark_parser_new(options) else {
      preconditionFailure("cmark_parser_new has no memory")
    }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      guard let found = cmark_find_syntax_extension(name) else {
        preconditionFailure("cmark-gfm has no extension '\(name)'")
      }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    let document = bytes.parsed(by: parser)
    defer { cmark_node_free(document) }
    let attached = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(document, options, attached) else {
      preconditionFailure("cmark_render_html has no memory")
    }
    defer { cmark_shim_free(html) }
    return Array(UnsafeRawBufferPointer(start: html, count: cmark_shim_length(html)))
  }

  /// The registry of extensions is the library's own: it is filled once.
  private static let register = Mutex(false)
}

extension [UInt8] {
  /// Tells whether a line that can stand below a table's header has more columns than that.
  fileprivate func hasWideTable(over widest: Int) -> Bool {
    var (bars, isDelimiter) = (0, true)
    for byte in self {
      switch byte {
      case 0x0A:
        if isDelimiter, bars > widest { return true }
        (bars, isDelimiter) = (0, true)
      case 0x7C: bars += 1
      case 0x2D, 0x3A, 0x20, 0x09, 0x0D, 0x3E: break
      default: isDelimiter = false
      }
    }
    return isDelimiter && bars > widest
  }
}
