package import ListModel
internal import Markdown
internal import Text

/// Reports a file whose lines end in two ways.
package struct MixedLineEnds: ListRule {
  package static let description = RuleDescription(
    id: "mixed-line-ends",
    summary: "Some lines end with CRLF and others with LF.",
    rationale:
      "An editor set to CRLF changes lines that you did not mean to edit, and they all show up in the diff.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "## General\n\n- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]\n",
        in: .file
      )
    ]
  )

  package init() {}

  package func check(_ list: ListDocument, in context: ListContext) -> [Finding] {
    let bytes = list.text.bytes
    guard bytes.first(.carriageReturn, in: 0..<bytes.count) != nil else { return [] }
    let lines = list.text.lineNumbers
    if let finding = loneReturn(in: list.text) { return [finding] }
    let windows = lines.filter { list.text.lineEnd($0).count == 2 }
    let unix = lines.count { list.text.lineEnd($0).count == 1 }
    guard !windows.isEmpty, unix > 0 else { return [] }
    let isWindows = windows.count > unix
    let wrong = isWindows ? lines.filter { list.text.lineEnd($0).count == 1 } : windows
    guard let first = wrong.first else { return [] }
    let edits = wrong.map { line in
      let end = list.text.lineEnd(line)
      return Fix.Edit(end.startIndex..<end.endIndex, isWindows ? "\r\n" : "\n")
    }
    return [
      finding(
        .mixed(isWindows ? "LF" : "CRLF", wrong.count),
        at: list.text.line(first),
        fix: Fix("Write all line ends alike", edits: edits)
      )
    ]
  }

  /// GitHub shows what follows a `\r` that stands alone on a line of its own, which no diff knows.
  private func loneReturn(in text: SourceText) -> Finding? {
    for number in text.lineNumbers {
      let line = text.line(number)
      guard let offset = text.bytes.first(.carriageReturn, in: line) else { continue }
      return finding(.loneReturn, at: offset..<offset + 1)
    }
    return nil
  }
}

extension Message {
  fileprivate static let loneReturn: Message =
    "Replace the carriage return inside this line: GitHub shows two lines, and a diff shows one"

  fileprivate static func mixed(_ kind: String, _ count: Int) -> Message {
    count == 1
      ? "a line ends in \(kind), the others do not"
      : "\(count) lines end in \(kind), the others do not"
  }
}
