internal import Text

extension [String] {
  /// Returns these words without as many of each as others have; both are sorted.
  func without(_ others: [String]) -> [String] {
    var other = 0
    return filter { word in
      while other < others.count, others[other] < word { other += 1 }
      guard other < others.count, others[other] == word else { return true }
      other += 1
      return false
    }
  }
}

extension Fix.Edit {
  /// Tells whether two edits cannot both be made: they overlap, or insert at the same place.
  func collides(with other: Fix.Edit) -> Bool {
    if range.isEmpty || other.range.isEmpty {
      return range.lowerBound <= other.range.upperBound
        && other.range.lowerBound <= range.upperBound
    }
    return range.overlaps(other.range)
  }
}

extension [UInt8] {
  /// Returns the words that edits touch, as they were and as they will be; the edits are in order.
  func wordsTouched(by edits: [Fix.Edit]) -> (old: [UInt8], new: [UInt8]) {
    var (old, new): ([UInt8], [UInt8]) = ([], [])
    var position = 0
    for (index, edit) in edits.enumerated() {
      let limit = index + 1 < edits.count ? edits[index + 1].range.lowerBound : count
      var (start, end) = (edit.range.lowerBound, edit.range.upperBound)
      while start > position, self[start - 1].isWord { start -= 1 }
      while end < limit, self[end].isWord { end += 1 }
      let gap: [UInt8] = start > position ? [.space] : []
      old += gap + self[start..<end]
      new += gap + self[start..<edit.range.lowerBound]
      new += edit.replacement.utf8
      new += self[edit.range.upperBound..<end]
      position = end
    }
    return (old, new)
  }

  /// Returns the words that a range has a part of: `NeurIPS2024`, where it is the venue's name.
  func words(around range: Range<Int>) -> [String] {
    var (start, end) = (range.lowerBound, range.upperBound)
    guard start < end else { return [] }
    while start > 0, self[start].isWord, self[start - 1].isWord { start -= 1 }
    while end < count, self[end - 1].isWord, self[end].isWord { end += 1 }
    return wordList(Array(self[start..<end]))
  }

  /// Returns the bytes with edits made that do not overlap.
  package func applying(_ edits: [Fix.Edit]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += self[position..<edit.range.lowerBound]
      result += edit.replacement.utf8
      position = edit.range.upperBound
    }
    return result + self[position...]
  }
}

extension [String] {
  /// Returns each once, in the order in which they first stand.
  func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
