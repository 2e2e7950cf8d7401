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

  /// Writes an entry with one venue after the other, and returns what the page says became of it.
  private func updates(_ venues: [String]) throws -> [String] {
    let repository = try HistoryRepository()
    for venue in venues {
      let entry = lisa.replacing("arXiv'2023", with: venue)
      try repository.commit("# A\n\n\(entry)\n\(gsva)\n", path: "README.md")
    }
    return try repository.site().files.filter { $0.name == "index.html" }.flatMap { file in
      String(decoding: file.bytes, as: UTF8.self)
        .matches(of: /<\/a>: ([^<]* became [^<]*), <time>/).map { String($0.1) }
    }
  }

  @Test(arguments: [
    // A correction, another form, another year, and other places are no publication.
    ["CVRP'2024", "CVPR'2024"], ["ECCV'2024", "CVPR'2024"], ["CVPR'2023", "CVPR'2024"],
    ["arxiv'2023", "arXiv'2023"], ["Arixv'2023", "arXiv'2023"], ["arXiv'2023", "arXiv'2024"],
    ["ICML 2023, NAACL 2022", "NAACL 2022"], ["arXiv 2022, CVPR 2023", "CVPR 2023"],
    ["arXiv'2023", "CVPR 2024, ECCV 2024"], ["arXiv'2023", "Under Review'2024"],
    // What became something and is a preprint again is one.
    ["arXiv'2023", "CVPR'2024", "arXiv'2023"],
  ])
  func `a venue that changed for another reason than publication is not an update`(
    _ venues: [String]
  ) throws {
    #expect(try updates(venues) == [])
  }

  @Test func `an update says where the paper was published as it is listed now, once`() throws {
    #expect(try updates(["arXiv'2023", "CVPR'2024"]) == ["arXiv 2023 became CVPR 2024"])
    #expect(
      try updates(["arXiv preprint arXiv:2308.00692 2023", "CVPR'2024"])
        == ["arXiv 2023 became CVPR 2024"]
    )
    #expect(
      try updates(["arXiv'2023", "ICLR'2024", "ICLR'2025"]) == ["arXiv 2023 became ICLR 2025"]
    )
    #expect(
      try updates(["arXiv'2023", "CVPR'2024", "arXiv'2024", "TPAMI'2025"])
        == ["arXiv 2024 became TPAMI 2025"]
    )
  }

  @Test func `a paper that is listed twice is updated once`() throws {
    let repository = try HistoryRepository()
    for venue in ["arXiv'2023", "CVPR'2024"] {
      let entry = lisa.replacing("arXiv'2023", with: venue)
      try repository.commit("# A\n\n## One\n\n\(entry)\n\n## Two\n\n\(entry)\n", path: "README.md")
    }
    let page = try repository.site().files.first { $0.name == "index.html" }
    let text = String(decoding: try #require(page).bytes, as: UTF8.self)
    #expect(text.ranges(of: " became ").count == 1)
  }
}
