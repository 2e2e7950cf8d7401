internal import Text

/// What the entries of a section are put in order by.
enum SortKey: Hashable, Sendable {
  /// Letters and digits of the title, in small letters.
  case letters
  /// The title's words, so that `Data Set` comes before `Database`.
  case words
  /// The words, with digits compared as numbers, so that `2` comes before `10`.
  case numbers
  /// The words without an article, or the name of an owner, that begins them: `The`, `owner/`.
  case bare
  /// The title as it stands, but for capitals.
  case exact
  /// The title as a link's text in its line: where it ends comes after where it goes on with a hyphen or a space.
  case line
  /// The title byte by byte, as `sort` has it: all capitals before small letters.
  case bytes
  case newestMonth
  case oldestMonth
  case newestYear
  case oldestYear
  /// The words of what stands before a colon, as a name does: no section is held against it.
  case name

  /// The ways in which titles come in the alphabet.
  static let ofTitles: [SortKey] = [.name, .letters, .words, .numbers, .bare, .exact]
  /// The orders that a section can have.
  static let allCases: [SortKey] = [
    .letters, .words, .numbers, .bare, .exact, .line, .bytes, .newestMonth, .oldestMonth,
    .newestYear, .oldestYear,
  ]

  /// What it is called, as in "by …".
  var name: String {
    switch self {
    case .letters, .words, .numbers, .bare, .exact, .line, .bytes, .name: "title"
    case .newestMonth: "date, newest first"
    case .oldestMonth: "date, oldest first"
    case .newestYear: "year, newest first"
    case .oldestYear: "year, oldest first"
    }
  }

  /// The order that is meant where a rulebook states it.
  var order: EntryOrder {
    switch self {
    case .letters, .words, .numbers, .bare, .exact, .line, .bytes, .name: .title
    case .newestMonth: .newestDate
    case .oldestMonth: .oldestDate
    case .newestYear: .newestYear
    case .oldestYear: .oldestYear
    }
  }

  /// Whether it compares titles.
  var isOfTitle: Bool { order == .title }

  /// Whether it compares months, which are those of a preprint as often as those in which somebody found it.
  var isOfMonth: Bool { self == .newestMonth || self == .oldestMonth }

  /// Returns what is compared, byte by byte; nil where the entry does not have it.
  func value(of line: Roster.Line) -> String? {
    switch self {
    case .letters: return line.paper.titleKey.isEmpty ? nil : line.paper.titleKey
    case .words: return titleWords(line.paper.title)
    case .numbers: return titleWords(line.paper.title).map(numbered)
    case .bare: return titleWords(bareName(line.paper.title)).map(numbered)
    case .exact: return line.paper.title.isEmpty ? nil : line.paper.title.lowercased()
    case .line: return line.paper.title.isEmpty ? nil : line.paper.title.lowercased() + "]"
    case .bytes: return line.paper.title.isEmpty ? nil : line.paper.title
    case .name: return titleWords(String(line.paper.title.prefix { $0 != ":" }))
    case .newestMonth: return line.month.map { padded(999_999 - $0.year * 12 - $0.month) }
    case .oldestMonth: return line.month.map { padded($0.year * 12 + $0.month) }
    case .newestYear: return line.year.map { padded(9_999 - $0) }
    case .oldestYear: return line.year.map { padded($0) }
    }
  }
}

/// Returns the words of a title in small letters, with one space between them; nil where there are
/// none.
private func titleWords(_ title: String) -> String? {
  // Most titles are ASCII but for dashes and quotation marks. What stands inside a word makes no two
  // words of it: `Let's`, `U.S.`.
  var bytes = Array(title.utf8)
  if !bytes.isASCII { bytes = bytes.withPlainPunctuation }
  if bytes.isASCII {
    let apart = UInt8(ascii: " ")
    var text: [UInt8] = []
    for byte in bytes {
      if byte.isLetter || byte.isDigit {
        text.append(byte.lowercased)
      } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "."), text.last ?? apart != apart {
        text.append(apart)
      }
    }
    if text.last == apart { text.removeLast() }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
  var words = String.UnicodeScalarView()
  for scalar in bytes.string(bytes.indices).lowercased().unicodeScalars {
    let isWord =
      scalar.value < 0x80
      ? UInt8(scalar.value).isLetter || UInt8(scalar.value).isDigit
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.isGraphemeExtend
    if isWord {
      words.append(scalar)
    } else if scalar != "'", scalar != ".", words.last ?? " " != " " {
      words.append(" ")
    }
  }
  if words.last == " " { words.removeLast() }
  return words.isEmpty ? nil : String(words).streamSafe
}

/// Returns words with the digits of each number filled up to twelve.
private func numbered(_ words: String) -> String {
  let bytes = Array(words.utf8)
  guard bytes.contains(where: { $0.isDigit }) else { return words }
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let start = index
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    if index > start {
      result += repeatElement(UInt8(ascii: "0"), count: max(0, 12 - (index - start)))
      result += bytes[start..<index]
    } else {
      result.append(bytes[index])
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}

private func bareName(_ title: String) -> String {
  if let slash = title.utf8.lastIndex(of: UInt8(ascii: "/")), !title.utf8.contains(.space) {
    return String(title[title.utf8.index(after: slash)...])
  }
  let start = title.prefix(4).lowercased()
  for article in ["the ", "a ", "an "] where start.hasPrefix(article) {
    return String(title.dropFirst(article.count))
  }
  return title
}

private func padded(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
}
