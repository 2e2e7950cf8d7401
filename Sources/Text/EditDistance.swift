extension Collection<String> {
  /// Returns the name a misspelt one most likely stands for: the first among the nearest, if any
  /// is within a third of its length.
  package func nearest(to name: String) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in self {
      let distance = editDistance(name.lowercased(), candidate.lowercased())
      let length = Swift.max(name.unicodeScalars.count, candidate.unicodeScalars.count)
      let limit = Swift.max(1, length / 3)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }
}

/// Returns how many letters must be inserted, deleted, replaced or swapped with their neighbour
/// to make one word of the other (the optimal string alignment distance).
package func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first.unicodeScalars.prefix(64))
  let b = Array(second.unicodeScalars.prefix(64))
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var distance = Swift.min(
        last[j + 1] + 1,
        row[j] + 1,
        last[j] + (a[i] == b[j] ? 0 : 1)
      )
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        distance = Swift.min(distance, beforeLast[j - 1] + 1)
      }
      row.append(distance)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
