internal import ListModel

/// What the entries of a section are put in order by.
enum SortKey: Hashable, Sendable, CaseIterable {
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
  case newestMonth
  case oldestMonth
  case newestYear
  case oldestYear

  /// What it is called, as in "by …".
  var name: String {
    switch self {
    case .letters, .words, .numbers, .bare, .exact: "title"
    case .newestMonth: "date, newest first"
    case .oldestMonth: "date, oldest first"
    case .newestYear: "year, newest first"
    case .oldestYear: "year, oldest first"
    }
  }

  /// Whether it compares titles.
  var isOfTitle: Bool {
    switch self {
    case .letters, .words, .numbers, .bare, .exact: true
    case .newestMonth, .oldestMonth, .newestYear, .oldestYear: false
    }
  }

  /// Returns what is compared, byte by byte; nil where the entry does not have it.
  func value(of line: Roster.Line) -> String? {
    switch self {
    case .letters: return line.paper.titleKey.isEmpty ? nil : line.paper.titleKey
    case .words: return titleWords(line.paper.title)
    case .numbers: return titleWords(line.paper.title).map(numbered)
    case .bare: return titleWords(bareName(line.paper.title)).map(numbered)
    case .exact: return line.paper.title.isEmpty ? nil : line.paper.title.lowercased()
    case .newestMonth: return line.month.map { padded(999_999 - $0.year * 100 - $0.month) }
    case .oldestMonth: return line.month.map { padded($0.year * 100 + $0.month) }
    case .newestYear: return line.year.map { padded(9_999 - $0) }
    case .oldestYear: return line.year.map { padded($0) }
    }
  }
}

/// Returns the words of a title in small letters, with one space between them; nil where there are
/// none.
private func titleWords(_ title: String) -> String? {
  // Most titles are ASCII, of which every byte is a character.
  if title.utf8.allSatisfy({ $0 < 0x80 }) {
    let apart = UInt8(ascii: " ")
    var text: [UInt8] = []
    for byte in title.utf8 {
      if byte.isLetter || byte.isDigit {
        text.append(byte.lowercased)
      } else if byte != UInt8(ascii: "'"), byte != UInt8(ascii: "."), text.last ?? apart != apart {
        text.append(apart)
      }
    }
    if text.last == apart { text.removeLast() }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }
  let words = title.lowercased().split { character in
    // What stands inside a word makes no two words of it: `Let's`, `U.S.`.
    !character.isLetter && !character.isNumber && !"'\u{2019}.".contains(character)
  }
  let text = words.map { $0.filter { $0.isLetter || $0.isNumber } }.filter { !$0.isEmpty }
  return text.isEmpty ? nil : text.joined(separator: " ")
}

private func numbered(_ words: String) -> String {
  var result = ""
  var digits = ""
  for character in words + "\n" {
    if character.isWholeNumber {
      digits.append(character)
      continue
    }
    if !digits.isEmpty {
      result += String(repeating: "0", count: max(0, 12 - digits.count)) + digits
      digits = ""
    }
    if character != "\n" { result.append(character) }
  }
  return result
}

private func bareName(_ title: String) -> String {
  if let slash = title.lastIndex(of: "/"), !title.contains(" ") {
    return String(title[title.index(after: slash)...])
  }
  let lowercased = title.lowercased()
  for article in ["the ", "a ", "an "] where lowercased.hasPrefix(article) {
    return String(title.dropFirst(article.count))
  }
  return title
}

private func padded(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
}
