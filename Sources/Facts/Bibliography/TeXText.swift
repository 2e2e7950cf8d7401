/// Text as BibTeX files write it, made plain.
enum TeXText {
  /// Returns the text without braces and commands: accents become letters, formulas lose their dollars.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { "\\{}$~\n\r\t-'`".utf8.contains($0) }) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "{", "}", "$": continue
      case "~", "\n", "\r", "\t", " ":
        if result.last != " " { result.append(" ") }
      case "-":
        // Two and three hyphens are dashes.
        while index < scalars.count, scalars[index] == "-" { index += 1 }
        result.append("-")
      case "\\": index = command(scalars, at: index, into: &result)
      default: result.append(scalar)
      }
    }
    while result.last == " " { result.removeLast() }
    return String(result.drop { $0 == " " })
  }

  /// Reads a command after its backslash, and returns where the text goes on.
  private static func command(
    _ scalars: [Unicode.Scalar],
    at start: Int,
    into result: inout String.UnicodeScalarView
  ) -> Int {
    guard start < scalars.count else { return start }
    let first = scalars[start]
    guard first.isLetter else {
      guard accents[String(first)] != nil else {
        // `\&`, `\_`, `\%`: the sign itself.
        result.append(first)
        return start + 1
      }
      return accent(String(first), scalars, at: start + 1, into: &result)
    }
    var end = start
    while end < scalars.count, scalars[end].isLetter { end += 1 }
    var name = String.UnicodeScalarView()
    name += scalars[start..<end]
    let word = String(name)
    if accents[word] != nil, end < scalars.count, !scalars[end].isLetter {
      return accent(word, scalars, at: end, into: &result)
    }
    if let letter = letters[word] {
      result += letter.unicodeScalars
      // The space after a command only ends its name.
      return end < scalars.count && scalars[end] == " " ? end + 1 : end
    }
    // Of a command that is not known its argument counts, as of `\emph{so}`; of a sign its name.
    if end < scalars.count, scalars[end] == "{" { return end }
    if !styles.contains(word) { result += name }
    return end
  }

  /// Reads the letter that an accent stands on.
  private static func accent(
    _ name: String,
    _ scalars: [Unicode.Scalar],
    at start: Int,
    into result: inout String.UnicodeScalarView
  ) -> Int {
    var index = start
    while index < scalars.count, scalars[index] == " " || scalars[index] == "{" { index += 1 }
    guard index < scalars.count, let mark = accents[name] else { return index }
    var letter = scalars[index]
    index += 1
    if letter == "\\" {
      // `\'{\i}`: a letter without its dot.
      while index < scalars.count, !scalars[index].isLetter { index += 1 }
      guard index < scalars.count else { return index }
      letter = scalars[index]
      index += 1
    }
    result.append(letter)
    result.append(mark)
    return index
  }

  private static let accents: [String: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}",
    "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}", "b": "\u{331}",
  ]

  private static let letters: [String: String] = [
    "ss": "\u{DF}", "ae": "\u{E6}", "AE": "\u{C6}", "oe": "\u{153}", "OE": "\u{152}",
    "o": "\u{F8}", "O": "\u{D8}", "l": "\u{142}", "L": "\u{141}", "aa": "\u{E5}", "AA": "\u{C5}",
    "i": "\u{131}", "j": "j", "dh": "\u{F0}", "th": "\u{FE}", "dj": "\u{111}",
    "textquotesingle": "'", "textquoteright": "'", "textendash": "-", "textemdash": "-",
    "alpha": "\u{3B1}", "beta": "\u{3B2}", "gamma": "\u{3B3}", "delta": "\u{3B4}",
    "epsilon": "\u{3B5}", "lambda": "\u{3BB}", "mu": "\u{3BC}", "pi": "\u{3C0}",
    "sigma": "\u{3C3}", "tau": "\u{3C4}", "phi": "\u{3C6}", "omega": "\u{3C9}",
    "Delta": "\u{394}", "Omega": "\u{3A9}", "infty": "\u{221E}", "times": "\u{D7}",
  ]

  /// Commands that say how what follows looks.
  private static let styles: Set<String> = [
    "em", "it", "bf", "sc", "tt", "rm", "sf", "cal", "mathcal", "mathrm", "mathbf", "left", "right",
  ]
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
