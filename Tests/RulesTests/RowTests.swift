import Rules
import Testing

/// Rows that GitHub shows as text.
struct RowTests {
  private let head = "| Paper | Venue |\n| --- | --- |\n"

  private func rows(_ numbers: Range<Int>) -> String {
    numbers.map { "| [Paper \($0)](https://arxiv.org/abs/2401.000\($0)) | CVPR 2024 |" }
      .joined(separator: "\n")
  }

  private var list: String { "## Papers\n\n\(head)\(rows(10..<24))\n" }

  private func places(_ lines: String) throws -> [String] {
    try Contribution(lines, to: list).messages.filter { $0.hasPrefix("GitHub") }
  }

  @Test func `a row below the table belongs to it`() throws {
    #expect(try places(rows(40..<42)).isEmpty)
  }

  @Test func `of rows that an empty line parts from the table the first is told`() throws {
    #expect(
      try places("\n\(rows(40..<43))")
        == ["GitHub shows this row as text, not in the table: remove the empty line above it"]
    )
  }

  @Test func `a row above a header is none`() throws {
    #expect(
      try places("\n## More\n\n\(rows(40..<41))\n\(head)\(rows(41..<44))")
        == ["GitHub shows this row as text: put it below the header of the table"]
    )
  }

  @Test func `rows without a header are none`() throws {
    #expect(
      try places("\n## More\n\n\(rows(40..<44))")
        == ["GitHub shows this row as text: it does not stand below the header of a table"]
    )
  }

  @Test func `a header needs its line of dashes`() throws {
    #expect(
      try places("\n## More\n\n| Paper | Venue |\n\(rows(40..<44))")
        == [
          "GitHub shows this row as text: below the header of the table, the line with '---' for each column is missing"
        ]
    )
  }

  @Test func `a header may do without its first bar`() throws {
    #expect(try places("\n## More\n\nPaper | Venue\n--- | ---\n\(rows(40..<44))").isEmpty)
  }

  @Test func `rows of an example in a block of code are none`() throws {
    #expect(try places("\n```\n\(rows(40..<44))\n```").isEmpty)
  }
}
