internal import ListModel
internal import Text

/// Hands out citation keys: the first author's name, the year, the title's first word that says
/// something; a letter after it where that is another paper's key already.
struct CitationKeys {
  private var counts: [String: Int] = [:]
  private var given: Set<String> = []

  private static let emptyWords: Set<String> = [
    "a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "in",
    "is",
    "of", "on", "the", "to", "toward", "towards", "via", "what", "when", "why", "with",
  ]

  mutating func next(for record: BibTeXRecord) -> String {
    var key = Self.stem(of: record)
    // A key of digits alone is not a name, nor is none.
    if !key.utf8.contains(where: \.isLetter) { key = "entry" + key }
    while true {
      let count = counts[key, default: 0]
      counts[key] = count + 1
      let candidate = key + Self.suffix(count)
      if given.insert(candidate).inserted { return candidate }
    }
  }

  /// Returns what a paper's key begins with, whatever other papers there are.
  static func stem(of record: BibTeXRecord) -> String {
    let author = record.authors.first.flatMap { Self.words(of: $0).last } ?? ""
    let words = Self.words(of: record.title)
    let word = words.first { !emptyWords.contains($0) } ?? words.first ?? ""
    let year = record.year.map(String.init) ?? ""
    return author.isEmpty ? word + year : author + year + word
  }

  /// Returns nothing for the first, then `b`, `c` and on to `z`, `aa`.
  private static func suffix(_ count: Int) -> String {
    guard count > 0 else { return "" }
    var number = count + 1
    var suffix = ""
    while number > 0 {
      number -= 1
      suffix = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number % 26))) + suffix
      number /= 26
    }
    return suffix
  }

  /// Returns the words of ASCII letters and digits, in lower case; other letters are left out.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      if byte.isLetter || byte.isDigit {
        word.append(byte.lowercased)
      } else if byte < 0x80, byte != UInt8(ascii: "'"), !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
