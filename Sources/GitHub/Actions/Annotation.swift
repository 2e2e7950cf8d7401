/// A line comment that GitHub shows beside the lines of a file, made by printing ``command``.
///
/// The runner keeps the first ten of each level in a step, and of a message 4,096 characters.
package struct Annotation: Sendable, Hashable {
  package enum Level: String, Sendable, Hashable {
    case error
    case warning
    case notice
  }

  package var level: Level
  package var message: String
  package var title: String?
  /// The path from the workspace.
  package var file: String?
  /// The first and the last line.
  package var lines: ClosedRange<Int>?
  /// The first and the last column; they count only on a single line.
  package var columns: ClosedRange<Int>?

  package init(
    _ level: Level,
    _ message: String,
    title: String? = nil,
    file: String? = nil,
    lines: ClosedRange<Int>? = nil,
    columns: ClosedRange<Int>? = nil
  ) {
    self.level = level
    self.message = message
    self.title = title
    self.file = file
    self.lines = lines
    self.columns = columns
  }

  /// The workflow command that makes the annotation: one line, without its end.
  ///
  /// See <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>.
  package var command: String {
    let columns = lines?.count == 1 ? columns : nil
    let properties: [(String, String?)] = [
      ("file", file), ("line", lines.map { "\($0.lowerBound)" }),
      ("endLine", lines.map { "\($0.upperBound)" }), ("col", columns.map { "\($0.lowerBound)" }),
      ("endColumn", columns.map { "\($0.upperBound)" }), ("title", title),
    ]
    let written = properties.compactMap { name, value -> String? in
      guard let value, !value.isEmpty else { return nil }
      return "\(name)=\(Self.escape(WorkflowLog.inert(value), isProperty: true))"
    }
    let head = written.isEmpty ? "" : " " + written.joined(separator: ",")
    let data = Self.escape(WorkflowLog.inert(message), isProperty: false)
    return "::\(level.rawValue)\(head)::\(data)"
  }

  /// Percent-encodes what would end a property or the line.
  private static func escape(_ text: String, isProperty: Bool) -> String {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): escaped += "%25".utf8
      case UInt8(ascii: "\r"): escaped += "%0D".utf8
      case UInt8(ascii: "\n"): escaped += "%0A".utf8
      case UInt8(ascii: ":") where isProperty: escaped += "%3A".utf8
      case UInt8(ascii: ",") where isProperty: escaped += "%2C".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
