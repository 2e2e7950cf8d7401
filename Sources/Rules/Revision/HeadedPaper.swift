internal import ListModel
internal import Markdown
internal import Text

/// A paper whose title is the heading above.
struct HeadedPaper: Hashable {
  let id: ArXivID
  let title: String
  let titleKey: String
  /// The lines of its section.
  let lines: Range<Int>
  /// The line of the address.
  let line: Int
  /// The bytes of the identifier.
  let range: Range<Int>

  static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.id == rhs.id && lhs.titleKey == rhs.titleKey
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(titleKey)
  }
}

extension ListDocument {
  /// The papers of sections without sections inside and with one identifier each.
  ///
  /// Empty where other sections are as many.
  var headedPapers: [HeadedPaper] {
    var papers: [HeadedPaper] = []
    var several = 0
    for (index, section) in sections.enumerated() {
      guard let line = section.line else { continue }
      let next = index + 1 < sections.count ? sections[index + 1] : nil
      // A heading of headings has no paper of its own.
      if let next, next.path.count > section.path.count { continue }
      let lines = line + 1..<max(line + 1, next?.line ?? text.lineCount + 1)
      let found = text.identifiers(on: lines)
      guard let first = found.first else { continue }
      guard found.allSatisfy({ $0.id == first.id }) else {
        several += 1
        continue
      }
      // The number of a heading says nothing of the paper.
      let name = section.name.drop { $0.isNumber || $0 == "." || $0 == " " }
      let key = normalisedTitle(String(name))
      guard !key.isEmpty else { continue }
      papers.append(
        HeadedPaper(
          id: first.id,
          title: section.name,
          titleKey: key,
          lines: line..<lines.upperBound,
          line: first.line,
          range: first.range
        )
      )
    }
    return papers.count > several * 2 ? papers : []
  }
}

extension SourceText {
  /// Returns the arXiv identifiers in the addresses on some lines, up to the first that is of another
  /// paper.
  fileprivate func identifiers(
    on lines: Range<Int>
  ) -> [(id: ArXivID, line: Int, range: Range<Int>)] {
    var found: [(id: ArXivID, line: Int, range: Range<Int>)] = []
    for line in lines {
      let range = self.line(line)
      var index = range.lowerBound
      while let colon = bytes.first(UInt8(ascii: ":"), in: index..<range.upperBound) {
        index = colon + 1
        guard
          bytes.matches("://arxiv.org/", at: colon) || bytes.matches("://www.arxiv.org/", at: colon)
        else { continue }
        let end =
          bytes[colon..<range.upperBound].firstIndex { !$0.isWord && !$0.isAddressSign }
          ?? range.upperBound
        if let id = ArXivID(WebAddress("https" + string(colon..<end))) {
          let scheme = bytes.matches("https", at: colon - 5) ? 5 : 4
          found.append((id, line, max(range.lowerBound, colon - scheme)..<end))
          if id != found[0].id { return found }
        }
      }
    }
    return found
  }
}

extension UInt8 {
  /// Whether it stands between the words of an arXiv address.
  fileprivate var isAddressSign: Bool {
    self == UInt8(ascii: ":") || self == UInt8(ascii: ".") || self == UInt8(ascii: "/")
      || self == UInt8(ascii: "-")
  }
}
