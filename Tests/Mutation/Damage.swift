/// Damages entries the way hands do: a delimiter lost, doubled or swapped, a space too many, a
/// quote from a word processor.
///
/// The same seed does the same damage.
package struct Damage {
  private var generator: SeededGenerator

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  package mutating func damaged(_ text: [UInt8]) -> [UInt8] {
    var scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    for _ in 0...generator.number(below: 3) { damage(&scalars) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view).utf8)
  }

  private static let delimiters: Set<Unicode.Scalar> = [
    "[", "]", "(", ")", "*", "`", ".", "'", "|", " ", "-", ":", "/", ",",
  ]
  private static let insertions: [Unicode.Scalar] = [
    " ", "\t", "\u{A0}", "\u{200B}", "\u{FF1A}", "\u{FF0E}", "\u{2019}", "\u{201C}", "[", "]", "(",
    ")", "*", "`", ".", ",", ":", "|", "-", "x", "7",
  ]

  private mutating func damage(_ scalars: inout [Unicode.Scalar]) {
    let places = scalars.indices.filter { Self.delimiters.contains(scalars[$0]) }
    guard !places.isEmpty else { return }
    let place = places[generator.number(below: places.count)]
    switch generator.number(below: 7) {
    case 0: scalars.remove(at: place)
    case 1: scalars.insert(scalars[place], at: place)
    case 2:
      guard place + 1 < scalars.count else { return }
      scalars.swapAt(place, place + 1)
    case 3:
      scalars.insert(Self.insertions[generator.number(below: Self.insertions.count)], at: place)
    case 4: scalars[place] = Self.insertions[generator.number(below: Self.insertions.count)]
    case 5:
      // A field, or part of one, is lost.
      let other = places[generator.number(below: places.count)]
      scalars.removeSubrange(min(place, other)..<max(place, other))
    default:
      let other = places[generator.number(below: places.count)]
      let piece = scalars[min(place, other)..<max(place, other)].prefix(40)
      scalars.insert(contentsOf: piece, at: place)
    }
  }
}
