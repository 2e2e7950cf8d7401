package import ListModel
package import Review
package import Rules
internal import Text

/// What one registry's answer changes in one entry, and nothing else of it.
package struct FactChange: Hashable, Sendable {
  /// The list's.
  package let path: String
  package let place: EntryPlace
  package let identity: Identity
  package let title: String
  package let rule: String
  /// Edits of the entry's text, in ascending order.
  let edits: [Fix.Edit]
  /// What stands there, and what should, from the first edit to the last.
  package let old: String
  package let new: String
  /// What the registry says.
  package let message: Message

  /// Nil where the finding has no correction that stays on its line.
  init?(_ finding: Finding, on entry: Entry, at place: EntryPlace, in path: String) {
    guard let fix = finding.fix, let first = fix.edits.first?.range.lowerBound,
      let last = fix.edits.last?.range.upperBound,
      zip(fix.edits, fix.edits.dropFirst())
        .allSatisfy({ $0.range.upperBound <= $1.range.lowerBound }),
      fix.edits.allSatisfy({ entry.isPlain($0) })
    else { return nil }
    self.path = path
    self.place = place
    identity = entry.identity
    title = entry.title?.text ?? entry.text(of: .name) ?? ""
    rule = finding.rule
    edits = fix.edits
    old = entry.string(first..<last)
    let span = Array(entry.text[first..<last])
    let inside = fix.edits.map {
      Fix.Edit($0.range.lowerBound - first..<$0.range.upperBound - first, $0.replacement)
    }
    new = String(decoding: span.applying(inside), as: UTF8.self)
    message = finding.message
    entryKey = entry.key(in: path, finding.question ?? .paper(of: entry))
  }

  /// The year since which it holds; nil where nobody says.
  var since: Int? {
    rule == PublishedPreprint.description.id ? message.quotes.first?.year : nil
  }

  /// What it does to which entry, whatever else becomes of that: by this it is known, run after run.
  package var fingerprint: Fingerprint {
    let texts = edits.map(\.replacement)
    return Fingerprint([path, identity.description, rule, old, new] + texts)
  }

  /// The entry as it stands in its list: by this it is seen whether somebody has changed it since,
  /// and whether what the change rests on was answered.
  package let entryKey: Fingerprint
}

extension Entry {
  /// What tells it, as it stands, from every other text of its list, and what is asked about it.
  func key(in path: String, _ question: Question) -> Fingerprint {
    Fingerprint([path, String(decoding: text, as: UTF8.self)] + question.words)
  }

  /// Tells whether an edit leaves the lines, and the comments, as they are.
  fileprivate func isPlain(_ edit: Fix.Edit) -> Bool {
    let isSteering = edit.replacement.unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
    }
    return !isSteering && !text[edit.range].contains(where: \.isLineEnd)
      && sourceRange(edit.range).count == edit.range.count
  }
}
