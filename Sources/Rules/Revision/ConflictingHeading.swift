internal import ListModel
internal import Markdown
internal import Text

/// Reports an arXiv identifier that stands under two headings, in a list with a heading for each paper.
package struct ConflictingHeading: RevisionRule {
  package static let description = RuleDescription(
    id: "conflicting-heading",
    summary:
      "The same arXiv identifier is under two headings, in a list that has one heading per paper.",
    rationale:
      "One of the two links opens the wrong paper, usually because a section was copied as a starting point.",
    fixes: .never,
    examples: [
      .accepted(paper("One", "2308.00001") + paper("Two", "2308.00002"), in: .file),
      .reported(
        others + paper("LISA: Reasoning Segmentation", "2308.00005", mark: "1️⃣"),
        "arXiv 2308.00005 is on line 24 under the heading 'Five': check the link and the heading",
        in: .file,
        after: others
      ),
    ]
  )

  package init() {}

  /// How few papers with a heading make such a list.
  private static let fewest = 5

  package func check(_ revision: Revision, in context: ListContext) -> [Finding] {
    let papers = revision.head.headedPapers
    let byIdentifier = Dictionary(grouping: papers, by: \.id)
    guard byIdentifier.count >= Self.fewest, byIdentifier.count < papers.count else { return [] }
    let known = Set(revision.isWhole ? [] : revision.base.headedPapers)
    return papers.compactMap { paper in
      let isNew = revision.isWhole || revision.touched.contains { $0.overlaps(paper.lines) }
      guard isNew, !known.contains(paper) else { return nil }
      let other = byIdentifier[paper.id]?.first { other in
        // Of two new ones the later is reported.
        let isOtherNew = revision.isWhole || revision.touched.contains { $0.overlaps(other.lines) }
        return other != paper && !isAlike(other.titleKey, paper.titleKey)
          && !revision.head.text.haveOneTitle(paper, other)
          && (!isOtherNew || other.lines.lowerBound < paper.lines.lowerBound)
      }
      guard let other else { return nil }
      return finding(
        .conflicting(paper.id.description, line: other.line, title: other.title),
        at: paper.range,
        relatedLine: other.line
      )
    }
  }
}

extension SourceText {
  /// Tells whether the same title stands in emphasis below two headings: then these are topics with one paper.
  fileprivate func haveOneTitle(_ paper: HeadedPaper, _ other: HeadedPaper) -> Bool {
    let title = title(below: paper)
    return title != nil && title == self.title(below: other)
  }

  /// Returns the first line below the heading of a paper that says something, where all of it is in emphasis.
  private func title(below paper: HeadedPaper) -> String? {
    let line = paper.lines.dropFirst().first { bytes[self.line($0)].contains(where: \.isWord) }
    guard let line else { return nil }
    let title = string(self.line(line)).trimmingSpaces
    return title.hasPrefix("**") && title.hasSuffix("**") ? title : nil
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0 == " " }
    return String(start.dropLast(start.reversed().prefix { $0 == " " || $0 == "\r" }.count))
  }
}

extension Message {
  fileprivate static func conflicting(_ id: String, line: Int, title: String) -> Message {
    "arXiv \(id) is on line \(line) under the heading \(quoting: title): check the link and the heading"
  }
}

/// The example's section of a paper.
private func paper(_ title: String, _ id: String, mark: String = "") -> String {
  "### \(title)\n**Authors**: Ada Adams\n\n[Paper](\(mark)https://arxiv.org/abs/\(id))\n\n"
}

private let others =
  paper("One", "2308.00001") + paper("Two", "2308.00002")
  + paper("Three", "2308.00003") + paper("Four", "2308.00004") + paper("Five", "2308.00005")
