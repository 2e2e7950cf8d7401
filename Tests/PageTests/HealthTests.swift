import Git
import Review
import Rules
import Testing

@testable import Page

/// What is wrong with lists over their history.
struct HealthTests {
  @Test func `the history is that of all lists together`() throws {
    let repository = try HistoryRepository()
    let good = "- GSVA: A Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]\n"
    let bad = "- LISA: A Paper. CVPR'2024. [[paper](http://arxiv.org/abs/2308.00692)]\n"
    try repository.commit("# A\n\n\(good)", path: "README.md")
    try repository.commit("# B\n\n\(bad)", path: "more.md")
    try repository.commit(
      "# A\n\n\(good)\(good.replacing("10103", with: "10104"))",
      path: "README.md"
    )
    let points = try repository.health("README.md", "more.md").points
    #expect(points.map(\.entries) == [1, 2, 3])
    #expect(points.map(\.findings).first == 0)
    #expect(points[1].findings > 0)
  }

  /// The conference is two years after the commits, and one after the year of the page.
  @Test func `the last point counts the findings that are listed`() throws {
    let repository = try HistoryRepository()
    let entry = "- GSVA: A Paper. CVPR'2025. [[paper](http://arxiv.org/abs/2312.10103)]\n"
    try repository.commit("# A\n\n\(entry)", path: "README.md")
    try repository.commit("# A\n\n\(entry)\(entry)", path: "README.md")
    let health = try repository.health("README.md")
    #expect(health.points.map(\.entries) == [1, 2])
    #expect(health.points.last?.findings == health.findings.count)
    #expect(health.findings.count > 0)
  }

  @Test(arguments: [(27, 50), (2_200, 50), (3_737, 29), (100_000, 20)])
  func `the longer a list is, the fewer of its times are judged`(entries: Int, count: Int) {
    let times = Health.spread(500, entries: entries)
    #expect(times.count == count)
    #expect(times.first == 0)
    #expect(times.last == 499)
    #expect(times == times.sorted())
    #expect(Health.spread(10, entries: entries) == Array(0..<10))
  }
}
