internal import ListModel
internal import Text

/// What is right between two fields although most entries have something else.
extension EntryFormat {
  /// Tells whether what stands in a gap is right although most entries have something else.
  func isExcused(
    _ fault: Separator.Fault,
    in gap: Gap,
    expected: String,
    of entry: Entry
  ) -> Bool {
    // The brackets of a broken badge are another rule's matter.
    if case .link(let index) = gap.before, gap.text.contains(where: { "()[]".contains($0) }),
      entry.text.matches("[![", at: entry.links[index].range.lowerBound)
    {
      return true
    }
    switch fault {
    case .missingFullStop:
      return entry.endsSentence(before: gap)
    case .strayFullStop:
      return gap.after == nil && !gap.text.contains("..")
        && (customs.contains(.finalStop) || customs.contains(.anyFinalStop)
          || (has(.description) || !isExact) && entry.needsStop(at: gap.range.lowerBound))
    // A colon announces the lines below.
    case .misplacedPunctuation
    where gap.after == nil && gap.text == ":" && gap.before.field != .links:
      return true
    case .misplacedPunctuation where gap.after == nil && expected.contains("."):
      return !gap.text.contains("..") && entry.endsSentence(before: gap)
    case .misplacedPunctuation:
      return gap.text.unwrapped == expected && customs.contains(.wrappedLine)
        || entry.hasAside(after: gap, before: expected)
        || entry.hasOtherText(after: gap, than: expected)
    default: return false
    }
  }
}

extension EntryFormat.Gap {
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

extension Separator {
  /// Returns it with an expectation that leaves its first part as it is; without fault where the rest is
  /// nil.
  func keeping(_ first: String, before rest: String?) -> Separator {
    var separator = Separator(
      before: before,
      after: after,
      range: range,
      expected: rest.map { first + $0 },
      fault: rest == nil ? nil : fault
    )
    separator.usual = usual
    return separator
  }
}

extension Entry {
  /// Tells whether the sentence before a gap has its end already; at the end of the entry, with the signs
  /// in the gap.
  fileprivate func endsSentence(before gap: EntryFormat.Gap) -> Bool {
    let end = gap.after == nil ? gap.range.upperBound : gap.range.lowerBound
    var start = texts.last { $0.range.contains(gap.range.lowerBound - 1) }?.range.lowerBound
    if case .link = gap.before {
      start = texts.last { $0.field == .description }?.range.lowerBound
    }
    start = start ?? title?.range.lowerBound
    // What begins after the gap, as a description after its links, has not ended before it.
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

  /// Tells whether a separator that a norm wants in a gap stands further on, after badges, a line comment or
  /// other links that belong to what is before it.
  fileprivate func hasAside(after gap: EntryFormat.Gap, before expected: String) -> Bool {
    let separator = expected.split(separator: ")").last.map(String.init) ?? ""
    let signs = separator.filter { $0 != " " }
    guard !signs.isEmpty, separator.hasSuffix(" "), !separator.contains("\n"),
      let start = titleLink.map({ links[$0].range.upperBound }) ?? title?.range.upperBound,
      gap.range.upperBound >= start, gap.before == .field(.title), gap.after != nil
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
  fileprivate func hasOtherText(after gap: EntryFormat.Gap, than expected: String) -> Bool {
    guard gap.before == .field(.title),
      let next = texts.first(where: { $0.range.lowerBound == gap.range.upperBound })
    else { return false }
    if text.isAuthors(next.range) {
      // After a name a colon leads to the title itself, and here that is whole.
      let isWhole = title.map { text.wordCount($0.range) >= Self.fewestWords } ?? false
      if next.field == .description || isWhole && expected.filter({ $0 != " " }).hasSuffix(":") {
        return true
      }
    }
    let separator = expected.split(separator: ")").last.map(String.init) ?? ""
    let signs = separator.filter { $0 != " " }
    guard !signs.isEmpty, !separator.contains("\n") else { return false }
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
