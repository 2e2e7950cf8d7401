extension Mistake {
  static let markers =
    ["* ", "+ ", "-", "-  ", "-   ", "-\t", "-\u{A0}", "1. ", "\u{2022} ", "\u{2013} ", ""].map {
      marker in
      Mistake("'\(marker)' for the bullet", "malformed-marker") { $0.marker = marker }
    }
    + ["- - ", "-- ", "- * ", "* - "].map { marker in
      Mistake("'\(marker)' for the bullet", "doubled-marker") { $0.marker = marker }
    }
    + [" ", "  ", "   "].map { indentation in
      Mistake("'\(indentation)' before the bullet", "indented-entry") {
        $0.marker = indentation + "- "
      }
    }

  static let characters =
    [" ", "  ", "   ", "\t"].map { space in
      Mistake("'\(space)' at the end", "trailing-space") { $0.end = space }
    }
    + [
      Mistake("two spaces in the title", "doubled-space") { $0.replaceLastSpace(with: "  ") },
      Mistake("two spaces after the title", "doubled-space") { $0.afterTitle = ".  " },
      Mistake("two spaces before the links", "doubled-space") { $0.afterVenue = ".  " },
      Mistake("two spaces before a bar", "doubled-space") { entry in
        if entry.links.count > 1 { entry.links[1].before = "  | " }
      },
      Mistake("a tab in the title", "tab-character") { $0.replaceLastSpace(with: "\t") },
      Mistake("a tab before the links", "tab-character") { $0.afterVenue = ".\t" },
      Mistake("a no-break space in the title", "no-break-space") {
        $0.replaceLastSpace(with: "\u{A0}")
      },
      Mistake("a no-break space after the title", "no-break-space") {
        $0.afterTitle = ".\u{A0}"
      },
      Mistake("a no-break space before the links", "no-break-space") {
        $0.afterVenue = ".\u{A0}"
      },
      Mistake("a no-break space at the end", "no-break-space") {
        $0.end = "\u{A0}"
      },
      Mistake("a no-break space between two links", "no-break-space") { entry in
        if entry.links.count > 1 { entry.links[1].before = "\u{A0}| " }
      },
      Mistake("a thin space in the title", "no-break-space") {
        $0.replaceLastSpace(with: "\u{2009}")
      },
      Mistake("a full-width space in the title", "full-width-character") {
        $0.replaceLastSpace(with: "\u{3000}")
      },
      Mistake("a full-width colon in the title", "full-width-character") {
        $0.title.replace(":", with: "\u{FF1A}")
      },
      Mistake("a full-width comma in the title", "full-width-character") {
        $0.title.replace(",", with: "\u{FF0C}", maxReplacements: 1)
      },
      Mistake("a full-width bar between two links", "full-width-character") { entry in
        if entry.links.count > 1 { entry.links[1].before = " \u{FF5C} " }
      },
    ]
    + [
      Mistake("a byte order mark before the bullet", "zero-width-character") {
        $0.marker = "\u{FEFF}- "
      },
      Mistake("a zero-width space in the title", "zero-width-character") {
        $0.replaceLastSpace(with: " \u{200B}")
      },
      Mistake("a zero-width space after the title", "zero-width-character") {
        $0.afterTitle = ".\u{200B} "
      },
      Mistake("a zero-width space in the venue", "zero-width-character") {
        $0.beforeYear = "'\u{200B}"
      },
      Mistake("a zero-width space after the venue", "zero-width-character") {
        $0.afterVenue = "\u{200B}. "
      },
      Mistake("a zero-width space in an address", "zero-width-character") {
        $0.links[0].url.append("\u{200B}")
      },
      Mistake("a zero-width space in a label", "zero-width-character") {
        $0.links[0].label.append("\u{200B}")
      },
      Mistake("a zero-width space in a tag", "zero-width-character") {
        $0.tags.replace("]`", with: "\u{200B}]`")
      },
      Mistake("a zero-width space at the end", "zero-width-character") { $0.end = "\u{200B}" },
      Mistake("a soft hyphen in the title", "zero-width-character") {
        $0.title.insert("\u{AD}", at: $0.title.index(after: $0.title.startIndex))
      },
      Mistake("a word joiner in the title", "zero-width-character") {
        $0.title.append("\u{2060}")
      },
      Mistake(
        "quotation marks of a word processor",
        "smart-quote",
        "smart-quote",
        remedy: .other { $0.line.replacing($0.title, with: "A \"B\" C") }
      ) {
        $0.title = "A \u{201C}B\u{201D} C"
      },
    ]
}

extension EntryPieces {
  fileprivate mutating func replaceLastSpace(with other: String) {
    guard let space = title.lastIndex(of: " ") else { return }
    title.replaceSubrange(space...space, with: other)
  }
}
