/// Indices, of which each is taken once: a thousand entries alike are not looked through again for each of them.
struct IndexQueue {
  private var indices: [Int32] = []
  private var start = 0

  mutating func append(_ index: Int) { indices.append(Int32(index)) }

  /// Takes the first index of which something holds; nil where there is none.
  mutating func popFirst(where holds: (Int) -> Bool = { _ in true }) -> Int? {
    guard let found = indices[start...].firstIndex(where: { holds(Int($0)) }) else { return nil }
    indices.swapAt(start, found)
    defer { start += 1 }
    return Int(indices[start])
  }
}
