internal import ListModel

extension Entry {
  /// The characters outside ASCII, each with the bytes it takes; all others too where there is one.
  var scalars: [(scalar: Unicode.Scalar, range: Range<Int>)] {
    guard text.contains(where: { $0 >= 0x80 }) else { return [] }
    var index = 0
    return String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
      let start = index
      index += UTF8.width(scalar)
      return (scalar, start..<index)
    }
  }
}
