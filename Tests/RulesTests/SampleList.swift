import Classifier
import Learning
import ListModel
import Markdown
import Rules
import Testing

/// A small list with an example's text in it.
struct SampleList {
  private let text: String
  private let setting: Example.Setting
  private let before: String
  private let after: String
  private let lineEnd: String
  /// The file before the contribution; nil where all of it is looked at.
  private let base: String?
  /// The rule that is shown, where a rulebook has to switch it on.
  private let offRule: (any Rule.Type)?
  /// What registries say of it.
  private let facts: FactTable
  /// Where each finding should begin, in bytes.
  let marks: [Int]

  init(
    _ example: Example,
    preamble: String = "",
    lineEnd: String = "\n",
    of rule: (any Rule.Type)? = nil
  ) {
    base = example.base?.withLineEnds(lineEnd)
    offRule = rule.flatMap { $0.isOffByDefault ? $0 : nil }
    let marked = example.markedText
    let before = (preamble + frame(example.setting)).withLineEnds(lineEnd)
    self.before = before
    after = example.setting == .file ? "" : lineEnd
    self.lineEnd = lineEnd
    setting = example.setting
    facts = example.facts
    text = before + marked.text.withLineEnds(lineEnd) + after
    marks = marked.marks.map { mark in
      let lines = marked.text.utf8.prefix(mark).count { $0 == UInt8(ascii: "\n") }
      return before.utf8.count + mark + lines * (lineEnd.utf8.count - 1)
    }
  }

  init(_ text: String, of example: Example) {
    base = example.base
    offRule = nil
    facts = example.facts
    self.text = text
    setting = example.setting
    before = frame(example.setting)
    after = ""
    lineEnd = "\n"
    marks = []
  }

  /// The whole file with another text in the example's place; none takes its line along.
  func text(with replacement: String) -> String {
    before + replacement.withLineEnds(lineEnd) + (replacement.isEmpty ? "" : after)
  }

  func offset(of finding: LocatedFinding) -> Int {
    SourceText(text).line(finding.line).lowerBound + finding.column - 1
  }

  func report() throws -> ListReport {
    var builtIn = try #require(try Rulebook.builtIn())
    if let offRule {
      builtIn.severities[offRule.description.id] = offRule.description.severity
    }
    // What stands around the example teaches how it should be written.
    let isLearned = ![.file, .tagged, .untagged].contains(setting)
    let others = SourceText(before)
    let rulebook = isLearned ? builtIn.learned(from: others, or: others).rulebook : builtIn
    let document = rulebook.document(SourceText(text))
    let before = rulebook.document(SourceText(base ?? ""))
    return Reviewer(rulebook: rulebook, year: 2025, knowing: facts).review(
      path: "README.md",
      base: before,
      head: document,
      touched: touchedLines(from: before.text, to: document.text),
      lookingAtAll: base == nil
    )
  }

  /// The file after everything that can be mended has been.
  func corrected(_ report: ListReport) throws -> String {
    String(decoding: report.correctedText(applying: .needsReview), as: UTF8.self)
  }
}

/// Returns the lines of one text that another does not have.
func touchedLines(from base: SourceText, to head: SourceText) -> [Range<Int>] {
  func lines(_ text: SourceText) -> [String] { text.lineNumbers.map { text.string(text.line($0)) } }
  return lines(head).difference(from: lines(base)).insertions.compactMap { change in
    guard case .insert(let offset, _, _) = change else { return nil }
    return offset + 1..<offset + 2
  }
}

extension String {
  fileprivate func withLineEnds(_ lineEnd: String) -> String {
    lineEnd == "\n" ? self : String(flatMap { $0 == "\n" ? Array(lineEnd) : [$0] })
  }
}

private func frame(_ setting: Example.Setting) -> String {
  let legend = """
    ## Related Task

    **`[ReferIS]`**: Referring Image Segmentation  
    **`[GRES]`**: Generalized Referring Expression Segmentation  
    **`[ReasonIS]`**: Reasoning Image Segmentation  

    ## General


    """
  switch setting {
  case .file: return ""
  case .tagged:
    return legend + """
      - **`[ReferIS]`** One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]
      - **`[GRES]`** Another Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]

      """
  case .blocks:
    return twelve { number in
      """
      **Paper \(number): What It Is About** \\
      *Ada Adams, Bo Brown* \\
      [[Paper](https://arxiv.org/abs/2211.000\(number))]


      """
    }
  case .nested:
    return twelve { number in
      """
      - [Paper \(number): What It Is About](https://arxiv.org/abs/2211.000\(number))
        - Ada Adams, Bo Brown
        - Keyword: Segmentation

      """
    }
  case .described:
    return twelve { number in
      """
      - [Tool\(number)](https://example.org/\(number)) - Does something useful.

      """
    }
  case .rows:
    return "| Title | Venue | Links |\n|---|---|---|\n"
      + twelve { number in
        """
        | Paper \(number): What It Is About | CVPR 2023 | [Paper](https://arxiv.org/abs/2211.000\(number)) |

        """
      }
  case .numbered:
    return (10..<22).map { number in
      """
      \(number). [Tool\(number * 5 % 12)](https://example.org/\(number)) - Does something.

      """
    }
    .joined()
  case .untagged:
    return legend + """
      - One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]
      - Another Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]

      """
  }
}

/// Returns a section of twelve entries, which is enough for a habit, in no order.
private func twelve(_ entry: (Int) -> String) -> String {
  (10..<22).map { entry($0 * 5 % 12 + 10) }.joined()
}
