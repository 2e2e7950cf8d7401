internal import ListModel
internal import Markdown
internal import Text

/// Everything in a list that a link within the page can lead to.
struct Anchors {
  let headings: [Heading]
  private var known: Set<String> = ["readme", "top", "start-of-content", ""]

  /// The first anchor of each row of letters and digits.
  private let byLetters: [String: String]

  init(of list: ListDocument) {
    headings = Heading.headings(of: list)
    byLetters = Dictionary(
      headings.map { (Self.letters(of: $0.anchor), $0.anchor) },
      uniquingKeysWith: { first, _ in first }
    )
    for heading in headings {
      known.insert(comparedAnchor(heading.anchor))
      // An emoji that is written as a word may be shown as one.
      known.insert(comparedAnchor(githubAnchor(of: heading.text.withoutShortcodes)))
    }
    for line in list.text.lineNumbers {
      let range = list.text.line(line)
      guard let tag = list.text.bytes[range].firstIndex(of: UInt8(ascii: "<")) else { continue }
      addNames(in: list.text.string(tag..<range.upperBound))
    }
  }

  /// Tells whether a link to an anchor leads anywhere.
  func has(_ anchor: String) -> Bool { known.contains(comparedAnchor(anchor)) }

  /// Returns the anchor of a heading that an anchor most likely stands for.
  func nearest(to anchor: String) -> String? {
    byLetters[Self.letters(of: anchor)]
  }

  private static func letters(of anchor: String) -> String {
    comparedAnchor(anchor).filter { $0.isLetter || $0.isNumber }
  }

  /// Takes the names that HTML gives to places, and the texts of its headings.
  private mutating func addNames(in html: String) {
    let lowercased = html.lowercased()
    for attribute in ["name=", "id="] {
      for part in lowercased.split(separator: attribute).dropFirst() {
        let quote = part.first
        let value =
          quote == "\"" || quote == "'"
          ? part.dropFirst().prefix { $0 != quote }
          : part.prefix {
            $0 != " " && $0 != ">"
          }
        known.insert(comparedAnchor(String(value)))
      }
    }
    for level in 1...6 {
      guard let open = lowercased.firstRange(of: "<h\(level)") else { continue }
      let rest = lowercased[open.upperBound...]
      guard let start = rest.firstIndex(of: ">") else { continue }
      let text = rest[rest.index(after: start)...]
      let end = text.firstRange(of: "</h")?.lowerBound ?? text.endIndex
      let visible = visibleText(ofHeading: String(text[..<end]))
      known.insert(comparedAnchor(githubAnchor(of: visible)))
    }
  }
}

extension String {
  /// The text without emojis written as words: `:rocket:`.
  fileprivate var withoutShortcodes: String {
    let parts = split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return self }
    return parts.enumerated().filter { index, part in
      index == 0 || index == parts.count - 1 || part.contains(" ") || part.isEmpty
    }
    .map(\.element).joined()
  }
}
