/// The values of a YAML file as bytes that are read without a parser, for files that are known when the
/// program is built.
///
/// Each node is its kind, its line and column and a count, then what it counts: the bytes of a scalar, the
/// items of a sequence, the keys and values of a mapping in turn. Numbers are written in base 128, the last
/// digit first, with the high bit set on all but the last.
extension YAMLFile {
  private static let plainScalar: UInt8 = 0
  private static let quotedScalar: UInt8 = 1
  private static let sequence: UInt8 = 2
  private static let mapping: UInt8 = 3

  package var compiled: [UInt8] {
    var bytes: [UInt8] = []
    func write(_ number: Int) {
      var rest = number
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    func begin(_ kind: UInt8, _ mark: Mark, _ count: Int) {
      bytes.append(kind)
      write(mark.line)
      write(mark.column)
      write(count)
    }
    func write(_ node: Node) {
      switch node.value {
      case .scalar(let text, let isPlain):
        begin(isPlain ? Self.plainScalar : Self.quotedScalar, node.mark, text.utf8.count)
        bytes += text.utf8
      case .sequence(let items):
        begin(Self.sequence, node.mark, items.count)
        items.forEach(write)
      case .mapping(let pairs):
        begin(Self.mapping, node.mark, pairs.count)
        for (key, value) in pairs {
          write(key)
          write(value)
        }
      }
    }
    write(root)
    return bytes
  }

  /// Takes up what ``compiled`` wrote; errors about it show no lines.
  ///
  /// The bytes are part of the program: what was never written is a mistake of whoever built it.
  package init(compiled bytes: [UInt8], name: String) {
    var reader = CompiledReader(bytes: bytes)
    self.init(root: reader.node(), bytes: [], name: name)
  }

  /// Reads nodes one by one.
  private struct CompiledReader {
    let bytes: [UInt8]
    var place = 0

    mutating func node() -> Node {
      let kind = bytes[place]
      place += 1
      let mark = Mark(line: number(), column: number())
      let count = number()
      switch kind {
      case YAMLFile.sequence:
        var items: [Node] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(node()) }
        return Node(value: .sequence(items), mark: mark)
      case YAMLFile.mapping:
        var pairs: [(key: Node, value: Node)] = []
        pairs.reserveCapacity(count)
        for _ in 0..<count { pairs.append((node(), node())) }
        return Node(value: .mapping(pairs), mark: mark)
      default:
        let text = String(decoding: bytes[place..<place + count], as: UTF8.self)
        place += count
        return Node(value: .scalar(text, isPlain: kind == YAMLFile.plainScalar), mark: mark)
      }
    }

    private mutating func number() -> Int {
      var (number, shift) = (0, 0)
      while bytes[place] >= 0x80 {
        number |= Int(bytes[place] & 0x7F) << shift
        shift += 7
        place += 1
      }
      number |= Int(bytes[place]) << shift
      place += 1
      return number
    }
  }
}
