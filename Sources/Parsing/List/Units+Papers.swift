package import ListModel
internal import Markdown
internal import Text

extension [Unit] {
  /// How few paragraphs without any mark are papers: they have to be the list.
  private static let fewest = 5

  /// Returns the units among plain paragraphs that have a link with a known label, where these are as many
  /// as all other units; none where they are not.
  ///
  /// Where each line of a paragraph has such a link and a name, each is a unit.
  func papers(in text: SourceText, labels: LinkLabels, beside others: [Unit]) -> [Unit] {
    guard count >= Self.fewest else { return [] }
    var papers: [Unit] = []
    for unit in self {
      let labelled = unit.lines.filter { text.hasLabelledLink($0, labels) }
      if labelled.count > 1, labelled.count == unit.lines.count,
        labelled.allSatisfy({ [UInt8](text.bytes[text.line($0)]).hasName(labels: labels) })
      {
        papers += labelled.map {
          Unit(kind: .paragraph, lines: $0..<$0 + 1, section: unit.section, header: [])
        }
      } else if !labelled.isEmpty {
        papers.append(unit)
      }
    }
    return papers.count >= Self.fewest && papers.count >= others.count ? papers : []
  }

  /// How few lines with one address say that it is the list's own.
  private static let fewestInContents = 3

  /// Returns the units without the lines of a table of contents that names the list's own address:
  /// `[Surveys](https://github.com/owner/list#surveys)`.
  ///
  /// Where most items are such lines, they have a form of their own, by which slips in them are heard.
  func withoutContents(of text: SourceText, sections: [Section]) -> [Unit] {
    let targets = map { unit in text.anchors(in: unit.lines) }
    guard targets.count(where: { !$0.isEmpty }) >= Self.fewestInContents else { return self }
    let names = Set(sections.map { [UInt8]($0.name.utf8).anchorKey }.filter { !$0.isEmpty })
    var counts: [String: Int] = [:]
    for target in targets.joined() where names.contains(target.key) {
      counts[target.page, default: 0] += 1
    }
    let others = zip(self, targets).filter { unit, targets in
      targets.isEmpty
        || !targets.allSatisfy { counts[$0.page, default: 0] >= Self.fewestInContents }
    }
    .map(\.0)
    let items = (all: count { $0.kind == .item }, others: others.count { $0.kind == .item })
    return items.others * 2 >= items.all ? others : self
  }
}

extension SourceText {
  /// Tells whether a link with a known label stands on a line.
  package func hasLabelledLink(_ line: Int, _ labels: LinkLabels) -> Bool {
    let bytes = Array(bytes[self.line(line)])
    var index = 0
    while let close = bytes.first(UInt8(ascii: "]"), in: index..<bytes.count) {
      index = close + 1
      // `[[paper]](url)` has two.
      while index < bytes.count, bytes[index] == UInt8(ascii: "]") { index += 1 }
      guard bytes.matches("(http", at: index),
        let open = bytes[..<close].lastIndex(of: UInt8(ascii: "["))
      else { continue }
      if labels.name(of: bytes.string(open + 1..<close)) != nil { return true }
    }
    return false
  }

  /// Returns where the addresses in some lines lead to, where all of them lead to headings of pages.
  fileprivate func anchors(in lines: Range<Int>) -> [(page: String, key: [UInt8])] {
    let range = range(ofLines: lines)
    // Few lines have any.
    guard bytes[range].first(UInt8(ascii: "#")) != nil else { return [] }
    let text = Array(bytes[range])
    var anchors: [(page: String, key: [UInt8])] = []
    var index = 0
    while let colon = text.first(UInt8(ascii: ":"), in: index..<text.count) {
      index = colon + 1
      guard text.matches("://", at: colon) else { continue }
      let address = colon..<text.destination(from: colon).upperBound
      guard let hash = text.first(UInt8(ascii: "#"), in: address) else { return [] }
      anchors.append((text.string(colon..<hash), Array(text[hash..<address.upperBound]).anchorKey))
      index = address.upperBound
    }
    return anchors
  }
}

extension [UInt8] {
  /// What a heading and the address that leads to it have in common: letters and digits in lower case.
  fileprivate var anchorKey: [UInt8] {
    filter { $0.isLetter || $0.isDigit }.map(\.lowercased)
  }
}
