import FoundationEssentials
import Review
import Testing

/// The report for reviewdog.
struct RDJSONTests {
  private let line = "- \u{E9} LISA. CVPR'2024 [[paper](https://www.arxiv.org/abs/2308.00692)]"
  private let corrected = "- \u{E9} LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]"

  private func diagnostics(_ report: Report) throws -> [JSONValue] {
    let result = try JSONDecoder().decode(JSONValue.self, from: Data(report.rdjson().utf8))
    #expect(result["source"]?["name"] == "rubric")
    return try #require(result["diagnostics"]?.items)
  }

  @Test func `a diagnostic says what is wrong where, in bytes`() throws {
    let diagnostics = try diagnostics(report(adding: line))
    #expect(
      diagnostics.map { $0["code"]?["value"] } == ["missing-full-stop", "non-canonical-arxiv-url"]
    )
    #expect(diagnostics[0]["severity"] == "ERROR")
    let column = "- \u{E9} LISA. CVPR'2024".utf8.count + 1
    #expect(
      diagnostics[0]["location"] == [
        "path": "README.md",
        "range": [
          "start": ["line": 1, "column": .number(column)],
          "end": ["line": 1, "column": .number(column)],
        ],
      ]
    )
  }

  @Test func `an entry has its suggestion once`() throws {
    let diagnostics = try diagnostics(report(adding: line, "- "))
    #expect(diagnostics.map { $0["suggestions"]?.items?.count } == [1, nil, 1])
    #expect(
      diagnostics[0]["suggestions"] == [
        [
          "range": [
            "start": ["line": 1, "column": 1],
            "end": ["line": 1, "column": .number(line.utf8.count + 1)],
          ],
          "text": .string(corrected),
        ]
      ]
    )
    // At the end of a file there is no line end to go along.
    #expect(
      diagnostics[2]["suggestions"]?.items?.first?["range"]?["end"] == ["line": 2, "column": 3]
    )
  }

  @Test func `a line that goes takes its end along`() throws {
    let diagnostics = try diagnostics(
      report(adding: "-", "- LISA. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]")
    )
    #expect(
      diagnostics.first?["suggestions"]?.items?.first?["range"] == [
        "start": ["line": 1, "column": 1], "end": ["line": 2, "column": 1],
      ]
    )
  }

  @Test func `the text has the file's line ends`() throws {
    let wrapped = try diagnostics(
      report(
        adding: "- LISA. CVPR'2024",
        "  [[paper](https://arxiv.org/abs/2308.00692)]",
        lineEnd: "\r\n"
      )
    )
    let texts = wrapped.compactMap { $0["suggestions"]?.items?.first?["text"]?.string }
    #expect(!texts.isEmpty)
    for text in texts {
      #expect(!text.replacing("\r\n", with: "").utf8.contains(UInt8(ascii: "\n")))
    }
  }

  @Test func `what was there before weighs nothing`() throws {
    let changed = line.replacing("LISA", with: "LISA 2") + "  x"
    let diagnostics = try diagnostics(report(changing: line, to: changed))
    let old = diagnostics.filter {
      $0["message"]?.string?.hasSuffix("(it was there before)") == true
    }
    #expect(!old.isEmpty && old.count < diagnostics.count)
    #expect(Set(old.map { $0["severity"]?.string }) == ["INFO"])
  }
}
