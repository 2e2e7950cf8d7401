/// A comment to be made on lines of a pull request's diff.
package struct DraftReviewComment: Sendable, Hashable, Encodable {
  package var path: String
  /// The first and the last line, counted at the side.
  package var lines: ClosedRange<Int>
  package var side: DiffSide
  package var body: String

  package init(path: String, lines: ClosedRange<Int>, side: DiffSide = .right, body: String) {
    self.path = path
    self.lines = lines
    self.side = side
    self.body = body
  }

  /// Writes a start only where it is before the end, for GitHub refuses one that is the end.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(body, forKey: .body)
    try container.encode(lines.upperBound, forKey: .line)
    try container.encode(side, forKey: .side)
    if lines.lowerBound < lines.upperBound {
      try container.encode(lines.lowerBound, forKey: .startLine)
      try container.encode(side, forKey: .startSide)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case path, body, line, side
    case startLine = "start_line"
    case startSide = "start_side"
  }
}
