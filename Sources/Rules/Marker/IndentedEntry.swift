package import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// Reports an entry that is indented.
package struct IndentedEntry: EntryRule {
  package static let description = RuleDescription(
    id: "indented-entry",
    summary: "An entry is indented, but the others are not.",
    rationale:
      "GitHub shows an indented item as part of the one above.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣  - **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "Do not indent the entry: remove 2 spaces",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let range = entry.marker.indentation
    let found = entry.string(range)
    guard context.format.unit == .item, !entry.isEmpty,
      let wanted = context.format.indentation(insteadOf: found), wanted != found,
      !isChild(found, in: context), !hasSibling(found, in: context), !isLevel(found, in: context)
    else { return [] }
    var finding = finding(
      wanted.isEmpty ? .indented(found) : .otherwise(found, wanted),
      at: range,
      fix: Fix(
        "Indent the entry as the list does",
        // Further in, it can become a part of the item above.
        wanted.utf8.count > found.utf8.count ? .needsReview : .safe,
        edits: [Fix.Edit(range, wanted)] + entry.shift(from: found, to: wanted)
      )
    )
    // A single space moves nothing.
    finding.isInvisible = found.width == wanted.width || max(found.width, wanted.width) == 1
    return [finding]
  }
}

extension IndentedEntry {
  /// Tells whether items stand inside others in the list, as deep as an entry does, whatever they are.
  private func isLevel(_ found: String, in context: EntryContext) -> Bool {
    guard found.utf8.count > 1 || found == "\t", !context.format.isExact else { return false }
    return context.list.surroundings.hasItem(
      indentedBy: found,
      in: lines(beside: context),
      besides: context.place.lines.lowerBound
    )
  }

  /// How many entries of a section say which levels it has.
  private static let fewest = 8

  /// Returns the lines of the section of an entry, where it has entries enough, else those of the list.
  private func lines(beside context: EntryContext) -> Range<Int> {
    let entries = context.document.entries
    if let own = context.list.surroundings.entries(ofSection: context.place.section),
      own.count >= Self.fewest
    {
      return own.lines
    }
    // What stands before the first entry, as the contents, is another list.
    guard let first = entries.first, let last = entries.last else { return 0..<0 }
    return first.lines.lowerBound..<last.lines.upperBound
  }

  /// Tells whether the entry above or below stands at the same level.
  private func hasSibling(_ found: String, in context: EntryContext) -> Bool {
    guard !context.format.isExact, let index = context.document.index(of: context.place) else {
      return false
    }
    let (document, entries) = (context.document, context.document.entries)
    return [index - 1, index + 1].contains { other in
      guard entries.indices.contains(other), entries[other].section == context.place.section else {
        return false
      }
      let line = document.text.bytes[document.text.line(entries[other].lines.lowerBound)]
      return line.prefix { $0.isWhitespace }.elementsEqual(found.utf8)
    }
  }

  /// Tells whether an entry stands below the one before it as a child of it, in a list that has levels.
  private func isChild(_ found: String, in context: EntryContext) -> Bool {
    let levels = context.format.indentations
    // Levels are indented by the same sign.
    guard found.utf8.count > 1 || found == "\t",
      levels.contains(where: { !$0.isEmpty && $0.first == found.last })
    else { return false }
    let text = context.document.text
    var line = context.place.lines.lowerBound - 1
    while line > 0, text.isBlank(line) { line -= 1 }
    guard line > 0 else { return false }
    let above = text.string(text.line(line)).prefix { $0 == " " || $0 == "\t" }
    let step = found.utf8.count - above.utf8.count
    return levels.contains(String(above)) && found.hasPrefix(above)
      && (found.last == "\t" ? step == 1 : (2...4).contains(step))
  }
}

extension String {
  /// How many columns white space is wide, where a tab goes to the next column of four.
  fileprivate var width: Int {
    utf8.reduce(0) { $1 == UInt8(ascii: "\t") ? $0 / 4 * 4 + 4 : $0 + 1 }
  }
}

extension EntryFormat {
  /// Returns the white space that belongs before a marker, given what is there.
  fileprivate func indentation(insteadOf found: String) -> String? {
    // Who says all of a format and nothing of levels wants none.
    let indentations = indentations.isEmpty && isExact ? [""] : indentations
    guard !indentations.isEmpty, !indentations.contains(found), !found.contains("\u{FEFF}") else {
      return nil
    }
    // One space is a slip; more were meant as a level.
    if found.utf8.count == 1 || indentations.count == 1 { return indentations[0] }
    return indentations.first { !$0.isEmpty }
  }
}

extension Entry {
  /// Moves the lines below the first along with it.
  fileprivate func shift(from found: String, to wanted: String) -> [Fix.Edit] {
    let width = found.utf8.count - wanted.utf8.count
    var edits: [Fix.Edit] = []
    for end in text.indices where text[end] == .newline {
      let line = text[(end + 1)...]
      guard let first = line.firstIndex(where: { $0 != .space && $0 != .tab }),
        !text[first].isLineEnd
      else { continue }
      if width > 0 {
        let cut = min(width, first - end - 1)
        if cut > 0 { edits.append(Fix.Edit(end + 1..<end + 1 + cut, "")) }
      } else {
        let space = String(repeating: " ", count: -width)
        edits.append(Fix.Edit(end + 1..<end + 1, space))
      }
    }
    return edits
  }
}

extension Message {
  fileprivate static func indented(_ space: String) -> Message {
    "Do not indent the entry: remove \(space.inWords)"
  }

  fileprivate static func otherwise(_ space: String, _ wanted: String) -> Message {
    "Indent the entry by \(wanted.inWords), not by \(space.inWords)"
  }
}
