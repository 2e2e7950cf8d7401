import Foundation
import GitHubServer
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
  ]

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
      let rest = withoutCode(text)
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

  @Test func `a path of a stranger's is no property and no markup`() async throws {
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
    let markdown = withoutCode(outcome.summary?.markdown ?? "")
    #expect(!markdown.isEmpty)
    #expect(!markdown.contains("@"))
  }

  /// Returns a text without its fenced blocks and code spans, read as CommonMark does.
  private func withoutCode(_ text: String) -> String {
    var lines: [String] = []
    var fence: String?
    for line in text.components(separatedBy: "\n") {
      if let open = fence {
        let bare = line.trimmingCharacters(in: .whitespaces)
        if bare.utf8.allSatisfy({ $0 == 0x60 }), bare.utf8.count >= open.utf8.count { fence = nil }
      } else if line.hasPrefix("```") {
        fence = String(line.prefix { $0 == "`" })
      } else {
        lines.append(withoutSpans(line))
      }
    }
    return lines.joined(separator: "\n")
  }

  private func withoutSpans(_ line: String) -> String {
    var rest = Array(line.utf8)[...]
    var kept: [UInt8] = []
    while let byte = rest.first {
      guard byte == 0x60 else {
        kept.append(byte)
        rest = rest.dropFirst()
        continue
      }
      let open = rest.prefix { $0 == 0x60 }.count
      var ahead = rest.dropFirst(open)
      var end: Int?
      while end == nil, let start = ahead.firstIndex(of: 0x60) {
        let run = ahead[start...].prefix { $0 == 0x60 }.count
        if run == open { end = start + run }
        ahead = ahead[(start + run)...]
      }
      if let end {
        rest = rest[end...]
      } else {
        kept += rest.prefix(open)
        rest = rest.dropFirst(open)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
