internal import ListModel
internal import Markdown
internal import Text

/// Whether a page shows nothing otherwise after a correction than what its findings name.
struct Proof {
  /// What a correction says of itself.
  struct Claim {
    let rules: Set<String>
    /// The words that its findings point at, and those that its edits write.
    let old: [String]
    let new: [String]
  }

  private let before: RenderedShape
  private let after: RenderedShape
  private let claim: Claim

  /// Renders some lines of a document as they are and as they would be; nil where that cannot be done.
  init?(
    replacing lines: Range<Int>,
    of document: ListDocument,
    with text: [UInt8],
    claiming claim: Claim
  ) {
    let old = Array(document.text.bytes[document.text.range(ofLines: lines)])
    // Where lines begin and end as they did, those around them say nothing more.
    let (above, below) =
      old.hasFrame(of: text) ? ([], []) : document.text.surroundings(of: lines)
    guard let before = RenderedShape(rendering: above + old + below),
      let after = RenderedShape(rendering: above + text + below)
    else { return nil }
    self.before = before
    self.after = after
    self.claim = claim
  }

  /// Rules whose corrections make other blocks: what was no item becomes one.
  private static let blocks: Set = [
    "doubled-marker", "empty-bullet", "indented-entry", "malformed-marker", "wrapped-entry",
    "wrong-indentation", "missing-line-break", "wrong-cell-count", "tab-character",
    "malformed-link", "unbalanced-bracket", "unmarked-link", "zero-width-character",
  ]
  /// Rules whose corrections take an item out of another, or a bullet from a line.
  private static let moves: Set = [
    "doubled-marker", "empty-bullet", "indented-entry", "malformed-marker", "wrapped-entry",
  ]
  /// Rules whose corrections make another address of one.
  private static let addresses: Set = [
    "cluttered-url", "expiring-url", "insecure-url", "malformed-link", "malformed-url",
    "misplaced-punctuation", "misplaced-space", "non-canonical-arxiv-url", "placeholder-link",
    "moved-link", "moved-repository", "other-paper", "repeated-url", "space-in-link",
    "unbalanced-bracket",
    "unmarked-link", "www-in-url", "zero-width-character", "no-break-space", "paper-link-to-code",
    "full-width-character",
  ]
  /// Rules whose corrections write a value as the list does, which may be one word for two.
  private static let values: Set = ["misspelt-venue", "unknown-cell-value"]
  /// Rules whose corrections take a link away.
  private static let removals: Set = ["placeholder-link", "repeated-url"]
  /// What no correction takes from a page.
  private static let kept = [
    "li", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "img", "blockquote", "hr",
    "details", "summary",
  ]
  /// What no correction adds to one.
  private static let bounded = ["tr", "td", "th", "table", "pre"]

  /// Whether it holds.
  var holds: Bool {
    keepsBlocks && keepsAddresses && keepsWords && after.marks <= before.marks
      && before.attributes.allSatisfy { key, count in
        after.attributes[key] ?? 0 >= count || isNumbering(key)
      }
  }

  /// Tells whether an attribute says with which number a list begins, which an item before the first changes.
  private func isNumbering(_ attribute: String) -> Bool {
    attribute.hasPrefix("ol start=") && !claim.rules.isDisjoint(with: Self.moves)
  }

  private var keepsBlocks: Bool {
    func count(_ tag: String, in shape: RenderedShape) -> Int { shape.tags[tag] ?? 0 }
    // Two bullets in a row are an item inside an item.
    let isDoubled = claim.rules.contains("doubled-marker")
    let isKept = Self.kept.allSatisfy {
      $0 == "li" && isDoubled || count($0, in: after) >= count($0, in: before)
    }
    let isBounded = Self.bounded.allSatisfy { count($0, in: after) <= count($0, in: before) }
    guard isKept, isBounded else { return false }
    // An item inside another stays inside.
    if claim.rules.isDisjoint(with: Self.moves), after.innerItems < before.innerItems {
      return false
    }
    return before.blocks == after.blocks || !claim.rules.isDisjoint(with: Self.blocks)
      || claim.breaksLines && before.blocksWithoutBreaks == after.blocksWithoutBreaks
  }

  private var keepsAddresses: Bool {
    guard before.addresses != after.addresses else { return true }
    if after.addresses.count < before.addresses.count,
      claim.rules.isDisjoint(with: Self.removals)
    {
      return false
    }
    return before.addresses.sorted() == after.addresses.sorted()
      || !claim.rules.isDisjoint(with: Self.addresses)
  }

  /// Whether no word goes that no finding points at, and none comes that no edit writes.
  private var keepsWords: Bool {
    let (old, new) = (before.words.sorted(), after.words.sorted())
    guard old != new else { return true }
    let (lost, gained) = (old.without(new), new.without(old))
    // Two words stay two.
    let isJoined = gained.contains { word in
      lost.contains { first in
        word.hasPrefix(first) && lost.contains(String(word.dropFirst(first.count)))
      }
    }
    // A maintainer's own check can want them as one, and so can how the list writes a value.
    let joins = claim.rules.contains {
      RuleCatalogue.rule($0) == nil || Self.values.contains($0)
    }
    if isJoined, !joins { return false }
    return lost.without(claim.old.sorted()).isEmpty && gained.without(claim.new.sorted()).isEmpty
  }
}

extension Proof.Claim {
  /// Whether it names a place between fields, where a line may break.
  fileprivate var breaksLines: Bool {
    !rules.isDisjoint(with: ["misplaced-punctuation", "misplaced-space", "missing-full-stop"])
  }
}

extension [UInt8] {
  /// Tells whether an entry that is neither a row nor indented as code has the lines of another, each of which
  /// begins with the same few bytes and ends in the same ones.
  fileprivate func hasFrame(of other: [UInt8]) -> Bool {
    guard first != UInt8(ascii: "|"), prefix(while: \.isWhitespace).count < 4 else { return false }
    let (lines, others) = (split(separator: .newline), other.split(separator: .newline))
    return lines.count == others.count
      && zip(lines, others).allSatisfy { line, other in
        line.prefix(8).elementsEqual(other.prefix(8))
          && line.suffix(2).elementsEqual(other.suffix(2))
      }
  }
}

extension RenderedShape {
  fileprivate var blocksWithoutBreaks: [String] { blocks.filter { $0 != "br" && $0 != "/br" } }
}

extension SourceText {
  /// How many lines above and below some are rendered with them, and how many at most where they stand inside
  /// another item.
  private static let (above, below, farthest) = (6, 4, 60)

  /// Returns the lines around some that say what they are: a table's header, the item that they are inside.
  fileprivate func surroundings(of lines: Range<Int>) -> (above: [UInt8], below: [UInt8]) {
    var first = max(1, lines.lowerBound - Self.above)
    let farthest = max(1, lines.lowerBound - Self.farthest)
    while first > farthest, isBlank(first) || bytes[line(first)].first?.isWhitespace == true {
      first -= 1
    }
    var above: [UInt8] = []
    if first > 2, let delimiter = delimiterRow(above: lines.lowerBound), delimiter < first,
      delimiter > 1
    {
      above += bytes[line(delimiter - 1)] + [.newline] + bytes[line(delimiter)] + [.newline]
      first = max(first, delimiter + 1)
    }
    for number in first..<lines.lowerBound { above += bytes[line(number)] + [.newline] }
    var below: [UInt8] = []
    let last = min(lineCount, lines.upperBound + Self.below - 1)
    if lines.upperBound <= last {
      for number in lines.upperBound...last { below += [.newline] + bytes[line(number)] }
    }
    return (above, below)
  }

  /// Returns the line below the header of the table that a line is a row of; nil where it is none.
  private func delimiterRow(above number: Int) -> Int? {
    var number = number - 1
    while number > 0, !isBlank(number) {
      let row = bytes[line(number)]
      guard row.contains(UInt8(ascii: "|")) else { return nil }
      if row.allSatisfy({ $0.isWhitespace || "|-:".utf8.contains($0) }),
        row.contains(UInt8(ascii: "-"))
      {
        return number
      }
      number -= 1
    }
    return nil
  }
}
