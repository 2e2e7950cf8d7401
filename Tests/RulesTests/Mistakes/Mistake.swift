import Testing

/// One mistake as hands make it, and what is to be said of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  /// What is offered instead of the damaged line.
  enum Remedy: Sendable {
    /// The line as it was before the mistake, byte for byte.
    case original
    /// Another line, which is told here.
    case other(@Sendable (EntryPieces) -> String)
    /// Nothing: nobody can know what was meant.
    case none
  }

  let name: String
  /// The rules that report it, one for each finding.
  let rules: [String]
  let remedy: Remedy
  private let damage: @Sendable (inout EntryPieces) -> Void

  var testDescription: String { name }

  init(
    _ name: String,
    _ rules: String...,
    remedy: Remedy = .original,
    damage: @escaping @Sendable (inout EntryPieces) -> Void
  ) {
    self.init(name, rules: rules, remedy: remedy, damage: damage)
  }

  init(
    _ name: String,
    rules: [String],
    remedy: Remedy = .original,
    damage: @escaping @Sendable (inout EntryPieces) -> Void
  ) {
    self.name = name
    self.rules = rules.sorted()
    self.remedy = remedy
    self.damage = damage
  }

  /// Returns the entry with the mistake in it, nil where there is no place for it.
  func made(in entry: EntryPieces) -> EntryPieces? {
    var damaged = entry
    damage(&damaged)
    return damaged.line == entry.line ? nil : damaged
  }

  static let all =
    punctuation + venues + links + brackets + labels + addresses + tags + markers + characters
}

extension Mistake {
  static let punctuation = [
    Mistake("no full stop after the title", "missing-full-stop") { $0.afterTitle = " " },
    Mistake("no full stop after the venue", "missing-full-stop") { $0.afterVenue = " " },
    Mistake("neither full stop", "missing-full-stop", "missing-full-stop") {
      $0.afterTitle = " "
      $0.afterVenue = " "
    },
    Mistake("nothing after the venue", "missing-full-stop") { $0.afterVenue = "" },
    Mistake("no space after the title's full stop", "misplaced-space") { $0.afterTitle = "." },
    Mistake("no space after the venue's full stop", "misplaced-space") { $0.afterVenue = "." },
    Mistake("a space before the title's full stop", "misplaced-space") { $0.afterTitle = " . " },
    Mistake("a space before the venue's full stop", "misplaced-space") { $0.afterVenue = " . " },
    Mistake("two full stops after the title", "stray-full-stop") { $0.afterTitle = ".. " },
    Mistake("two full stops after the venue", "stray-full-stop") { $0.afterVenue = ".. " },
    Mistake("two full stops apart after the venue", "stray-full-stop") { $0.afterVenue = ". . " },
    Mistake("a full stop after the links", "stray-full-stop") { $0.end = "." },
    Mistake("a comma after the title", "misplaced-punctuation") { $0.afterTitle = ", " },
    Mistake("a comma after the venue", "misplaced-punctuation") { $0.afterVenue = ", " },
    Mistake("a colon after the venue", "misplaced-punctuation") { $0.afterVenue = ": " },
    Mistake("a semicolon after the title", "misplaced-punctuation") { $0.afterTitle = "; " },
    Mistake("a dash after the title", "misplaced-punctuation") { $0.afterTitle = " - " },
    Mistake("a dash after the venue", "misplaced-punctuation") { $0.afterVenue = " - " },
    Mistake("a bar after the venue", "misplaced-punctuation") { $0.afterVenue = " | " },
    Mistake("a full stop and a bar after the venue", "misplaced-punctuation") {
      $0.afterVenue = ". | "
    },
    Mistake("a full stop and a comma after the title", "misplaced-punctuation") {
      $0.afterTitle = "., "
    },
    Mistake("a full-width full stop after the venue", "full-width-character") {
      $0.afterVenue = "\u{FF0E} "
    },
    Mistake("a Chinese full stop after the title", "full-width-character") {
      $0.afterTitle = "\u{3002} "
    },
    Mistake("a colon after the tags", "colon-after-tags") {
      if !$0.tags.isEmpty { $0.afterTags = ": " }
    },
    Mistake("a colon without a space after the tags", "colon-after-tags") {
      if !$0.tags.isEmpty { $0.afterTags = ":" }
    },
    Mistake("a colon apart from the tags", "colon-after-tags") {
      if !$0.tags.isEmpty { $0.afterTags = " : " }
    },
    Mistake("no space after the tags", "misplaced-space") { $0.afterTags = "" },
    Mistake("two spaces after the tags", "doubled-space") {
      if !$0.tags.isEmpty { $0.afterTags = "  " }
    },
    Mistake("venue before title", "field-order") { entry in
      (entry.title, entry.venue, entry.beforeYear, entry.year, entry.afterTitle) =
        ("\(entry.venue)'\(entry.year)", entry.title, "", "", ". ")
    },
    Mistake("venue after the links", "field-order") { entry in
      entry.end = " \(entry.venue)'\(entry.year)."
      (entry.venue, entry.beforeYear, entry.year, entry.afterVenue) = ("", "", "", "")
    },
    Mistake("words after the links", "stray-text", remedy: .none) { $0.end = " (Oral)" },
  ]

  static let venues = [
    Mistake("a space for the apostrophe", "malformed-venue") { $0.beforeYear = " " },
    Mistake("no apostrophe", "malformed-venue") { $0.beforeYear = "" },
    Mistake("two digits without an apostrophe", "malformed-venue") { entry in
      entry.beforeYear = ""
      entry.year.removeFirst(2)
    },
    Mistake("neither full stop nor apostrophe", "malformed-venue", "missing-full-stop") {
      $0.afterTitle = " "
      $0.beforeYear = ""
    },
    Mistake("a hyphen for the apostrophe", "malformed-venue") { $0.beforeYear = "-" },
    Mistake("a comma for the apostrophe", "malformed-venue") { $0.beforeYear = ", " },
    Mistake("an underscore for the apostrophe", "malformed-venue") { $0.beforeYear = "_" },
    Mistake("a slash for the apostrophe", "malformed-venue") { $0.beforeYear = "/" },
    Mistake("a colon for the apostrophe", "malformed-venue") { $0.beforeYear = ":" },
    Mistake("a backtick for the apostrophe", "malformed-venue") { $0.beforeYear = "`" },
    Mistake("a quotation mark for the apostrophe", "malformed-venue") { $0.beforeYear = "\"" },
    Mistake("two apostrophes", "malformed-venue") { $0.beforeYear = "''" },
    Mistake("a space before the apostrophe", "malformed-venue") { $0.beforeYear = " '" },
    Mistake("a space after the apostrophe", "malformed-venue") { $0.beforeYear = "' " },
    Mistake("spaces around the apostrophe", "malformed-venue") { $0.beforeYear = " ' " },
    Mistake("a typographic apostrophe", "smart-quote") { $0.beforeYear = "\u{2019}" },
    Mistake("an opening typographic apostrophe", "smart-quote") { $0.beforeYear = "\u{2018}" },
    Mistake("a full-width apostrophe", "full-width-character") { $0.beforeYear = "\u{FF07}" },
    Mistake("a year of two digits", "malformed-venue") { $0.year.removeFirst(2) },
    Mistake("a year of two digits after a space", "malformed-venue") { entry in
      entry.beforeYear = " '"
      entry.year.removeFirst(2)
    },
    Mistake("the year in parentheses", "malformed-venue") {
      $0.beforeYear = " ("
      $0.year += ")"
    },
    Mistake("venue and year in parentheses", "malformed-venue", "missing-full-stop") {
      $0.afterTitle = " ("
      $0.afterVenue = "). "
    },
    Mistake("venue and year in brackets", "malformed-venue") {
      $0.afterTitle = ". ["
      $0.afterVenue = "]. "
    },
    Mistake("venue and year in bold", "malformed-venue") {
      $0.afterTitle = ". **"
      $0.afterVenue = "**. "
    },
    Mistake("venue and year in code", "malformed-venue") {
      $0.afterTitle = ". `"
      $0.afterVenue = "`. "
    },
    Mistake("venue and year in italics", "malformed-venue") {
      $0.afterTitle = ". *"
      $0.afterVenue = "*. "
    },
    Mistake("a digit too many", "malformed-venue", remedy: .none) {
      $0.year.insert("2", at: $0.year.index(after: $0.year.startIndex))
    },
    Mistake("a digit too few", "malformed-venue", remedy: .none) { $0.year.removeLast() },
    Mistake("no year", "malformed-venue", remedy: .none) {
      $0.beforeYear = ""
      $0.year = ""
    },
    Mistake("no venue before the year", "malformed-venue", remedy: .none) {
      $0.venue = ""
      $0.beforeYear = ""
    },
    Mistake("no venue of a paper that is not on arXiv", "missing-venue", remedy: .none) { entry in
      guard entry.arXivNumber == nil, !entry.links[0].url.contains("openreview") else { return }
      entry.removeVenue()
    },
    Mistake("no venue of a preprint", "missing-venue") { entry in
      if entry.venue == "arXiv", entry.arXivNumber != nil { entry.removeVenue() }
    },
    Mistake("a venue in small letters", "misspelt-venue") { $0.venue = $0.venue.lowercased() },
    Mistake("a capital A in arXiv", "misspelt-venue") {
      if $0.venue == "arXiv" { $0.venue = "ArXiv" }
    },
    Mistake("no capital X in arXiv", "misspelt-venue") {
      if $0.venue == "arXiv" { $0.venue = "Arxiv" }
    },
    Mistake("arXiv in capitals", "misspelt-venue") {
      if $0.venue == "arXiv" { $0.venue = "ARXIV" }
    },
    Mistake(
      "NeurIPS under its old name",
      "misspelt-venue",
      remedy: .other { $0.line.replacing("CVPR'", with: "NeurIPS'") }
    ) {
      if $0.venue == "CVPR" { $0.venue = "NIPS" }
    },
    Mistake("two letters of CVPR swapped", "misspelt-venue") {
      if $0.venue == "CVPR" { $0.venue = "CVRP" }
    },
    Mistake("a year yet to come", "future-year", remedy: .none) {
      if $0.venue != "arXiv" { $0.year = "2042" }
    },
    Mistake("a year that the identifier contradicts", "contradicted-year") {
      if $0.venue == "arXiv", $0.arXivNumber != nil { $0.year = "2022" }
    },
    Mistake("a venue years before its preprint", "contradicted-year", remedy: .none) {
      if $0.venue != "arXiv", $0.arXivNumber != nil { $0.year = "2019" }
    },
  ]
}

extension EntryPieces {
  fileprivate mutating func removeVenue() {
    (venue, beforeYear, year, afterVenue) = ("", "", "", "")
  }
}
