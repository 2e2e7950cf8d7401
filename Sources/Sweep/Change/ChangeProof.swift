internal import ListModel
internal import Markdown
internal import Parsing
internal import Rules

/// Whether edits of an entry do what their rules ask for and nothing else.
///
/// The corrections of a review mend whatever else is wrong with an entry. Here nobody asked for that, so it is shown
/// that every other byte, field and word stays what it was.
struct ChangeProof {
  private let entry: Entry
  private let context: EntryContext
  private let judge: Judge

  init(_ entry: Entry, in context: EntryContext, by judge: Judge) {
    self.entry = entry
    self.context = context
    self.judge = judge
  }

  /// Returns the edits of some changes in order, where they can be vouched for together; nil where they cannot.
  func edits(of changes: [FactChange]) -> [Fix.Edit]? {
    var edits: [Fix.Edit] = []
    for edit in changes.flatMap(\.edits) where !edits.contains(edit) { edits.append(edit) }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    guard !edits.isEmpty,
      zip(edits, edits.dropFirst()).allSatisfy({ $0.range.upperBound <= $1.range.lowerBound })
    else { return nil }
    let changed = context.format.read(entry.text.applying(edits))
    guard hasSameFields(changed, after: edits), isMended(changed, of: Set(changes.map(\.rule))),
      looksTheSame(after: edits)
    else { return nil }
    return edits
  }

  /// Tells whether every field is where it was, moved by no more than the edits before it.
  private func hasSameFields(_ changed: Entry, after edits: [Fix.Edit]) -> Bool {
    func moved(_ range: Range<Int>) -> Range<Int>? {
      var (start, end) = (range.lowerBound, range.upperBound)
      for edit in edits {
        let growth = edit.replacement.utf8.count - edit.range.count
        if edit.range.upperBound <= range.lowerBound {
          start += growth
          end += growth
        } else if edit.range.lowerBound >= range.upperBound {
          break
        } else if range.lowerBound <= edit.range.lowerBound,
          edit.range.upperBound <= range.upperBound
        {
          end += growth
        } else {
          return nil
        }
      }
      return start..<end
    }
    func fields(_ entry: Entry) -> [Range<Int>?] {
      [entry.marker.range, entry.tags?.range, entry.title?.range]
        + (entry.tags?.tags.map(\.range) ?? []) + entry.texts.map(\.range)
        + entry.links.flatMap { [$0.range, $0.labelRange, $0.urlRange] }
    }
    let (old, new) = (fields(entry), fields(changed))
    return old.count == new.count && entry.titleLink == changed.titleLink
      && entry.links.map(\.kind) == changed.links.map(\.kind)
      && entry.texts.map(\.field) == changed.texts.map(\.field)
      && (entry.venue == nil) == (changed.venue == nil)
      && zip(old, new).allSatisfy { old, new in old.map { moved($0) == new } ?? (new == nil) }
      && changed.unparsed.count <= entry.unparsed.count
  }

  /// Tells whether the rules find less than they did.
  private func isMended(_ changed: Entry, of rules: Set<String>) -> Bool {
    func counts(_ entry: Entry) -> [String: Int] {
      judge.rawFindings(on: entry, in: context).reduce(into: [:]) { counts, finding in
        if rules.contains(finding.rule) { counts[finding.rule, default: 0] += 1 }
      }
    }
    let (before, after) = (counts(entry), counts(changed))
    return rules.allSatisfy { after[$0] ?? 0 < before[$0] ?? 0 }
  }

  /// Tells whether a page shows nothing otherwise than what the edits write.
  private func looksTheSame(after edits: [Fix.Edit]) -> Bool {
    let text = context.document.text
    let start = text.range(ofLines: context.place.lines).lowerBound
    let inDocument = edits.map { edit in
      let range = entry.sourceRange(edit.range)
      return Fix.Edit(range.lowerBound + start..<range.upperBound + start, edit.replacement)
    }
    return PageProof(context.place.lines, of: text, after: inDocument)?.holds ?? false
  }
}
