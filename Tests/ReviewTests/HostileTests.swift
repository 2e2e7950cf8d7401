import Foundation
import GitHubServer
import Markdown
import Review
import Testing

/// Entries whose author means harm.
@Suite(.serialized) struct HostileTests {
  /// What a title tries to be: a mention, references, links, HTML, a fence, a marker, commands.
  static let attacks = [
    "@octocat and @octo/team see #12, GH-12, octo/list#1 and https://github.com/octo/list/issues/1",
    "0123456789012345678901234567890123456789 <img src=https://evil.example/x.png> <b>bold</b>",
    "</details><details open><summary>Approved</summary> ![x](https://evil.example/x.png)",
    "```` ``` ``` ````suggestion ```suggestion", "`a``b```c````d` `\u{301}``\u{301}",
    "<!-- rubric comment 0123456789abcdef --> <!-- rubric review settled -->",
    "::error file=a,line=1::Hacked %0A::add-mask::x ##[error]Hacked ##[add-mask]x",
    "\u{1B}[31mred\u{1B}]0;title\u{7} \u{9B}31m \u{202E}desrever \u{200B}\u{2066}",
    "$`\\$\\href{https://evil.example}{x}`$ &#64;octocat &lt;b&gt; [x][y] ~~s~~",
    run(80) + " @octocat <b>evil</b> " + run(80), run(81) + " @octocat " + run(1),
    "x " + run(255) + " @octocat **evil** " + run(256), run(79) + " @octocat " + run(80),
    "\u{E0041}\u{3164}\u{61C}\u{180E} @octocat",
  ]

  private static func run(_ count: Int) -> String { String(repeating: "`", count: count) }

  private func entries(_ attack: String) -> [String] {
    [
      "- **`[\(attack)]`** Some Paper CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]",
      "- **`[ReferIS]`** \(attack) CVPR'2024. [[paper](https://arxiv.org/abs/2401.00002)]",
      "- **`[ReferIS]`** Other Paper. \(attack)'2024. [[\(attack)](http://www.arxiv.org/pdf/2401.00003v1)]",
    ]
  }

  @Test(arguments: attacks)
  func `in comments a stranger's text stands in code only`(attack: String) async throws {
    let bench = Bench(to: List.text(adding: entries(attack)))
    let outcome = try await bench.run()
    #expect(!outcome.isDegraded)
    #expect(!bench.comments.isEmpty)
    let texts =
      bench.comments.map(\.body) + bench.reviews.map(\.body) + [outcome.summary?.markdown ?? ""]
    for text in texts {
      let rest = try withoutCode(text)
      for mark in ["@", "octocat", "evil", "<img", "<b>", "GH-12", "#12", "Approved", "Hacked"] {
        #expect(!rest.contains(mark), "\(mark) in \(rest)")
      }
      #expect(rest.components(separatedBy: "<details>").count <= 4)
      #expect(rest.components(separatedBy: "<!--").count <= 2)
    }
    let before = bench.github.exchanges.count
    _ = try await bench.run()
    #expect(bench.counts(since: before).writes == 0)
  }

  @Test(arguments: attacks)
  func `in the log a stranger's text is obeyed by nobody`(attack: String) async throws {
    var scene = Scene(base: List.text(), head: List.text(adding: entries(attack)))
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    let bench = Bench(scene)
    let outcome = try await bench.run(token: "ghs_reader")
    let dry = try await bench.run(isDryRun: true)
    for line in outcome.logLines + [dry.requests ?? ""] {
      #expect(!line.contains("##["))
      #expect(
        !line.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{9B}" || $0 == "\u{202E}" }
      )
    }
    for line in outcome.logLines {
      #expect(!line.contains("\n") && !line.contains("\r"))
      // A command is the program's own, with a file of the list.
      if line.hasPrefix("::") { #expect(line.contains(" file=README.md,line=")) }
      #expect(!line.drop { $0 == " " }.hasPrefix("::add-mask"))
    }
    for line in (dry.requests ?? "").split(separator: "\n") {
      #expect(!line.drop { $0 == " " }.hasPrefix("::"))
    }
  }

  @Test func `a path of a stranger's is not a property and no markup`() async throws {
    let path = "a,line=9::x ##[error] @octocat `b`.md"
    var scene = Scene(base: List.text(), head: List.text(adding: List.faulty), path: path)
    scene.tokens["ghs_reader"] = Scene.Grant(canWritePulls: false)
    let bench = Bench(scene)
    let outcome = try await bench.run(token: "ghs_reader", lists: [path])
    #expect(outcome.summary?.annotations.count == 3)
    for line in outcome.logLines where line.hasPrefix("::") {
      #expect(line.contains("file=a%2Cline=9%3A%3Ax"))
      #expect(!line.contains("##["))
    }
    let markdown = try withoutCode(outcome.summary?.markdown ?? "")
    #expect(!markdown.isEmpty)
    #expect(!markdown.contains("@"))
  }

  /// An indented line of a contribution ends no fence, however long it is, and a block that spans lines is one.
  @Test(arguments: [80, 81, 254, 255, 256, 300])
  func `a line of backticks ends no block`(count: Int) async throws {
    let line = Self.run(count)
    let entry =
      "- **`[ReferIS][ReferIS]`** Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2401.00001)]"
    let head = List.text(adding: [
      entry + "\n   \(line)\n   @octocat <b>evil</b> [x](https://evil.example)"
    ])
    let bench = Bench(to: head)
    let outcome = try await bench.run()
    let texts =
      bench.comments.map(\.body) + bench.reviews.map(\.body) + [outcome.summary?.markdown ?? ""]
    #expect(!bench.comments.isEmpty || !bench.reviews.isEmpty)
    for text in texts {
      let rest = try withoutCode(text)
      #expect(!rest.contains("octocat") && !rest.contains("evil"), "\(rest)")
    }
  }

  /// Returns what GitHub's own parser makes of a text, without what is code in it.
  private func withoutCode(_ text: String) throws -> String {
    let html = try #require(Rendering.html(of: Array(text.utf8)))
    var rest = String(decoding: html, as: UTF8.self)
    while let start = rest.range(of: "<code"),
      let end = rest.range(of: "</code>", range: start.upperBound..<rest.endIndex)
    {
      rest.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return rest
  }
}
