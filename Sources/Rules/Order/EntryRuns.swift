package import ListModel
internal import Markdown
internal import Parsing

/// The entries of a document that a reader sees as one sequence: of one section, one format and one
/// indentation, with nothing but blank lines and what is indented deeper between them.
package struct EntryRuns: Sendable {
  /// The indices of the document's entries, in the order of the file.
  package private(set) var runs: [[Int]] = []

  package init(_ document: ListDocument) {
    let text = document.text
    // Runs that can go on, by indentation.
    var open: [(indentation: Int, run: Int)] = []
    var last: (section: Int, format: Int) = (-1, -1)
    var line = 1
    for (index, place) in document.entries.enumerated() {
      if (place.section, place.format) != last { open = [] }
      last = (place.section, place.format)
      while line < place.lines.lowerBound {
        if !open.isEmpty, !text.isBlank(line) {
          let indentation = text.indentation(of: line)
          open.removeAll { $0.indentation >= indentation }
        }
        line += 1
      }
      line = max(line, place.lines.upperBound)
      let indentation = text.indentation(of: place.lines.lowerBound)
      open.removeAll { $0.indentation > indentation }
      if let run = open.last, run.indentation == indentation {
        runs[run.run].append(index)
      } else {
        open.append((indentation, runs.count))
        runs.append([index])
      }
    }
  }
}
