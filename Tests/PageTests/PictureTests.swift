import Testing

@testable import Page

/// Charts, as they are drawn.
struct PictureTests {
  private func years(_ counts: [(year: Int, count: Int)]) throws -> String {
    let rows = counts.map { EntryCounts.Row(value: "\($0.year)", count: $0.count) }
    let picture = Picture.columns("years", title: "Years", of: rows, called: ("Year", "Entries"))
    return String(decoding: try #require(picture).file.bytes, as: UTF8.self)
  }

  /// Returns where the texts of a line stand, and what they say.
  private func labels(_ picture: String, inYears: Bool) -> [(x: Int, text: String)] {
    picture.matches(of: /<text x="(\d+)" y="(\d+)">(\d+)<\/text>/)
      .filter { ($0.2 == "241") == inYears }.map { (Int($0.1) ?? 0, String($0.3)) }
      .sorted { $0.x < $1.x }
  }

  @Test(arguments: [1, 5, 12, 20, 24, 37, 60, 100])
  func `the names of years do not overlap, and the last year has one`(count: Int) throws {
    let picture = try years((0..<count).map { (1_925 + $0, $0 % 7 + 1) })
    let names = labels(picture, inYears: true)
    #expect(names.last?.text == "\(1_924 + count)")
    #expect(zip(names, names.dropFirst()).allSatisfy { $0.x + 36 <= $1.x })
  }

  @Test(arguments: [20, 24, 60]) func `the highest column has its number`(count: Int) throws {
    let picture = try years((0..<count).map { (1_950 + $0, $0 == 7 ? 1_234 : 100 + $0) })
    #expect(labels(picture, inYears: false).contains { $0.text == "1234" })
  }

  @Test(arguments: [20, 24, 37, 60]) func `numbers do not run together`(count: Int) throws {
    let picture = try years((0..<count).map { (1_950 + $0, 10) })
    let numbers = labels(picture, inYears: false)
    #expect(numbers.count > 1)
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0.x + 18 <= $1.x })
  }

  @Test func `each number is shown where there is room for all`() throws {
    let picture = try years((0..<12).map { (2_010 + $0, 100 + $0 * 37 % 90) })
    #expect(labels(picture, inYears: false).count == 12)
  }

  @Test func `a year without entries has its place and no column`() throws {
    let picture = try years([(2_001, 3), (2_003, 1), (2_004, 2)])
    #expect(labels(picture, inYears: true).map(\.text) == ["2001", "2002", "2003", "2004"])
    #expect(labels(picture, inYears: false).map(\.text) == ["3", "1", "2"])
  }

  @Test func `years that lie far apart stand beside each other`() throws {
    let picture = try years([(1_850, 3), (2_003, 1)])
    #expect(labels(picture, inYears: true).map(\.text) == ["1850", "2003"])
  }
}
