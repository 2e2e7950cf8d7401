internal import CCMark
internal import Classifier
internal import Glibc
internal import Learning
internal import Markdown
internal import Rules

@testable internal import Review

extension FuzzTarget {
  /// What a stranger's text has in it, to be found again in what is made of it.
  private static let marker = "zqxj"

  /// What the program says of contributed entries: rendered as GitHub renders it, the stranger's marker
  /// stands in code only.
  func runMarkdown(_ bytes: [UInt8]) {
    guard let contribution = text(of: bytes) else { return }
    let base = SourceText(
      "- [A]: all.\n\n## A\n\n- **`[A]`** LISA: Reasoning. CVPR'2024."
        + " [[paper](https://arxiv.org/abs/2308.00692)]\n"
    )
    let head = SourceText(base.bytes + contribution.bytes)
    guard head.lineCount > base.lineCount else { return }
    let list = ListReport(
      path: "README.md",
      base: base,
      head: head,
      touched: [base.lineCount + 1..<head.lineCount + 1],
      by: RulebookChoice(.standard),
      year: 2025,
      whereChanged: { _ in false }
    )
    let commit = String(repeating: "a", count: 40)
    let report = Report(base: commit, head: nil, mergeBase: commit, lists: [list])
    let markdown = report.markdown()
    let live = liveText(of: markdown)
    hold(
      !live.contains(Self.marker),
      "a stranger's text stands in code",
      "\(live)\nof\n\(markdown)"
    )
  }

  /// Returns all that is not code in what GitHub's parser makes of a text.
  private func liveText(of markdown: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { fatalError("no memory") }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
      guard let found = cmark_find_syntax_extension(name) else {
        fatalError("no extension \(name)")
      }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    let bytes = Array(markdown.utf8)
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser,
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        buffer.count
      )
    }
    guard let document = cmark_parser_finish(parser) else { fatalError("no document") }
    defer { cmark_node_free(document) }
    guard let walk = cmark_iter_new(document) else { fatalError("no memory") }
    defer { cmark_iter_free(walk) }
    var live = ""
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { return live }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK { continue }
      for text in [
        cmark_node_get_literal(node), cmark_node_get_url(node), cmark_node_get_title(node),
      ] {
        if let text { live += String(cString: text) + "\n" }
      }
    }
  }
}
