internal import ListModel
internal import Text

extension Entry {
  /// How many marks of emphasis and quotation, and brackets, stand without the other of their pair
  /// after the marker.
  var loneMarks: Int {
    var (parentheses, brackets) = (0, 0)
    // `**` is one mark, `***` is two.
    var (single, double, run) = (0, 0, 0)
    var (backticks, quotes) = (0, 0)
    func endStars() {
      single += run % 2
      double += run / 2
      run = 0
    }
    var index = marker.range.upperBound
    while let sign = text.firstSign(from: index) {
      if sign > index || text[sign] != UInt8(ascii: "*") { endStars() }
      index = sign + 1
      switch text[sign] {
      case UInt8(ascii: "("): parentheses += 1
      case UInt8(ascii: ")"):
        if parentheses > 0 || !endsNumber(sign) { parentheses -= 1 }
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: "*"): run += 1
      case UInt8(ascii: "`"): backticks += 1
      case UInt8(ascii: "\""): quotes += 1
      default: break
      }
    }
    endStars()
    return abs(parentheses) + abs(brackets) + single % 2 + double % 2 + backticks % 2 + quotes % 2
  }

  /// Tells whether a bracket ends a number that counts entries, as in `| 5) **LISA**`.
  private func endsNumber(_ bracket: Int) -> Bool {
    let start = text[..<bracket].lastIndex { !$0.isDigit }.map { $0 + 1 } ?? 0
    guard start < bracket, bracket - start <= 3 else { return false }
    return start == 0 || text[start - 1].isWhitespace || "|*_".utf8.contains(text[start - 1])
  }
}
