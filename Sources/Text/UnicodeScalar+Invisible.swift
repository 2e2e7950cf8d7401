extension Unicode.Scalar {
  /// Whether it shows nothing where it is printed: a control character, a blank that is not a plain space,
  /// a format character, or one that Unicode lets a font leave out.
  ///
  /// The marks that choose the look of an emoji (U+FE00 to U+FE0F) belong to what they follow and do
  /// not count. The list is Unicode's `Default_Ignorable_Code_Point` with the controls and the blanks.
  package var isInvisible: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA1, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5,
      0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0x2800, 0x3164,
      0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1_BCA0...0x1_BCA3, 0x1_D173...0x1_D17A,
      0xE_0000...0xE_0FFF:
      true
    default: false
    }
  }

  /// Whether text that holds it can act on a terminal, turn the order in which it is read, or say
  /// something that nobody sees.
  ///
  /// Tabs, line feeds and no-break spaces do none of that, nor do the joiners (U+200C, U+200D) that
  /// Persian and emoji are written with, nor the marks of direction (U+200E, U+200F) of Arabic and
  /// Hebrew, which move no letters.
  package var isDeceptive: Bool {
    switch value {
    case 0x09, 0x0A, 0xA0, 0xAD, 0x200C...0x200F, 0x202F: false
    default: isInvisible
    }
  }
}

extension String {
  /// The text with each control or invisible character written as its code point, so that it can
  /// neither act on a terminal nor hide.
  package var withVisibleControls: String {
    guard utf8.span.canHide, unicodeScalars.contains(where: \.isInvisible) else { return self }
    return unicodeScalars.map { scalar in
      guard scalar.isInvisible else { return String(scalar) }
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + ">"
    }
    .joined()
  }
}

extension Span<UInt8> {
  /// Whether there are bytes with which an invisible character begins; most text has none.
  fileprivate var canHide: Bool {
    indices.contains { index in
      let byte = self[index]
      guard byte >= 0x7F else { return byte < 0x20 }
      switch byte {
      case 0x7F, 0xC2, 0xCD, 0xD8, 0xE1, 0xE3, 0xEF, 0xF0...: return true
      // Of the General Punctuation only dashes and quotation marks are common.
      case 0xE2:
        return index + 2 >= count || self[index + 1] == 0x81 || self[index + 1] == 0xA0
          || self[index + 1] == 0x80 && !(0x90...0xA7).contains(self[index + 2])
      default: return false
      }
    }
  }
}
