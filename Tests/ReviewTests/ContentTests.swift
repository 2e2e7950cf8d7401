import Classifier
import GitHubServer
import Review
import Testing

/// What comments hold, for lists of every shape.
@Suite(.serialized) struct ContentTests {
  private func faulty(_ count: Int) -> [String] {
    (1...count).map { number in
      "- **`[ReferIS]`** New Paper \(number) CVPR'2024."
        + " [[paper](https://arxiv.org/abs/2401.\(10_000 + number))]"
    }
  }

  @Test func `accepting every suggestion makes the list clean`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    _ = try await bench.run()
    #expect(bench.comments.count == 3)
    let accepted = bench.accepted(List.text(adding: List.faulty))
    bench.github.edit { $0.push(["README.md": accepted]) }
    let outcome = try await bench.run()
    #expect(outcome.report?.lists.flatMap(\.findings).isEmpty == true)
    #expect(bench.comments.isEmpty)
  }

  @Test func `of many findings twenty-five are comments and the rest is in the body`() async throws
  {
    let bench = Bench(to: List.text(adding: faulty(40)))
    _ = try await bench.run()
    #expect(bench.comments.count == 25)
    #expect(bench.reviews.count == 1)
    for number in 26...40 { #expect(bench.reviews[0].body.contains("New Paper \(number). CVPR")) }
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
    bench.github.edit { $0.push(["README.md": List.text(adding: faulty(30))]) }
    _ = try await bench.run()
    #expect(bench.reviews.count == 1)
    #expect(bench.reviews[0].body.contains("New Paper 30. CVPR"))
    #expect(!bench.reviews[0].body.contains("New Paper 31"))
  }

  @Test func `a thousand findings keep every body and summary below its limit`() async throws {
    let bench = Bench(to: List.text(adding: faulty(1200)))
    let outcome = try await bench.run()
    #expect(!outcome.isDegraded)
    #expect(bench.reviews[0].body.utf8.count < 65_536)
    #expect(bench.reviews[0].body.contains("more"))
    #expect((outcome.summary?.markdown.utf8.count ?? 0) < 1 << 20)
    #expect(bench.github.violations.isEmpty)
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test func `an entry too long for a comment gets one without its text`() async throws {
    let title = String(repeating: "word ", count: 20_000)
    let entry =
      "- **`[ReferIS]`** \(title)end CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]"
    let bench = Bench(to: List.text(adding: [entry]))
    let outcome = try await bench.run()
    #expect(!outcome.isDegraded)
    #expect(bench.comments.count == 1)
    #expect(bench.comments[0].body.contains("too long"))
    #expect(bench.comments[0].body.utf8.count < 65_536)
  }

  @Test func `a file with carriage returns gets the corrected line to copy`() async throws {
    let bench = Bench(
      from: List.text(lineEnd: "\r\n"),
      to: List.text(adding: [List.faulty[0]], lineEnd: "\r\n")
    )
    _ = try await bench.run()
    #expect(bench.comments.count == 1)
    #expect(bench.comments[0].body.contains("```\n\(List.sound[0])\n```"))
    #expect(!bench.comments[0].body.contains("```suggestion"))
    #expect(!bench.comments[0].body.contains("\r"))
  }

  @Test(arguments: ["\n", "\r\n"])
  func `check's Markdown is the text of the comments`(lineEnd: String) async throws {
    let bench = Bench(
      from: List.text(lineEnd: lineEnd),
      to: List.text(adding: List.faulty, lineEnd: lineEnd)
    )
    let markdown = try #require(try await bench.run().report?.markdown())
    #expect(bench.comments.count == 3)
    for comment in bench.comments {
      let text = comment.body.split(separator: "\n", maxSplits: 1)[1]
      #expect(markdown.contains(text))
    }
  }

  @Test(arguments: ["\r", "\u{1B}[31m", "\u{202E}", "\u{9B}"])
  func `characters that steer are not a suggestion`(control: String) async throws {
    let entry =
      "- **`[ReferIS]`** A \(control)Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]"
    let bench = Bench(to: List.text(adding: [entry]))
    let outcome = try await bench.run()
    #expect(bench.comments.count == 1)
    for text in bench.comments.map(\.body) + [outcome.summary?.markdown ?? ""] {
      #expect(!text.contains("`suggestion\n"))
      #expect(!text.unicodeScalars.contains { control.unicodeScalars.first == $0 })
    }
  }

  @Test func `a missing line end and its entry's faults are one comment`() async throws {
    let text = String(List.text(adding: [List.faulty[0]]).dropLast())
    let bench = Bench(to: text)
    _ = try await bench.run()
    #expect(bench.comments.count == 1)
    #expect(bench.comments[0].body.contains("missing-final-newline"))
    #expect(bench.comments[0].body.contains("```suggestion\n\(List.sound[0])\n```"))
  }

  @Test func `an empty bullet is suggested to go`() async throws {
    let bench = Bench(to: List.text(adding: ["- ", List.sound[0]]))
    _ = try await bench.run()
    #expect(bench.comments.contains { $0.body.contains("```suggestion\n```") })
  }

  @Test func `a duplicate links to the line where the paper already is`() async throws {
    let twin = String(List.text().split(separator: "\n", omittingEmptySubsequences: false)[9])
    let bench = Bench(to: List.text(adding: [twin]))
    _ = try await bench.run()
    let head = try #require(bench.github.scene.pulls[1]?.heads.last)
    #expect(bench.comments.count == 1)
    #expect(
      bench.comments[0].body.contains(
        "[line 10](https://github.com/octo/list/blob/\(head)/README.md?plain=1#L10)"
      )
    )
  }

  @Test(arguments: ["docs/list.md", "a b/l\u{1F600}st (1).md"])
  func `a list that is named is reviewed, whatever its path`(path: String) async throws {
    let bench = Bench(
      Scene(base: List.text(), head: List.text(adding: List.faulty), path: path)
    )
    _ = try await bench.run(lists: [path])
    #expect(bench.comments.map(\.path) == [path, path, path])
    #expect(bench.github.violations.isEmpty)
  }

  @Test func `a list that comes, and one that goes`() async throws {
    let coming = Bench(Scene(base: ["a": "b"], head: ["README.md": List.text(adding: List.faulty)]))
    _ = try await coming.run()
    #expect(coming.comments.count == 3)
    let going = Bench(Scene(base: ["README.md": List.text(adding: List.faulty)], head: ["a": "b"]))
    _ = try await going.run()
    #expect(going.counts().writes == 0)
  }

  @Test func `a dry run sends nothing and says what it would send`() async throws {
    let bench = Bench(to: List.text(adding: List.faulty))
    let outcome = try await bench.run(isDryRun: true)
    #expect(bench.counts().writes == 0)
    let requests = try #require(JSON(Array((outcome.requests ?? "").utf8))?.array)
    #expect(requests.count == 1)
    #expect(requests[0]["body"]?["comments"]?.array?.count == 3)
    _ = try await bench.run()
    let sent = try #require(bench.github.exchanges.last { $0.request.method == "POST" })
    #expect(requests[0]["body"] == JSON(sent.request.body))
    #expect(outcome.plan?.page.contains("A comment at README.md:50") == true)
  }
}

extension Bench {
  /// A text after somebody accepted every suggestion on it.
  func accepted(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for comment in comments.sorted(by: { $0.line ?? 0 > $1.line ?? 0 }) {
      let body = comment.body.split(separator: "\n", omittingEmptySubsequences: false)
      guard let start = body.firstIndex(where: { $0.hasSuffix("`suggestion") }),
        let end = body[(start + 1)...].firstIndex(of: body[start].dropLast("suggestion".count)),
        let line = comment.line
      else { continue }
      lines.replaceSubrange(
        ((comment.startLine ?? line) - 1)..<line,
        with: body[(start + 1)..<end].map(String.init)
      )
    }
    return lines.joined(separator: "\n")
  }
}
