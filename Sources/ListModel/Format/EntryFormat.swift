internal import Text

/// How a list writes its entries: one declaration by which an entry is read, judged and written.
package struct EntryFormat: Sendable {
  /// What an entry is in the document.
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    /// A list item, with all that is inside it.
    case item
    /// A paragraph outside lists.
    case paragraph
    /// A row of a table.
    case row
    /// A line of an HTML list, in `<li>` and `</li>`.
    case html
  }

  package let unit: Unit
  /// The bullet, as in `-`, or the number, as in `1.`; empty where an entry is not an item.
  package private(set) var marker: String
  /// Whether entries may begin otherwise.
  package var allowsOtherMarkers = false
  /// Which numbers entries have; nil where the list shows it.
  package var numbering: Numbering?
  /// The fields in their order, each with what stands after it.
  package let parts: [Part]
  package let tags: TagStyle?
  package private(set) var venue: VenueStyle?
  package let links: LinkStyle
  /// Whether somebody wrote down all of it: how tags and venue are written, and every label that a link
  /// may have.
  ///
  /// Then an entry is held to it where elsewhere what it has could be a way of the list's own.
  package let isExact: Bool
  /// Whether its entries are on one line.
  package let isOneLine: Bool
  /// Whether title and venue, unmarked, are all the text that entries have beside tags and links.
  package let isPlainText: Bool
  /// The fields without the tags before them, where these are found by themselves.
  package let partsAfterTags: [Part]
  /// What entries have between fields, where that was learned from them; nil where the template
  /// says it.
  package let usualSeparators: UsualSeparators
  /// The venues that are known, by which one is found without punctuation around it.
  package private(set) var venues: VenueVocabulary

  package struct Part: Hashable, Sendable {
    package let field: FieldName
    /// The marks around the field, as in `**` and `.**`.
    package var open = ""
    package var close = ""
    /// The literal text after the field, where another field follows.
    package let terminator: String
    /// Whether an entry may do without it.
    package var isOptional = false
    /// Whether the field is a link's text.
    package var isLinked = false
    /// The number of table cells before it.
    package var cell = 0

    package init(
      field: FieldName,
      open: String = "",
      close: String = "",
      terminator: String,
      isOptional: Bool = false,
      isLinked: Bool = false,
      cell: Int = 0
    ) {
      self.field = field
      self.open = open
      self.close = close
      self.terminator = terminator
      self.isOptional = isOptional
      self.isLinked = isLinked
      self.cell = cell
    }

    /// The text after the field and its marks.
    fileprivate var ownTerminator: Substring {
      terminator.hasPrefix(close) ? terminator.dropFirst(close.count) : terminator[...]
    }
  }

  /// What is not a mistake in this format, as many entries have it.
  package enum Custom: String, Hashable, Sendable, CaseIterable {
    case trailingSpace = "trailing-space"
    case doubledSpace = "doubled-space"
    case tab
    /// A space before a colon or comma, or none after a comma.
    case spacedComma = "spaced-comma"
    /// `et al` without its full stop.
    case bareEtAl = "bare-et-al"
    /// A name before the title, wherever the title has a colon after its first words.
    case markedName = "marked-name"
    /// Descriptions that begin with a capital letter.
    case capitalDescription = "capital-description"
    /// One address under two labels, as under the title and under `paper`.
    case repeatedURL = "repeated-url"
    /// Table rows without a bar at their end.
    case openRow = "open-row"
    /// Keywords that begin with a capital letter.
    case capitalKeyword = "capital-keyword"
    /// Lines inside an entry that are indented otherwise.
    case otherIndentation = "other-indentation"
    /// A full stop at the end of nearly all entries, whatever field is their last.
    case finalStop = "final-stop"
    /// A full stop at the end of some entries.
    case anyFinalStop = "any-final-stop"
    /// Lines that end where they are long enough.
    case wrappedLine = "wrapped-line"
    /// Titles that are links.
    case linkedTitle = "linked-title"
    /// Labels without an address, as in `[Code]`, for what is to come.
    case bareLabel = "bare-label"

    package func hash(into hasher: inout Hasher) { hasher.combine(caseOf: self) }
  }

  package var customs: Set<Custom> = []
  /// What most entries have between two fields, where too few do for a norm.
  package var habits: UsualSeparators = [:]
  /// Between which fields another text is certainly a mistake: the list states it, and nearly
  /// all entries follow.
  package var certain: Set<FieldPair> = []
  /// The white space before an entry's marker that is common, the most common first; empty where
  /// there is none to have.
  package var indentations: [String] = []
  /// How a known venue's year is written after it, as in `CVPR, 2024`; nil where that differs, and where
  /// `venue` says it.
  package var venueYear: VenueYearStyle?
  /// The values that the cells of a table's columns have, where they are few; nil where they are not.
  package var columnValues: [Set<String>?] = []
  /// How nested items are written; nil where any may stand there.
  package var details: DetailStyle?
  /// What the document that is read defines for its links.
  package private(set) var references = References.none

  package init(
    unit: Unit,
    marker: String,
    parts: [Part],
    tags: TagStyle?,
    venue: VenueStyle?,
    links: LinkStyle,
    usualSeparators: UsualSeparators,
    venues: VenueVocabulary
  ) {
    self.unit = unit
    self.marker = marker
    self.parts = parts
    self.tags = tags
    self.venue = venue
    self.links = links
    self.usualSeparators = usualSeparators
    self.venues = venues
    let (hasTags, hasVenue) = (
      parts.contains { $0.field == .tags }, parts.contains { $0.field == .venue }
    )
    isExact =
      links.isUsual && links.labels.isClosed && (tags != nil || venue != nil)
      && (tags != nil || !hasTags) && (venue != nil || !hasVenue)
    isOneLine = !parts.contains { $0.terminator.utf8.contains(.newline) }
    isPlainText =
      isExact && unit != .row
      && parts.allSatisfy { part in
        switch part.field {
        case .tags, .venue, .links: true
        case .title: part.open.isEmpty && !part.isLinked
        default: false
        }
      }
    let findsTags = tags != nil && parts.first?.field == .tags
    partsAfterTags = findsTags ? Array(parts.dropFirst()) : parts
  }

  /// Takes fields of items, of which nothing more is known.
  package init(of parts: [Part], links: LinkStyle) {
    self.init(
      unit: .item,
      marker: "-",
      parts: parts,
      tags: nil,
      venue: nil,
      links: links,
      usualSeparators: [:],
      venues: .empty
    )
  }

  /// Whether its titles are links.
  package var linksTitle: Bool { parts.contains { $0.field == .title && $0.isLinked } }

  /// Returns what stands between two fields, or after the last where `after` is nil; nil where the
  /// format never puts them in this order.
  package func separator(from before: FieldName, to after: FieldName?) -> String? {
    guard let first = parts.firstIndex(where: { $0.field == before }) else { return nil }
    guard let after else { return end(after: parts[first]) }
    guard let second = parts.firstIndex(where: { $0.field == after }), first < second
    else { return nil }
    // What a template has between two neighbours begins and ends with their marks.
    let terminator = parts[first].close + parts[first].ownTerminator
    let isComplete = second == first + 1 && terminator.hasSuffix(parts[second].open)
    return isComplete ? terminator : terminator + parts[second].open
  }

  /// Returns what stands after a field that is an entry's last: marks and a full stop, but nothing
  /// that only keeps it apart from the next.
  private func end(after part: Part) -> String {
    part.close + part.ownTerminator.prefix { $0 == "." || $0 == ")" || $0 == "]" }
  }

  /// Returns the marker with its space that an entry should have, given the one it has; nil where it
  /// may stay.
  package func marker(insteadOf found: String) -> String? {
    guard unit == .item, !allowsOtherMarkers else { return nil }
    let isNumbered = marker.first?.isNumber ?? false
    let number = found.prefix { $0.isNumber }
    if isNumbered, !number.isEmpty {
      // Which number it is, is another matter.
      return number + marker.dropFirst() + " "
    }
    return marker + " "
  }

  /// Returns the format with other venues that are known.
  func knowing(_ venues: VenueVocabulary) -> EntryFormat {
    var format = self
    format.venues = venues
    format.venue?.vocabulary = venues
    return format
  }

  /// Returns the format with another bullet or number, where its entries are items.
  package func with(marker: String) -> EntryFormat {
    var format = self
    if unit == .item { format.marker = marker }
    return format
  }

  /// Returns the format for a document with other definitions for its links.
  package func resolving(_ references: References) -> EntryFormat {
    var format = self
    format.references = references
    return format
  }

  /// Tells whether entries of this format have a field.
  package func has(_ field: FieldName) -> Bool { parts.contains { $0.field == field } }
}

/// How tags are written, as in `[ReferIS][GRES]`, which is code and bold.
package struct TagStyle: Hashable, Sendable {
  package let open: String
  /// What stands before and after each tag.
  package let itemOpen: String
  package let itemClose: String
  package let separator: String
  package let close: String

  package func write(_ names: [String]) -> String {
    open + names.map { itemOpen + $0 + itemClose }.joined(separator: separator) + close
  }
}

/// How venue and year are written, as in `CVPR'2024`.
package struct VenueStyle: Sendable {
  /// What stands before the name, between name and year, and after the year.
  package let open: String
  package let middle: String
  package let close: String
  /// Whether the year has two digits.
  package let hasShortYear: Bool
  /// The names that are known, by which a venue is found without punctuation around it.
  package internal(set) var vocabulary: VenueVocabulary

  package func write(name: String, year: Int) -> String {
    let digits = String(year)
    return open + name + middle + (hasShortYear ? String(digits.suffix(2)) : digits) + close
  }
}
