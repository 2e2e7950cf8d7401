internal import ListModel
internal import Text

/// A title and a name as registries and lists are compared: letters and digits only, in lower case, without
/// accents.
package enum TitleKey {
  /// Returns what two spellings of one title share.
  package static func key(of title: String) -> String {
    let key = normalisedTitle(title)
    return key.utf8.allSatisfy { $0 < 0x80 } ? key : folded(key)
  }

  /// Returns letters without the accents above and below them.
  private static func folded(_ text: String) -> String {
    var bases = String.UnicodeScalarView()
    for character in text.unicodeScalars {
      switch character.value {
      case 0xDF: bases += "ss".unicodeScalars
      case 0xE6: bases += "ae".unicodeScalars
      case 0xF8: bases += "o".unicodeScalars
      case 0x142: bases += "l".unicodeScalars
      case 0x131: bases += "i".unicodeScalars
      default:
        if !(0x300...0x36F).contains(character.value) {
          bases.append(Letters.base(of: character) ?? character)
        }
      }
    }
    return String(bases).lowercased()
  }
}

/// Latin letters and the ones that they are without their accents.
private enum Letters {
  private static let rows: [(base: Unicode.Scalar, letters: String)] = [
    ("a", "\u{E0}\u{E1}\u{E2}\u{E3}\u{E4}\u{E5}\u{101}\u{103}\u{105}\u{1CE}"),
    ("c", "\u{E7}\u{107}\u{109}\u{10B}\u{10D}"), ("d", "\u{10F}\u{111}"),
    ("e", "\u{E8}\u{E9}\u{EA}\u{EB}\u{113}\u{115}\u{117}\u{119}\u{11B}"),
    ("g", "\u{11D}\u{11F}\u{121}\u{123}"), ("h", "\u{125}\u{127}"),
    ("i", "\u{EC}\u{ED}\u{EE}\u{EF}\u{129}\u{12B}\u{12D}\u{12F}"), ("j", "\u{135}"),
    ("k", "\u{137}"), ("l", "\u{13A}\u{13C}\u{13E}"), ("n", "\u{F1}\u{144}\u{146}\u{148}"),
    ("o", "\u{F2}\u{F3}\u{F4}\u{F5}\u{F6}\u{14D}\u{14F}\u{151}\u{1D2}"),
    ("r", "\u{155}\u{157}\u{159}"), ("s", "\u{15B}\u{15D}\u{15F}\u{161}\u{219}"),
    ("t", "\u{163}\u{165}\u{21B}"),
    ("u", "\u{F9}\u{FA}\u{FB}\u{FC}\u{169}\u{16B}\u{16D}\u{16F}\u{171}\u{173}\u{1D4}\u{1DC}"),
    ("w", "\u{175}"), ("y", "\u{FD}\u{FF}\u{177}"), ("z", "\u{17A}\u{17C}\u{17E}"),
  ]

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, letters) in rows {
      for letter in letters.unicodeScalars { bases[letter] = base }
    }
    return bases
  }()

  static func base(of letter: Unicode.Scalar) -> Unicode.Scalar? { bases[letter] }
}
