import Page
import Testing

/// When entries came in, by the history of a repository.
struct HistoryTests {
  private let lisa =
    "- LISA: Reasoning Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)]"
  private let gsva =
    "- GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]"
  private let plain =
    "- A Paper Without an Address Anywhere. CVPR'2022. [[paper](https://example.org/plain)]"

  /// Writes each version on a day of its own and returns how many days after the first each entry came in.
  private func days(_ versions: [String?], path: String = "README.md") throws -> [Int?] {
    let repository = try HistoryRepository()
    for version in versions { try repository.commit(version, path: path) }
    return try repository.days(path)
  }

  @Test func `an entry is as old as its first version`() throws {
    #expect(try days(["# A\n", "# A\n\n\(lisa)\n", "# A\n\n\(lisa)\n\(gsva)\n"]) == [1, 2])
  }

  @Test func `an entry stays the same through edits of all of its fields, one at a time`() throws {
    let titled = lisa.replacing("Reasoning Segmentation", with: "Segmentation by Reasoning")
    let published = titled.replacing("arXiv'2023", with: "CVPR'2024")
    let moved = "# A\n\n## One\n\n\(gsva)\n\n## Two\n\n\(published)\n"
    #expect(
      try days([
        "# A\n\n## One\n\n\(lisa)\n", "# A\n\n## One\n\n\(titled)\n\(gsva)\n",
        "# A\n\n## One\n\n\(published)\n\(gsva)\n",
        moved,
      ]) == [1, 0]
    )
  }

  @Test func `a title is followed where there is no address of a paper`() throws {
    let titled = plain.replacing("Anywhere", with: "At All")
    #expect(try days(["\(plain)\n", "\(titled)\n\(gsva)\n"]) == [0, 1])
  }

  @Test func `what was taken out and comes back is not new`() throws {
    #expect(try days(["\(lisa)\n", "\(gsva)\n", "\(gsva)\n\(lisa)\n"]) == [1, 0])
    #expect(try days(["\(lisa)\n", nil, "\(lisa)\n"]) == [0])
  }

  @Test func `what a comment hides is not there, and is as old as before when it shows again`()
    throws
  {
    let repository = try HistoryRepository()
    for version in [
      "\(lisa)\n\n\(gsva)\n", "\(lisa)\n\n<!--\n\(gsva)\n-->\n", "\(lisa)\n\n\(gsva)\n",
    ] {
      try repository.commit(version, path: "README.md")
    }
    #expect(try repository.days("README.md") == [0, 0])
    #expect(try repository.history("README.md").growth.map(\.count) == [2, 1, 2])
  }

  @Test func `a list that was written in another way had its papers all the same`() throws {
    let table = "| Paper | Link |\n| --- | --- |\n| LISA | https://arxiv.org/pdf/2308.00692v2 |\n"
    #expect(try days([table, "\(lisa)\n\(gsva)\n"]) == [0, 1])
  }

  @Test func `a file that was renamed is followed`() throws {
    let repository = try HistoryRepository()
    try repository.commit("# A\n\n\(lisa)\n", path: "list.md")
    try repository.rename("list.md", to: "README.md")
    #expect(try repository.days("README.md") == [0])
  }

  @Test func `what a branch brought came with its merge`() throws {
    let repository = try HistoryRepository()
    try repository.commit("# A\n\n## One\n\n## Two\n", path: "README.md")
    try repository.git("checkout", "-q", "-b", "branch")
    try repository.commit("# A\n\n## One\n\n\(lisa)\n\n## Two\n", path: "README.md")
    try repository.git("checkout", "-q", "main")
    try repository.commit("# A\n\n## One\n\n## Two\n\n\(gsva)\n", path: "README.md")
    try repository.merge("branch")
    #expect(try repository.days("README.md") == [3, 2])
  }

  @Test func `what a shallow clone begins with has no date`() throws {
    let repository = try HistoryRepository()
    for version in ["\(lisa)\n", "\(lisa)\n\n\n", "\(lisa)\n\(gsva)\n"] {
      try repository.commit(version, path: "README.md")
    }
    let clone = try repository.shallowClone(depth: 2)
    let history = try repository.history("README.md", at: clone)
    #expect(history.added.map { $0 == nil } == [true, false])
  }

  @Test func `a preprint that was published is an update`() throws {
    let repository = try HistoryRepository()
    try repository.commit("\(lisa)\n", path: "README.md")
    try repository.commit("\(lisa.replacing("arXiv'2023", with: "CVPR'2024"))\n", path: "README.md")
    let updates = try repository.history("README.md").updates
    #expect(updates.map { "\($0.entry) \($0.before) \($0.after)" } == ["0 arXiv 2023 CVPR 2024"])
  }
}
