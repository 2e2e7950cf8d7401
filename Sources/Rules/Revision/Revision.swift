package import ListModel

/// A list before and after a contribution.
package struct Revision: Sendable {
  package let base: ListDocument
  package let head: ListDocument
  /// The head's lines that differ from the base's, 1-based, half-open.
  package let touched: [Range<Int>]
  /// The entries that say what they said before, written in another way.
  package let reformatted: [EntryPlace]
  /// Whether the contribution does more to entries than write them in another way.
  package let hasContent: Bool
  /// Whether all of the head is looked at, not only what differs from the base.
  package let isWhole: Bool
  /// The head's table of contents.
  let contents: Contents
  /// The parts of the head that a program writes.
  package let generated: [GeneratedRegion]

  /// Takes both versions of the list at a path.
  ///
  /// `isChanged` tells whether the contribution changes another file, given by its path; it is asked
  /// where that matters.
  package init(
    path: String,
    base: ListDocument,
    head: ListDocument,
    by rulebook: Rulebook,
    touched: [Range<Int>],
    reformatted: [EntryPlace],
    hasContent: Bool,
    isWhole: Bool,
    isChanged: (String) throws -> Bool
  ) rethrows {
    self.base = base
    self.head = head
    self.touched = touched
    self.reformatted = reformatted
    self.hasContent = hasContent
    self.isWhole = isWhole
    contents = Contents(of: head)
    let stated = GeneratedRegion.stated(by: rulebook, in: head)
    let regions = GeneratedRegion.regions(of: head).filter { region in
      !stated.contains { $0.lines.overlaps(region.lines) }
    }
    // Nobody hides what he writes by calling it generated: the base has to say so.
    let isNew = isWhole || base.entries.isEmpty
    let known = isNew || regions.isEmpty ? [] : GeneratedRegion.regions(of: base)
    let all =
      stated
      + (isNew
        ? regions
        : regions.filter { region in
          known.contains { $0.statement == region.statement }
        })
    generated = try all.map { region in
      var region = region
      guard touched.contains(where: { $0.overlaps(region.lines) }) else { return region }
      region.isRegenerated = region.hasNewCounts(in: head, touched, since: base)
      if let source = region.source, !region.isRegenerated {
        region.isRegenerated = try SourcePath.meanings(of: source, in: path)
          .contains { try isChanged($0.text) }
      }
      return region
    }
  }

  /// Tells whether a line of the head is written by a program.
  package func isGenerated(_ line: Int) -> Bool { generated.contains { $0.lines.contains(line) } }
}
