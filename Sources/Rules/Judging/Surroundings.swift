internal import ListModel
internal import Markdown
internal import Parsing
internal import Synchronization
internal import Text

/// What rules ask of the lines around an entry, found for the whole list when the first of them asks: looked for at
/// each entry, it would take time that grows with the square of the list's length.
final class Surroundings: Sendable {
  private let document: ListDocument
  /// The entries that the contribution adds or changes.
  private let contributed: Set<EntryPlace>
  private let folders = Found<Set<[UInt8]>>()
  private let levels = Found<[[UInt8]: [Int]]>()
  private let sections = Found<[Int: SectionEntries]>()
  private let bullets = Found<ListBullets>()
  private let oldEntries = Found<[Int]>()

  init(of document: ListDocument, contributed: Set<EntryPlace>) {
    self.document = document
    self.contributed = contributed
  }

  /// The entries of a section.
  struct SectionEntries {
    /// How many the contribution did not write.
    fileprivate(set) var oldCount = 0
    fileprivate(set) var count = 0
    /// From the first line of the first to the last line of the last.
    fileprivate(set) var lines: Range<Int>
  }

  /// Tells whether a link of the document leads into a folder by `./` and its name.
  func hasLink(intoFolder name: some Collection<UInt8>) -> Bool {
    folders { document.text.bytes.linkedFolders }.contains(Array(name))
  }

  /// Tells whether another line among some begins an item with just this white space before its bullet.
  func hasItem(indentedBy indentation: String, in lines: Range<Int>, besides line: Int) -> Bool {
    let levels = levels { document.text.itemLevels }
    guard let numbers = levels[Array(indentation.utf8)] else { return false }
    let first = numbers.partitioningIndex { $0 >= lines.lowerBound }
    return numbers[first...].prefix(2).contains { $0 < lines.upperBound && $0 != line }
  }

  /// Returns the entries of a section; nil where it has none.
  func entries(ofSection section: Int) -> SectionEntries? {
    sections {
      var sections: [Int: SectionEntries] = [:]
      for place in document.entries {
        var known = sections[place.section] ?? SectionEntries(lines: place.lines)
        known.count += 1
        if !contributed.contains(place) { known.oldCount += 1 }
        known.lines =
          known.lines.lowerBound..<max(known.lines.lowerBound, place.lines.upperBound)
        sections[place.section] = known
      }
      return sections
    }[section]
  }

  /// Tells whether a section has entries, besides one, that the contribution did not write.
  func hasOldEntry(inSection section: Int, besides place: EntryPlace?) -> Bool {
    let own = place.map { $0.section == section && !contributed.contains($0) } ?? false
    return entries(ofSection: section)?.oldCount ?? 0 > (own ? 1 : 0)
  }

  /// Returns the nearest entries above and below that the contribution did not write.
  func oldNeighbours(of place: EntryPlace) -> [EntryPlace] {
    guard let index = document.index(of: place) else { return [] }
    let old = oldEntries {
      document.entries.indices.filter { !contributed.contains(document.entries[$0]) }
    }
    let next = old.partitioningIndex { $0 > index }
    let last = old.partitioningIndex { $0 >= index } - 1
    return [last, next].filter(old.indices.contains).map { document.entries[old[$0]] }
  }

  /// Returns the bullets of the nearest lines of the same list, above and below an entry, that the
  /// contribution did not write.
  func oldBullets(beside place: EntryPlace) -> [UInt8] {
    bullets { ListBullets(document, contributed: contributed) }.beside[place] ?? []
  }

  /// Tells whether a line is of an entry of the contribution.
  func isContributed(_ line: Int) -> Bool {
    bullets { ListBullets(document, contributed: contributed) }.isContributed[line]
  }
}

/// A value that is found when the first asks for it.
private final class Found<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func callAsFunction(_ find: () -> Value) -> Value {
    value.withLock { known in
      if let known { return known }
      let found = find()
      known = found
      return found
    }
  }
}

extension [UInt8] {
  /// The names of the folders that links lead into, as in `(./name/`.
  fileprivate var linkedFolders: Set<[UInt8]> {
    var folders: Set<[UInt8]> = []
    var index = 0
    while let start = first(UInt8(ascii: "("), in: index..<count) {
      index = start + 1
      guard matches("./", at: index) else { continue }
      guard let end = first(UInt8(ascii: "/"), in: start + 3..<count) else { break }
      folders.insert(Array(self[start + 3..<end]))
    }
    return folders
  }
}

extension SourceText {
  /// The lines that begin items, by the white space before their bullets.
  fileprivate var itemLevels: [[UInt8]: [Int]] {
    var levels: [[UInt8]: [Int]] = [:]
    for number in lineNumbers {
      let line = bytes[line(number)]
      let item = line.drop { $0.isWhitespace }
      guard let sign = item.first, "-*+".utf8.contains(sign),
        item.dropFirst().first?.isWhitespace ?? false
      else { continue }
      levels[Array(line[..<item.startIndex]), default: []].append(number)
    }
    return levels
  }
}
