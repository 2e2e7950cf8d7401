internal import Text

extension String {
  /// How many columns of a terminal the text takes; more than `limit` are not counted.
  func columns(upTo limit: Int = .max) -> Int {
    if isASCII { return utf8.count }
    var columns = 0
    forEachScalar { _, width in
      columns += width
      return columns <= limit
    }
    return columns
  }

  /// The beginning of the text, as much as fits; an ellipsis says that something was left out.
  func prefix(columns limit: Int) -> String {
    guard columns(upTo: limit) > limit else { return self }
    var end = 0
    var width = 1
    forEachScalar { range, columns in
      width += columns
      guard width <= limit else { return false }
      end = range.upperBound
      return true
    }
    return String(Substring(utf8.prefix(end))) + "\u{2026}"
  }

  /// The end of the text, as much as fits.
  func suffix(columns limit: Int) -> String {
    var width = 1 + columns()
    guard width - 1 > limit else { return self }
    var start = 0
    forEachScalar { range, columns in
      guard width > limit else { return false }
      width -= columns
      start = range.upperBound
      return true
    }
    return "\u{2026}" + String(Substring(utf8.dropFirst(start)))
  }

  /// Goes through the text's scalars, with the offsets of their bytes and the columns they take, as long
  /// as it is told to.
  private func forEachScalar(_ body: (Range<Int>, Int) -> Bool) {
    let bytes = utf8.span
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      let count = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      var value = UInt32(first) & (count == 1 ? 0x7F : 0x7F >> UInt32(count))
      for offset in 1..<count { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
      guard body(index..<index + count, terminalColumns(ofScalar: value)) else { return }
      index += count
    }
  }
}

/// Two for East Asian wide characters and emoji, none for what joins the one before, else one.
private func terminalColumns(ofScalar value: UInt32) -> Int {
  // Latin, which most texts are.
  if value < 0x300 { return 1 }
  return switch value {
  case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}
