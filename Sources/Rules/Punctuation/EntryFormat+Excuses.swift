internal import ListModel
internal import Parsing
internal import Text

/// What is right between two fields although most entries have something else.
extension EntryFormat {
  /// Tells whether what stands between two fields is right although most entries have something else.
  func isExcused(
    _ fault: JudgedSeparator.Fault,
    in separator: Separator,
    expected: String,
    of entry: Entry
  ) -> Bool {
    // The brackets of a broken badge are another rule's matter.
    if case .link(let index) = separator.before,
      separator.text.contains(where: { "()[]".contains($0) }),
      entry.text.matches("[![", at: entry.links[index].range.lowerBound)
    {
      return true
    }
    switch fault {
    case .missingFullStop:
      return entry.endsSentence(before: separator)
    case .strayFullStop:
      return separator.after == nil && !separator.text.contains("..")
        && (customs.contains(.finalStop) || customs.contains(.anyFinalStop)
          || (has(.description) || !isExact) && entry.needsStop(at: separator.range.lowerBound))
    // A colon announces the lines below.
    case .misplacedPunctuation
    where separator.after == nil && separator.text == ":" && separator.before.field != .links:
      return true
    case .misplacedPunctuation where separator.after == nil && expected.contains("."):
      return !separator.text.contains("..") && entry.endsSentence(before: separator)
    case .misplacedPunctuation:
      return separator.text.unwrapped == expected && customs.contains(.wrappedLine)
        || entry.hasAside(after: separator, before: expected)
        || entry.hasOtherText(after: separator, than: expected)
    default: return false
    }
  }
}

extension Separator {
  /// Returns what belongs after the pictures in it, where it differs from a norm's text in nothing else.
  func tail(insteadOf expected: String) -> String? {
    func parted(_ text: String) -> (head: Substring, tail: Substring) {
      let signs: Set<Character> = [" ", "-", "–", "—", ":", "|", ">", "→"]
      let tail = text.reversed().prefix { signs.contains($0) }.count
      return (text.dropLast(tail), text.suffix(tail))
    }
    let (own, wanted) = (parted(text), parted(expected))
    guard after != nil, own.head == wanted.head, wanted.tail.first == " " else { return nil }
    return String(wanted.tail)
  }
}

extension Entry {
  /// Tells whether the sentence before a separator has its end already; at the end of the entry, with the signs
  /// in the separator.
  fileprivate func endsSentence(before separator: Separator) -> Bool {
    let end = separator.after == nil ? separator.range.upperBound : separator.range.lowerBound
    var start = texts.last { $0.range.contains(separator.range.lowerBound - 1) }?.range.lowerBound
    if case .link = separator.before {
      start = texts.last { $0.field == .description }?.range.lowerBound
    }
    start = start ?? title?.range.lowerBound
    // What begins after it, as a description after its links, has not ended before it.
    guard let start, start <= end else { return false }
    return text.endsSentence(at: end, from: start)
  }

  /// Tells whether the full stop at an offset belongs there, whatever other entries have: it shortens a
  /// word, or ends the last of several sentences.
  fileprivate func needsStop(at stop: Int) -> Bool {
    let description = texts.last { $0.field == .description && $0.range.lowerBound < stop }
    let start = description?.range.lowerBound ?? min(marker.range.upperBound, stop)
    return text.endsInAbbreviation(at: stop, from: start)
      || text.hasSentenceInside(start..<stop)
  }

  /// Tells whether what a norm wants in the place of a separator stands further on, after badges, a line comment or
  /// other links that belong to what is before it.
  fileprivate func hasAside(after separator: Separator, before expected: String) -> Bool {
    let own = expected.split(separator: ")").last.map(String.init) ?? ""
    let signs = own.filter { $0 != " " }
    guard !signs.isEmpty, own.hasSuffix(" "), !own.contains("\n"),
      let start = titleLink.map({ links[$0].range.upperBound }) ?? title?.range.upperBound,
      separator.range.upperBound >= start, separator.before == .field(.title),
      separator.after != nil
    else { return false }
    let end = asideEnd(from: start)
    let after = end + signs.utf8.count
    return end > start && text[end...].starts(with: signs.utf8) && after < text.count
      && text[after].isWhitespace
  }

  /// How many words a title has at least that is more than a name.
  private static let fewestWords = 4

  /// Tells whether a title is followed by something else than the text that a norm wants a separator before: by the
  /// rest of the title, which that separator ends, or by names where others have a description.
  fileprivate func hasOtherText(after separator: Separator, than expected: String) -> Bool {
    guard separator.before == .field(.title),
      let next = texts.first(where: { $0.range.lowerBound == separator.range.upperBound })
    else { return false }
    if text.isAuthors(next.range) {
      // After a name a colon leads to the title itself, and here that is whole.
      let isWhole = title.map { text.wordCount($0.range) >= Self.fewestWords } ?? false
      if next.field == .description || isWhole && expected.filter({ $0 != " " }).hasSuffix(":") {
        return true
      }
    }
    let own = expected.split(separator: ")").last.map(String.init) ?? ""
    let signs = own.filter { $0 != " " }
    guard !signs.isEmpty, !own.contains("\n") else { return false }
    let rest = text[next.range.upperBound...].drop { $0 == .space }
    return rest.starts(with: signs.utf8) && rest.startIndex > next.range.upperBound
      && rest.dropFirst(signs.utf8.count).first?.isWhitespace ?? false
  }

  /// Returns where what hangs on the title ends: pictures, links, code, notes in parentheses or in emphasis,
  /// with spaces and commas between them.
  private func asideEnd(from start: Int) -> Int {
    var index = start
    while index < text.count {
      let byte = text[index]
      if " ,&+/".utf8.contains(byte) {
        index += 1
      } else if let link = link(at: index), links[link].range.upperBound > index {
        index = links[link].range.upperBound
      } else if let end = text.groupEnd(at: index) {
        index = end
      } else if let word = joints.first(where: { text.matches($0, at: index) }) {
        index += word.utf8CodeUnitCount
      } else {
        break
      }
    }
    return index
  }
}

/// The words that join what hangs on a title to it.
private let joints: [StaticString] = ["by ", "and ", "or "]
