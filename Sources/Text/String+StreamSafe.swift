/// Unicode lets any number of marks follow a letter, and to compare or hash a `String` is to put those of
/// a letter in order, which takes the square of their number. So text that comes from outside is bounded
/// as Unicode's Stream-Safe Text Format bounds it, where it becomes a `String`.
///
/// See https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format.
extension String {
  /// How many marks may follow a letter; no writing has more.
  package static let marksInARow = 30

  /// Reads text, of which each mark too many in a row is replaced by one that has no order and no looks.
  ///
  /// The replacement is as long as what it replaces: an offset of the text stays one of the bytes.
  package init(streamSafe bytes: ArraySlice<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    self = bytes.mayHaveMarksInARow ? text.withBoundedMarks : text
  }

  /// This text with as few marks in a row, for what leaves characters out and so brings marks together.
  package var streamSafe: String {
    var text = self
    let isBounded = text.withUTF8 { unsafe !$0.mayHaveMarksInARow }
    return isBounded ? text : text.withBoundedMarks
  }

  private var withBoundedMarks: String {
    var scalars = UnicodeScalarView()
    var marks = 0
    for scalar in unicodeScalars {
      let isMark =
        scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      marks = isMark ? marks + 1 : 0
      if marks > Self.marksInARow {
        scalars.append(scalar.markOfNoOrder)
        marks = 0
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension Collection<UInt8> {
  /// Tells whether as many bytes in a row are outside ASCII as too many marks have, two bytes each.
  fileprivate var mayHaveMarksInARow: Bool {
    guard count > 2 * String.marksInARow else { return false }
    var others = 0
    return contains { byte in
      others = byte < 0x80 ? 0 : others + 1
      return others > 2 * String.marksInARow
    }
  }
}

extension Unicode.Scalar {
  /// A mark of combining class 0, of as many bytes in UTF-8 as this scalar has.
  fileprivate var markOfNoOrder: Unicode.Scalar {
    switch value {
    case ..<0x800: "\u{034F}"
    case ..<0x1_0000: "\u{FE0F}"
    default: "\u{E0100}"
    }
  }
}
