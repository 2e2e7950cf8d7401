package import ListModel
internal import Markdown
internal import Parsing
internal import Rules
internal import Text

/// Pairs the entries of two versions of a list.
///
/// Entries that did not change are paired by their bytes, without being read: in a list of thousands
/// these are all but a few. The others are paired by identity, then by title, then by likeness.
package struct Matching {
  private let base: ListDocument
  private let head: ListDocument
  /// The index of each head entry's partner in the base.
  package private(set) var partner: [Int?]
  private var isTaken: [Bool]

  package init(base: ListDocument, head: ListDocument) {
    self.base = base
    self.head = head
    if base.text.bytes == head.text.bytes, base.entries == head.entries {
      partner = Array(head.entries.indices)
      isTaken = Array(repeating: true, count: base.entries.count)
      return
    }
    partner = Array(repeating: nil, count: head.entries.count)
    isTaken = Array(repeating: false, count: base.entries.count)
    matchEnds()
    matchBytes()
    matchContents()
  }

  /// The index of each base entry's partner in the head.
  var headIndices: [Int?] {
    var indices = [Int?](repeating: nil, count: base.entries.count)
    for (head, base) in partner.enumerated() {
      if let base { indices[base] = head }
    }
    return indices
  }

  /// The base entries that have no partner.
  package var removed: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  private mutating func pair(_ headIndex: Int, _ baseIndex: Int) {
    partner[headIndex] = baseIndex
    isTaken[baseIndex] = true
  }

  // MARK: - By bytes

  /// Pairs what both versions begin and end with, which most contributions leave as it is.
  private mutating func matchEnds() {
    func isSame(_ headIndex: Int, _ baseIndex: Int) -> Bool {
      let (place, other) = (head.entries[headIndex], base.entries[baseIndex])
      let bytes = head.bytes(of: place)
      return bytes.hasBytes(of: base.bytes(of: other)) && bytes.contains(where: \.isWord)
        && head.section(of: place).path == base.section(of: other).path
    }
    var start = 0
    var (headEnd, baseEnd) = (head.entries.count, base.entries.count)
    while start < min(headEnd, baseEnd), isSame(start, start) {
      pair(start, start)
      start += 1
    }
    while min(headEnd, baseEnd) > start, isSame(headEnd - 1, baseEnd - 1) {
      headEnd -= 1
      baseEnd -= 1
      pair(headEnd, baseEnd)
    }
  }

  private mutating func matchBytes() {
    // An empty bullet is not a paper: one that goes and one that comes are two, unless nothing else is left.
    for (isSameSection, hasWords) in [(true, true), (false, true), (false, false)] {
      var queues: [Int: IndexQueue] = [:]
      for (index, place) in base.entries.enumerated() where !isTaken[index] {
        queues[hash(place, in: base, withSection: isSameSection), default: IndexQueue()].append(
          index
        )
      }
      for (index, place) in head.entries.enumerated() where partner[index] == nil {
        let bytes = head.bytes(of: place)
        guard bytes.contains(where: \.isWord) == hasWords else { continue }
        let key = hash(place, in: head, withSection: isSameSection)
        let found = queues[key]?.popFirst { candidate in
          let other = base.entries[candidate]
          return base.bytes(of: other).hasBytes(of: bytes)
            && (!isSameSection || base.section(of: other).path == head.section(of: place).path)
        }
        if let found { pair(index, found) }
      }
    }
  }

  private func hash(_ place: EntryPlace, in document: ListDocument, withSection: Bool) -> Int {
    var hasher = Hasher()
    unsafe document.bytes(of: place).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    if withSection { hasher.combine(document.section(of: place).path) }
    return hasher.finalize()
  }

  // MARK: - By content

  /// An entry without a partner yet.
  private struct Candidate {
    let index: Int
    let section: [String]
    let identity: Identity
    let title: String
    let urls: Set<String>

    var identityKey: String? { identity == .none ? nil : "\(identity)" }
    var titleKey: String? { title.isEmpty ? nil : title }
  }

  /// What pairs two entries.
  private struct Key: Hashable {
    let text: String
    /// Nil where entries of different sections are paired.
    let section: [String]?
  }

  private mutating func matchContents() {
    let (added, removed) = (partner.indices.filter { partner[$0] == nil }, removed)
    guard !added.isEmpty, !removed.isEmpty else { return }
    let heads = added.map { candidate($0, in: head) }
    let bases = removed.map { candidate($0, in: base) }
    for isSameSection in [true, false] { match(heads, bases, by: \.identityKey, isSameSection) }
    for isSameSection in [true, false] { match(heads, bases, by: \.titleKey, isSameSection) }
    matchLikeness(heads, bases)
  }

  private func candidate(_ index: Int, in document: ListDocument) -> Candidate {
    let place = document.entries[index]
    let entry = document.entry(at: place)
    return Candidate(
      index: index,
      section: document.section(of: place).path,
      identity: entry.identity,
      title: entry.titleKey,
      urls: Set(entry.links.compactMap(\.url))
    )
  }

  /// Pairs what has the same key.
  private mutating func match(
    _ heads: [Candidate],
    _ bases: [Candidate],
    by text: (Candidate) -> String?,
    _ isSameSection: Bool
  ) {
    func key(_ candidate: Candidate) -> Key? {
      text(candidate).map { Key(text: $0, section: isSameSection ? candidate.section : nil) }
    }
    var queues: [Key: IndexQueue] = [:]
    for candidate in bases where !isTaken[candidate.index] {
      if let key = key(candidate) { queues[key, default: IndexQueue()].append(candidate.index) }
    }
    for candidate in heads where partner[candidate.index] == nil {
      guard let key = key(candidate), let found = queues[key]?.popFirst() else { continue }
      pair(candidate.index, found)
    }
  }

  /// How many pairs are compared letter by letter at most: beyond, a contribution rewrites the list,
  /// and what is like what says little.
  private static let likenessLimit = 40_000

  /// Pairs what is most alike, first where the entries before it are a pair already.
  private mutating func matchLikeness(_ heads: [Candidate], _ bases: [Candidate]) {
    let heads = heads.filter { partner[$0.index] == nil && !$0.title.isEmpty }
    let bases = bases.filter { !isTaken[$0.index] && !$0.title.isEmpty }
    guard heads.count * bases.count <= Self.likenessLimit else { return }
    var scored: [(score: Double, head: Int, base: Int)] = []
    for head in heads {
      for base in bases {
        var score = likeness(head.title, base.title)
        if !head.urls.isDisjoint(with: base.urls) { score += 0.25 }
        if head.section == base.section { score += 0.1 }
        if isAtSamePlace(head.index, base.index) { score += 0.15 }
        if score >= 0.65 { scored.append((score, head.index, base.index)) }
      }
    }
    scored.sort { ($1.score, $0.head, $0.base) < ($0.score, $1.head, $1.base) }
    for pair in scored where partner[pair.head] == nil && !isTaken[pair.base] {
      self.pair(pair.head, pair.base)
    }
  }

  /// Tells whether the entries before two entries are a pair, or both are the first.
  private func isAtSamePlace(_ headIndex: Int, _ baseIndex: Int) -> Bool {
    if headIndex == 0 || baseIndex == 0 { return headIndex == baseIndex }
    return partner[headIndex - 1] == baseIndex - 1
  }
}
