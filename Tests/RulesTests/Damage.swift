/// Damages entries the way hands do: a delimiter lost, doubled or swapped, a space too many, a
/// quote from a word processor.
///
/// The same seed does the same damage.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private mutating func number(below limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

  mutating func damaged(_ text: [UInt8]) -> [UInt8] {
    var scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    for _ in 0...number(below: 3) { damage(&scalars) }
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
    let place = places[number(below: places.count)]
    switch number(below: 7) {
    case 0: scalars.remove(at: place)
    case 1: scalars.insert(scalars[place], at: place)
    case 2:
      guard place + 1 < scalars.count else { return }
      scalars.swapAt(place, place + 1)
    case 3: scalars.insert(Self.insertions[number(below: Self.insertions.count)], at: place)
    case 4: scalars[place] = Self.insertions[number(below: Self.insertions.count)]
    case 5:
      // A field, or part of one, is lost.
      let other = places[number(below: places.count)]
      scalars.removeSubrange(min(place, other)..<max(place, other))
    default:
      let other = places[number(below: places.count)]
      let piece = scalars[min(place, other)..<max(place, other)].prefix(40)
      scalars.insert(contentsOf: piece, at: place)
    }
  }
}
