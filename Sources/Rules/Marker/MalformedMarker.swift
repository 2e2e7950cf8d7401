package import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// Reports an entry that does not begin with the list's bullet and one space.
package struct MalformedMarker: EntryRule {
  package static let description = RuleDescription(
    id: "malformed-marker",
    summary: "An entry does not begin with the list's bullet and one space.",
    rationale:
      "Without the space, GitHub does not show a list item; with a different bullet, it starts a new list.",
    fixes: .always,
    examples: [
      .accepted(
        "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣* **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "Begin the entry with '- ', not '* '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣-  **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "Begin the entry with '- ', not '-  '",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
      .reported(
        "1️⃣-**`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]",
        "Begin the entry with '- ', not '-'",
        fixed:
          "- **`[ReferIS]`** LISA: Reasoning Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]"
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    let marker = entry.marker
    guard marker.bullets.count <= 1, !entry.isEmpty else { return [] }
    let range = marker.indentation.upperBound..<marker.range.upperBound
    let found = entry.string(range)
    let usual = context.format.marker(insteadOf: found) ?? context.markerNearby(insteadOf: found)
    guard let wanted = usual, found != wanted,
      !isOfSublist(found, marker, entry, in: context.format), !context.isBesideAlike(found),
      !context.isOfSectionAlike(found)
    else { return [] }
    var finding = finding(
      found.isEmpty ? .missing(wanted) : .malformed(found, wanted),
      at: range,
      fix: .replace(range, with: wanted, "Begin as the other entries do")
    )
    // Up to four spaces after a bullet are as good as one.
    let spaces = found.utf8.reversed().prefix { $0 == .space }.count
    finding.isInvisible =
      (1...4).contains(spaces) && found.filter { $0 != " " } == wanted.filter { $0 != " " }
    return [finding]
  }
}

extension MalformedMarker {
  /// Tells whether a whole bullet begins an item of a level below: a list inside may have its own.
  private func isOfSublist(
    _ found: String,
    _ marker: Marker,
    _ entry: Entry,
    in format: EntryFormat
  ) -> Bool {
    let indentation = entry.string(marker.indentation)
    return ["- ", "* ", "+ "].contains(found) && indentation.utf8.count > 1
      && format.indentations.contains(indentation) && format.indentations.contains("")
  }
}

extension EntryContext {
  /// Tells whether the lines of the list that an entry is in begin with the same bullet, or are all new: another
  /// would end that list and begin the next.
  fileprivate func isBesideAlike(_ found: String) -> Bool {
    guard ["- ", "* ", "+ "].contains(found), format.unit == .item, !list.contributed.isEmpty else {
      return false
    }
    let bullets = list.surroundings.oldBullets(beside: place)
    return bullets.isEmpty
      ? hasNeighbour || isNearAlike(found) : bullets.contains { found.utf8.first == $0 }
  }

  /// How many lines of a section, and entries of a contribution, are looked at.
  private static let (longestSection, mostContributed) = (2_000, 100)

  /// Tells whether all items of the section that the contribution did not write begin with a bullet, be they
  /// entries or not.
  fileprivate func isOfSectionAlike(_ found: String) -> Bool {
    guard ["- ", "* ", "+ "].contains(found), !list.contributed.isEmpty else { return false }
    let (text, section) = (document.text, place.section)
    let next = document.sections.dropFirst(section + 1).lazy.compactMap(\.line).first
    let lines = (document.sections[section].line ?? 1)..<(next ?? text.lineCount + 1)
    guard lines.count <= Self.longestSection, list.contributed.count <= Self.mostContributed else {
      return false
    }
    let indentation = text.indentation(of: place.lines.lowerBound)
    var count = 0
    for line in lines where text.indentation(of: line) == indentation {
      guard let bullet = text.bytes[text.line(line)].bullet,
        !list.surroundings.isContributed(line)
      else { continue }
      if bullet != found.utf8.first { return false }
      count += 1
    }
    return count > 0
  }

  /// Tells whether the nearest entry above or below that the contribution did not write begins with a bullet: a
  /// list's newest sections say how it is written now.
  private func isNearAlike(_ found: String) -> Bool {
    list.surroundings.oldNeighbours(of: place).contains { other in
      document.text.bytes[document.text.line(other.lines.lowerBound)].bullet == found.utf8.first
    }
  }

  /// Whether another item of the contribution's stands right above or below.
  private var hasNeighbour: Bool {
    [place.lines.lowerBound - 1, place.lines.upperBound].contains { line in
      line >= 1 && line <= document.text.lineCount && !document.text.isBlank(line)
        && document.text.bytes[document.text.line(line)].bullet != nil
    }
  }

  /// How many entries before and after one say which bullet a section has, and how few.
  private static let neighbours = (reach: 8, fewest: 4)

  /// Returns the bullet that all entries nearby have, with a space after it, where the list has several and
  /// this one another; nil where they differ or are numbered.
  fileprivate func markerNearby(insteadOf found: String) -> String? {
    guard format.unit == .item, format.allowsOtherMarkers else { return nil }
    let entries = document.entries
    let reach = Self.neighbours.reach
    guard let index = document.index(of: place) else { return nil }
    let text = document.text
    let indentation = text.indentation(of: place.lines.lowerBound)
    var bullet: UInt8?
    var count = 0
    for other in entries[max(0, index - reach)..<min(entries.count, index + reach + 1)]
    where other != place && other.section == place.section && !list.contributed.contains(other) {
      let line = text.bytes[text.line(other.lines.lowerBound)]
      guard text.indentation(of: other.lines.lowerBound) == indentation else { continue }
      let sign = line.dropFirst(indentation).first
      guard let sign, "-*+".utf8.contains(sign), bullet == nil || bullet == sign else { return nil }
      bullet = sign
      count += 1
    }
    guard let bullet, count >= Self.neighbours.fewest, found.utf8.first != bullet else {
      return nil
    }
    return String(decoding: [bullet, .space], as: UTF8.self)
  }
}

extension Message {
  fileprivate static func malformed(_ found: String, _ wanted: String) -> Message {
    "Begin the entry with \(quoting: wanted), not \(quoting: found)"
  }

  fileprivate static func missing(_ wanted: String) -> Message {
    "Begin the entry with \(quoting: wanted)"
  }
}
