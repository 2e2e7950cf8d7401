internal import CYAML

/// A parsed YAML file; it keeps its text, so that any later complaint can show the line.
package struct YAMLFile: Sendable {
  /// The name that errors give it.
  package let name: String
  package let root: Node
  private let bytes: [UInt8]

  /// How deep values may nest: a rulebook needs five.
  package static let depthLimit = 32

  /// Parses one document with libyaml.
  ///
  /// Anchors, aliases and tags are refused: a rulebook needs none, and aliases can be made to
  /// multiply without end.
  package init(_ bytes: [UInt8], name: String) throws(YAMLError) {
    self.name = name
    self.bytes = bytes
    var events = Events(bytes: bytes, name: name)
    self.root = try events.document()
  }

  init(root: Node, bytes: [UInt8], name: String) {
    self.root = root
    self.bytes = bytes
    self.name = name
  }

  /// Returns the same file with another root, as one without a value that is wrong.
  package func replacing(root: Node) -> YAMLFile {
    YAMLFile(root: root, bytes: bytes, name: name)
  }

  /// Returns an error about a place in this file.
  package func error(_ message: String, at mark: Mark) -> YAMLError {
    YAMLError(file: name, mark: mark, message: message, snippet: snippet(bytes, line: mark.line))
  }
}

private func snippet(_ bytes: [UInt8], line: Int) -> String {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  guard lines.indices.contains(line - 1) else { return "" }
  return String(
    decoding: lines[line - 1].prefix(200).filter { $0 != UInt8(ascii: "\r") },
    as: UTF8.self
  )
}

/// What libyaml reads from one text, event by event.
private struct Events: ~Copyable {
  private let bytes: [UInt8]
  private let name: String
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml reads from this copy until the parser is deleted.
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(bytes: [UInt8], name: String) {
    self.bytes = bytes
    self.name = name
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("yaml_parser_initialize has no memory")
    }
    input = .allocate(capacity: max(1, bytes.count))
    _ = input.initialize(from: bytes)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  mutating func document() throws(YAMLError) -> Node {
    var event = try next()
    while event.kind == .start { event = try next() }
    guard event.kind != .end else {
      throw error("the file is empty", at: Mark(line: 1, column: 1))
    }
    let root = try node(event, depth: 0)
    var last = try next()
    while last.kind == .end, !last.isStreamEnd { last = try next() }
    guard last.isStreamEnd else { throw error("a second document begins", at: last.mark) }
    return root
  }

  private mutating func node(_ event: Event, depth: Int) throws(YAMLError) -> Node {
    guard depth < YAMLFile.depthLimit else {
      throw error("values nest more than \(YAMLFile.depthLimit) deep", at: event.mark)
    }
    switch event.kind {
    case .scalar(let text, let isPlain):
      return Node(value: .scalar(text, isPlain: isPlain), mark: event.mark)
    case .sequenceStart:
      var items: [Node] = []
      var item = try next()
      while item.kind != .collectionEnd {
        items.append(try node(item, depth: depth + 1))
        item = try next()
      }
      return Node(value: .sequence(items), mark: event.mark)
    case .mappingStart:
      var pairs: [(key: Node, value: Node)] = []
      var seen: Set<String> = []
      var keyEvent = try next()
      while keyEvent.kind != .collectionEnd {
        let key = try node(keyEvent, depth: depth + 1)
        guard case .scalar(let text, _) = key.value else {
          throw error("a key must be a scalar, not \(key.kind)", at: key.mark)
        }
        guard seen.insert(text).inserted else {
          throw error("the key '\(text)' is here a second time", at: key.mark)
        }
        pairs.append((key, try node(try next(), depth: depth + 1)))
        keyEvent = try next()
      }
      return Node(value: .mapping(pairs), mark: event.mark)
    case .alias:
      throw error("anchors and aliases are not supported", at: event.mark)
    case .start, .end, .collectionEnd:
      throw error("a value is missing", at: event.mark)
    }
  }

  private func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let mark = parser.pointee.problem_mark
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
      throw error(problem, at: Mark(line: Int(mark.line) + 1, column: Int(mark.column) + 1))
    }
    defer { yaml_event_delete(&event) }
    let mark = Mark(line: Int(event.start_mark.line) + 1, column: Int(event.start_mark.column) + 1)
    switch event.type {
    case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: return Event(kind: .start, mark: mark)
    case YAML_STREAM_END_EVENT: return Event(kind: .end, mark: mark, isStreamEnd: true)
    case YAML_DOCUMENT_END_EVENT: return Event(kind: .end, mark: mark)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      return Event(kind: .collectionEnd, mark: mark)
    case YAML_SEQUENCE_START_EVENT:
      let isAnchored = event.data.sequence_start.anchor != nil
      return Event(kind: isAnchored ? .alias : .sequenceStart, mark: mark)
    case YAML_MAPPING_START_EVENT:
      let isAnchored = event.data.mapping_start.anchor != nil
      return Event(kind: isAnchored ? .alias : .mappingStart, mark: mark)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard scalar.anchor == nil else { return Event(kind: .alias, mark: mark) }
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length),
        as: UTF8.self
      )
      return Event(
        kind: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        mark: mark
      )
    default: return Event(kind: .alias, mark: mark)
    }
  }

  private func error(_ message: String, at mark: Mark) -> YAMLError {
    YAMLError(file: name, mark: mark, message: message, snippet: snippet(bytes, line: mark.line))
  }
}

private struct Event {
  enum Kind: Equatable {
    case start
    case end
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case alias
  }

  var kind: Kind
  var mark: Mark
  var isStreamEnd = false
}
