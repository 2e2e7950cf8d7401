/// Tells whether two normalised titles can be of one paper: one begins with the other, or most of
/// their letters agree.
func isAlike(_ first: String, _ second: String) -> Bool {
  if first.hasPrefix(second) || second.hasPrefix(first) { return true }
  return likeness(first, second) >= 0.7
}

/// Returns the share of three-letter sequences that two texts have in common, from 0 to 1 (the Dice
/// coefficient).
package func likeness(_ first: String, _ second: String) -> Double {
  let a = trigrams(first)
  let b = trigrams(second)
  guard !a.isEmpty, !b.isEmpty else { return first == second ? 1 : 0 }
  return 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
}

private func trigrams(_ text: String) -> Set<UInt32> {
  let bytes = Array(text.utf8)
  guard bytes.count > 2 else { return [] }
  var trigrams: Set<UInt32> = []
  var last = UInt32(bytes[0]) << 8 | UInt32(bytes[1])
  for byte in bytes.dropFirst(2) {
    last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
    trigrams.insert(last)
  }
  return trigrams
}
