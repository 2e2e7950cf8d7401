import Git
import Page
import Review
import Rules
import Testing

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
}
