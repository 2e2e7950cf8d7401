internal import ListModel
internal import Markdown
internal import Text

/// Lines of a list that a program writes, by what the list itself or its rulebook says.
///
/// In the list a pair of comments says it, as `<!-- PAPERS:START -->` and `<!-- PAPERS:END -->`, or a
/// statement before the first entry, as `This file is generated from papers.yaml`.
package struct GeneratedRegion: Hashable, Sendable {
  /// The 1-based lines of it; half-open.
  package private(set) var lines: Range<Int>
  /// The line that says so; nil where the rulebook does.
  package let statement: String?
  /// The 1-based number of that line.
  package let line: Int?
  /// The file that is named as the source.
  package let source: String?
  /// Whether the contribution changes the source too, or counts that stand here beside the entries, so that
  /// most likely the program wrote what is new here.
  package var isRegenerated = false

  /// Finds the regions of a list that have entries in them, in the order of the file.
  static func regions(of list: ListDocument) -> [GeneratedRegion] {
    guard let first = list.entries.first else { return [] }
    let text = list.text
    var regions: [GeneratedRegion] = []
    var open: (line: Int, name: String)?
    for number in text.lineNumbers {
      let range = text.line(number)
      let isHead = number < first.lines.lowerBound
      let bytes = text.bytes[range]
      // Most lines are neither a comment nor a statement, which their bytes tell.
      guard
        text.bytes.firstRange(of: RegionMark.opening, in: range) != nil
          || isHead && bytes.mentionsGeneration,
        bytes.count < 2_000
      else { continue }
      let line = text.string(range)
      if let mark = RegionMark(line) {
        if mark.isStart {
          open = (number, mark.name)
        } else if let start = open, start.name == mark.name {
          regions.append(GeneratedRegion(start.line..<number + 1, statedOn: start.line, in: text))
          open = nil
        }
      } else if isHead, Self.isStatement(line) {
        let region = GeneratedRegion(number..<text.lineCount + 1, statedOn: number, in: text)
        return [region]
      }
    }
    return regions.filter { region in
      list.entries.contains { region.lines.contains($0.lines.lowerBound) }
    }
  }

  /// Returns the regions of a list that its rulebook states, in the order of the file.
  static func stated(by rulebook: Rulebook, in list: ListDocument) -> [GeneratedRegion] {
    if rulebook.sections.allSatisfy({ $0.source == nil }) {
      guard let source = rulebook.source else { return [] }
      return [GeneratedRegion(list.text.lineNumbers, statedFrom: source)]
    }
    var regions: [GeneratedRegion] = []
    var last: String?
    for place in list.entries {
      let source = rulebook.source(of: list.section(of: place))
      if let source, source == last {
        let start = regions[regions.count - 1].lines.lowerBound
        regions[regions.count - 1].lines = start..<place.lines.upperBound
      } else if let source {
        regions.append(GeneratedRegion(place.lines, statedFrom: source))
      }
      last = source
    }
    return regions
  }

  /// Tells whether a contribution changes nothing but numbers in a line of the region that is not an entry's: who
  /// adds an entry by hand does not count again.
  func hasNewCounts(
    in head: ListDocument,
    _ touched: [Range<Int>],
    since base: ListDocument
  ) -> Bool {
    let text = head.text
    let counts = touched.map { $0.clamped(to: lines) }.joined().filter { line in
      text.bytes[text.line(line)].contains { $0.isDigit }
        && !head.entries.contains { $0.lines.contains(line) }
    }
    guard !counts.isEmpty else { return false }
    // Lines that stood there already have only been moved.
    let old = base.text.lineNumbers.map { base.text.bytes[base.text.line($0)] }
    let (whole, numberless) = (Set(old.map(Array.init)), Set(old.map { $0.filter { !$0.isDigit } }))
    return counts.contains { number in
      let line = text.bytes[text.line(number)]
      return !whole.contains(Array(line)) && numberless.contains(line.filter { !$0.isDigit })
        && line.contains { $0.isLetter }
    }
  }

  private init(_ lines: Range<Int>, statedFrom source: String) {
    self.lines = lines
    statement = nil
    line = nil
    self.source = source
  }

  private init(_ lines: Range<Int>, statedOn line: Int, in text: SourceText) {
    self.lines = lines
    self.line = line
    statement = text.string(text.line(line))
    // What is said goes on in the next lines.
    let end = min(line + 3, text.lineCount + 1)
    source = (line..<end).lazy.compactMap { fileName(in: text.string(text.line($0))) }.first
  }

  /// Tells whether a line says that the file is written by a program.
  private static func isStatement(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let index = words.firstIndex(where: { $0 == "generated" || $0 == "autogenerated" })
    else { return false }
    let before = words[..<index]
    guard !["not", "never", "isn", "hand"].contains(where: before.contains) else { return false }
    // Contents and the faces of contributors are generated in many lists that are not.
    guard !["toc", "contents", "section", "contributors"].contains(where: words.contains) else {
      return false
    }
    let subjects: Set<Substring> = ["file", "list", "readme", "page", "document", "table"]
    let verbs: Set<Substring> = ["is", "are", "was", "be"]
    let isSubject =
      before.suffix(5).contains(where: subjects.contains)
      && before.suffix(3).contains(where: verbs.contains)
    let isComment = line.contains("<!--")
    let forbids = line.lowercased().contains("not edit") || line.lowercased().contains("n't edit")
    return isSubject
      || isComment
        && (forbids || before.last == "auto" || words[index] != "generated"
          || words.dropFirst(index + 1).first.map { ["by", "from", "with"].contains($0) } ?? false)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word "generated" may stand in it, in any case.
  fileprivate var mentionsGeneration: Bool {
    let word = Array("generated".utf8)
    return indices.dropLast(word.count - 1).contains { start in
      word.indices.allSatisfy { self[start + $0] | 0x20 == word[$0] }
    }
  }
}

/// A comment that begins or ends what a program writes.
private struct RegionMark {
  let isStart: Bool
  let name: String

  /// How a comment begins.
  static let opening = "<!--"

  init?(_ line: String) {
    guard let open = line.firstRange(of: Self.opening),
      let close = line[open.upperBound...].firstRange(of: "-->")
    else { return nil }
    let comment = line[open.upperBound..<close.lowerBound]
    let words = comment.split { !$0.isLetter && !$0.isNumber }
    func isMark(_ word: Substring, _ names: Set<String>) -> Bool {
      names.contains(word.lowercased())
        // `BEGIN SOFTWARE LIST` by itself can be there for a program that only reads.
        && (comment.contains(":" + word)
          || ["generated", "auto", "not edit", "n't edit"].contains(
            where: comment.lowercased().contains
          ))
    }
    let starts = words.contains { isMark($0, ["begin", "start"]) }
    let ends = words.contains { isMark($0, ["end", "stop", "finish"]) }
    guard starts != ends else { return nil }
    isStart = starts
    name =
      words.first { !["begin", "start", "end", "stop", "finish"].contains($0.lowercased()) }
      .map { $0.lowercased() } ?? ""
  }
}

private let sourceTypes: Set<String> = [
  "yml", "yaml", "json", "csv", "tsv", "toml", "bib", "xml", "py", "sh", "js", "ts", "rb", "go",
  "txt",
  "jinja", "j2", "tmpl", "template",
]

/// Returns the first name of a file of data or of a program in a line.
private func fileName(in line: String) -> String? {
  line.split { !$0.isLetter && !$0.isNumber && !"._-/".contains($0) }.lazy.map { name in
    name.last == "." ? name.dropLast() : name
  }
  .first { name in
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, !name.contains("//") else {
      return false
    }
    return sourceTypes.contains(name[name.index(after: dot)...].lowercased())
  }
  .map(String.init)
}
