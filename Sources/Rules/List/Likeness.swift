/// Tells whether two normalised titles can be of one paper: one begins with the other, or most of
/// their letters agree.
func isAlike(_ first: String, _ second: String) -> Bool {
  if first.utf8.starts(with: second.utf8) || second.utf8.starts(with: first.utf8) { return true }
  return likeness(first, second) >= 0.7
}

/// Returns the share of three-letter sequences that two texts have in common, from 0 to 1 (the Dice
/// coefficient).
package func likeness(_ first: String, _ second: String) -> Double {
  let (a, b) = (trigrams(first), trigrams(second))
  guard !a.isEmpty, !b.isEmpty else { return first == second ? 1 : 0 }
  var (common, other) = (0, b[...])
  for trigram in a {
    other = other.drop { $0 < trigram }
    if other.first == trigram { common += 1 }
  }
  return 2 * Double(common) / Double(a.count + b.count)
}

/// Returns the sequences of three letters of a text, ascending, each once: cheaper than a set.
private func trigrams(_ text: String) -> [UInt32] {
  var last: UInt32 = 0
  var trigrams = text.utf8.map { byte in
    last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
    return last
  }
  .dropFirst(2).sorted()
  var count = 0
  for trigram in trigrams where count == 0 || trigrams[count - 1] != trigram {
    trigrams[count] = trigram
    count += 1
  }
  trigrams.removeLast(trigrams.count - count)
  return trigrams
}

extension [String] {
  /// Tells whether nine in ten of the words of each of two texts are those of the other.
  func sharesMost(with other: [String]) -> Bool {
    let (first, second) = (sorted(), other.sorted())
    let shared = count - first.without(second).count
    return shared * 10 >= Swift.max(count, other.count) * 9
  }
}
