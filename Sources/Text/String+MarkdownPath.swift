extension String {
  /// Whether a path is that of a Markdown file: it ends with `.md` or `.markdown`, in any case.
  package var isMarkdownPath: Bool {
    let end = utf8.suffix(9).map { $0 | 0x20 }
    return end.suffix(3) == Array(".md".utf8) || end == Array(".markdown".utf8)
  }
}
