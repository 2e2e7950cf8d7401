import Classifier
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
  /// Where each finding should begin, in bytes.
  let marks: [Int]

  init(_ example: Example, preamble: String = "", lineEnd: String = "\n") {
    let marked = example.markedText
    let before = (preamble + frame(example.setting)).withLineEnds(lineEnd)
    self.before = before
    after = example.setting == .file ? "" : lineEnd
    self.lineEnd = lineEnd
    setting = example.setting
    text = before + marked.text.withLineEnds(lineEnd) + after
    marks = marked.marks.map { mark in
      let lines = marked.text.utf8.prefix(mark).count { $0 == UInt8(ascii: "\n") }
      return before.utf8.count + mark + lines * (lineEnd.utf8.count - 1)
    }
  }

  init(_ text: String, of example: Example) {
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
    let builtIn = try #require(try Rulebook.builtIn())
    // What stands around the example teaches how it should be written.
    let isLearned = ![.file, .tagged, .untagged].contains(setting)
    let others = SourceText(before)
    let rulebook = isLearned ? builtIn.learned(from: others, or: others).rulebook : builtIn
    let document = rulebook.document(SourceText(text))
    let empty = rulebook.document(SourceText(""))
    return Reviewer(rulebook: rulebook, year: 2025).review(
      path: "README.md",
      base: empty,
      head: document,
      touched: [document.text.lineNumbers],
      lookingAtAll: true
    )
  }

  /// The file after everything that can be mended has been.
  func corrected(_ report: ListReport) throws -> String {
    String(decoding: report.correctedText(applying: .needsReview), as: UTF8.self)
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
  case .untagged:
    return legend + """
      - One Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00001)]
      - Another Paper. CVPR'2023. [[paper](https://arxiv.org/abs/2211.00002)]

      """
  }
}

/// Returns a section of twelve entries, which is enough for a habit.
private func twelve(_ entry: (Int) -> String) -> String {
  (10..<22).map(entry).joined()
}
