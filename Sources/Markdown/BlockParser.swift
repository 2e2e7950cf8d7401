internal import CCMark

extension SourceText {
  /// Returns the blocks of the text, each before those inside it, as `cmark_parser_finish` sees them.
  ///
  /// Table rows are lines of a paragraph and reference definitions have no block.
  package func blocks() -> [Block] {
    let outline = outline()
    let blocks = blocks(parsing: outline.bytes, lines: outline.lines)
    return outline.skipped.isEmpty ? blocks : blocks.repeated(over: outline.skipped)
  }

  /// Returns the blocks that a parse of some bytes gives.
  ///
  /// What a `\r` that stands alone would end goes on, as in git's diff. `lines` are the text's lines that those of the bytes stand for; nil where they are the same.
  func blocks(parsing bytes: [UInt8], lines: [Int32]? = nil) -> [Block] {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else {
      preconditionFailure("cmark_parser_new has no memory")
    }
    defer { cmark_parser_free(parser) }
    let document = bytes.withoutLoneReturns.parsed(by: parser)
    defer { cmark_node_free(document) }
    return blocks(below: document, lines)
  }

  private func blocks(below document: OpaquePointer, _ lines: [Int32]?) -> [Block] {
    var blocks: [Block] = []
    var node = cmark_node_first_child(document)
    var depth = 0
    while let current = node {
      if let block = block(current, depth: depth, lines) {
        blocks.append(block)
        if let child = cmark_node_first_child(current) {
          node = child
          depth += 1
          continue
        }
      }
      // Back up until there is a next sibling; lists can be thousands deep, so no recursion.
      var finished = current
      node = cmark_node_next(finished)
      while node == nil, let parent = cmark_node_parent(finished), parent != document {
        finished = parent
        depth -= 1
        node = cmark_node_next(finished)
      }
    }
    return blocks
  }

  /// Returns the node as a value, nil for an inline.
  private func block(_ node: OpaquePointer, depth: Int, _ lines: [Int32]?) -> Block? {
    guard let kind = Block.Kind(node) else { return nil }
    func line(_ number: Int32) -> Int {
      let number = Int(number)
      guard let lines, !lines.isEmpty, number > 0 else { return number }
      return Int(lines[min(number, lines.count) - 1])
    }
    let first = line(cmark_node_get_start_line(node))
    // An item that is followed by a blank line, a setext heading and an HTML block end a line too
    // far in this version, so blank lines are taken off here.
    var end = min(max(line(cmark_node_get_end_line(node)), first), lineCount)
    while end > first, isBlank(end) { end -= 1 }
    return Block(
      kind: kind,
      lines: first..<end + 1,
      column: Int(cmark_node_get_start_column(node)),
      depth: depth
    )
  }
}

extension Block.Kind {
  fileprivate init?(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading(level: UInt8(cmark_node_get_heading_level(node)))
    case CMARK_NODE_CODE_BLOCK: self = .codeBlock
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    default: return nil
    }
  }
}

extension [Block] {
  /// Repeats the first item of each run for the lines that the outline left out.
  fileprivate func repeated(over skipped: [Int: Range<Int>]) -> [Block] {
    var blocks: [Block] = []
    blocks.reserveCapacity(count + 2 * skipped.values.reduce(0) { $0 + $1.count })
    for (index, block) in enumerated() {
      blocks.append(block)
      guard block.kind == .paragraph, index > 0, self[index - 1].kind == .item,
        let lines = skipped[block.lines.lowerBound], block.lines.count == 1
      else { continue }
      let item = self[index - 1]
      for line in lines {
        blocks.append(Block(copying: item, on: line))
        blocks.append(Block(copying: block, on: line))
      }
    }
    return blocks
  }
}

extension Block {
  fileprivate init(copying block: Block, on line: Int) {
    self.init(kind: block.kind, lines: line..<line + 1, column: block.column, depth: block.depth)
  }
}
