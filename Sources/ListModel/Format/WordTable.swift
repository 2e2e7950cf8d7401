internal import Text

/// Words, whatever their case, with a number each.
///
/// A dictionary of strings in lower case would do the same. But the words that are built into the program
/// are read at each of its starts; here they stay where they stand in the text that has them.
struct WordTable: Sendable {
  /// The texts, one after the other, from which words are named by their range.
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Where the hash of a word points, the 1-based index of its entry, or of one after which it stands.
  ///
  /// There are as many as a power of two; where nothing stands, there is 0.
  private var slots: [Int32]
  /// Whether no word has characters outside ASCII: then none that has is here.
  private(set) var isASCII = true

  private struct Entry {
    let start: Int32
    let count: Int32
    var value: Int32
  }

  /// Makes a table that need not grow for so many words.
  init(capacity: Int) {
    slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (capacity * 2).leadingZeroBitCount))
    entries.reserveCapacity(capacity)
  }

  /// Takes up a text, and returns where it stands.
  mutating func append(_ text: String) -> Range<Int> {
    let start = bytes.count
    bytes += text.utf8
    return start..<bytes.count
  }

  /// Returns the number of a word, nil where it is not there.
  subscript(word: String) -> Int? {
    var word = word
    if !word.utf8.span.isASCII {
      if isASCII { return nil }
      word = word.lowercased()
    }
    let slot = slots[slot(of: word.utf8.span)]
    return slot == 0 ? nil : Int(entries[Int(slot) - 1].value)
  }

  /// Gives the word at a range another number.
  mutating func set(_ word: Range<Int>, to value: Int) {
    if let entry = insert(word, value) { entries[entry].value = Int32(value) }
  }

  /// Gives the word at a range a number, unless it has one: that is returned.
  mutating func add(_ word: Range<Int>, _ value: Int) -> Int? {
    insert(word, value).map { Int(entries[$0].value) }
  }

  /// Gives words another number.
  mutating func replaceValues(_ new: (Int) -> Int) {
    for index in entries.indices { entries[index].value = Int32(new(Int(entries[index].value))) }
  }

  /// Adds an entry for a word unless there is one: its index is returned.
  private mutating func insert(_ word: Range<Int>, _ value: Int) -> Int? {
    var word = word
    if !bytes.span.extracting(word).isASCII {
      isASCII = false
      word = append(bytes.string(word).lowercased())
    }
    let place = slot(of: bytes.span.extracting(word))
    if slots[place] != 0 { return Int(slots[place]) - 1 }
    let (start, count) = (Int32(word.lowerBound), Int32(word.count))
    entries.append(Entry(start: start, count: count, value: Int32(value)))
    slots[place] = Int32(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return nil
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      let range = Int(entry.start)..<Int(entry.start + entry.count)
      slots[slot(of: bytes.span.extracting(range))] = Int32(index + 1)
    }
  }

  /// Returns where a word stands in the slots, or where it would; what is not ASCII is in lower case.
  private func slot(of word: Span<UInt8>) -> Int {
    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in word.indices {
      hash = (hash ^ UInt64(word[index].lowercased)) &* 0x100_0000_01B3
    }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0, !holds(entries[Int(slots[slot]) - 1], word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func holds(_ entry: Entry, _ word: Span<UInt8>) -> Bool {
    guard entry.count == word.count else { return false }
    let start = Int(entry.start)
    return word.indices.allSatisfy { bytes[start + $0].lowercased == word[$0].lowercased }
  }
}

extension Span<UInt8> {
  fileprivate var isASCII: Bool { indices.allSatisfy { self[$0] < 0x80 } }
}
