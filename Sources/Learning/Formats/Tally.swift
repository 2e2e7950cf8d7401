/// Counts how often things are seen, and says which is seen most.
struct Tally<Thing: Hashable & Comparable & Sendable>: Sendable {
  private(set) var counts: [Thing: Int] = [:]
  private(set) var total = 0

  mutating func add(_ thing: Thing, _ count: Int = 1) {
    counts[thing, default: 0] += count
    total += count
  }

  /// The thing that is seen most often; the smallest of several.
  var most: (thing: Thing, count: Int)? {
    counts.max { first, second in
      (first.value, second.key) < (second.value, first.key)
    }
    .map { ($0.key, $0.value) }
  }

  /// Everything that was seen, the most frequent first.
  var ranked: [(thing: Thing, count: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
