internal import ListModel
internal import Markdown
internal import Rules
internal import Text

/// A finding as a baseline knows it: by what is wrong with which entry, never by where it stands.
package struct BaselineRow: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// With control characters made visible, as all that is in a row.
  package let path: String
  package let rule: String
  /// The entry's identity; `list` for a finding about the list itself.
  package let identity: String
  /// The words that are wrong; empty where something is missing.
  package let offence: String

  /// How much of the words that are wrong is kept, in characters.
  private static let longest = 120

  init(path: String, rule: String, identity: String, offence: String) {
    self.path = path
    self.rule = rule
    self.identity = identity
    self.offence = offence
  }

  init(path: String, rule: String, identity: Identity?, offence: String) {
    self.init(
      path: path,
      rule: rule,
      identity: identity?.description.withVisibleControls ?? "list",
      offence: offence
    )
  }

  /// The row of a finding in a list.
  package init(_ located: LocatedFinding, path: String) {
    self.init(
      path: Self.path(path),
      rule: located.finding.rule,
      identity: located.identity,
      offence: located.offence
    )
  }

  /// Returns a path as rows have it: a number sign at its start would make the row a comment.
  static func path(_ path: String) -> String {
    (path.hasPrefix("#") ? "./" : "") + path.withVisibleControls
  }

  /// Returns the words that a finding is about, in one line; where something is missing, the words
  /// that its message quotes.
  static func offence(of finding: Finding, in text: [UInt8]) -> String {
    let words = text[finding.range].split(whereSeparator: \.isWhitespace)
    let line =
      words.isEmpty
      ? finding.message.quotes.joined(separator: " ")
      : String(decoding: Array(words.joined(separator: [.space])), as: UTF8.self)
    let scalars = line.unicodeScalars
    let kept = String(String.UnicodeScalarView(scalars.prefix(longest)))
    let isWhole = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex)
    let isCut = isWhole.map { $0 < scalars.endIndex } ?? false
    return kept.withVisibleControls + (isCut ? "\u{2026}" : "")
  }

  package static func < (lhs: Self, rhs: Self) -> Bool {
    let left = [lhs.path, lhs.identity, lhs.rule, lhs.offence]
    let right = [rhs.path, rhs.identity, rhs.rule, rhs.offence]
    for (one, other) in zip(left, right) where one != other {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return false
  }

  /// The row as it is written: its parts between tabs.
  package var description: String {
    [path, identity, rule].joined(separator: "\t") + (offence.isEmpty ? "" : "\t" + offence)
  }
}
