internal import ListModel
internal import Text

extension Entry {
  /// The characters outside ASCII, each with the bytes it takes.
  var scalars: [(scalar: Unicode.Scalar, range: Range<Int>)] {
    var scalars: [(scalar: Unicode.Scalar, range: Range<Int>)] = []
    var index = 0
    while let start = text.firstOutsideASCII(from: index) {
      // How many bytes a character takes stands in its first: UTF-8, RFC 3629, section 3.
      let width = text[start] >= 0xF0 ? 4 : text[start] >= 0xE0 ? 3 : 2
      index = min(start + width, text.count)
      guard let scalar = string(start..<index).unicodeScalars.first else { break }
      scalars.append((scalar, start..<index))
    }
    return scalars
  }
}
