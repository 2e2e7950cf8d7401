package import ListModel
internal import Parsing
internal import Text

/// How the entries of a list write the venues and years of published papers.
package struct VenueHabits: Sendable {
  /// Venue and year without the two of them, as in `(`, `'` and `)`.
  struct Form: Hashable, Sendable {
    let open: String
    /// Nil where no year follows the name.
    let middle: String?
    let hasShortYear: Bool
    let close: String

    func write(_ name: String, _ year: Int) -> String {
      guard let middle else { return open + name + close }
      let digits = String(year)
      return open + name + middle + (hasShortYear ? String(digits.suffix(2)) : digits) + close
    }
  }

  private var spellings: [String: [String: Int]] = [:]
  private var forms: [Form: Int] = [:]
  private var sectionForms: [Int: [Form: Int]] = [:]
  private let venues: VenueVocabulary

  package static let none = VenueHabits(venues: .empty)

  private init(venues: VenueVocabulary) { self.venues = venues }

  /// Reads the entries of a document, but for those that are contributed.
  package init(
    of document: ListDocument,
    by rulebook: Rulebook,
    besides contributed: Set<EntryPlace>
  ) {
    venues = rulebook.venues
    let read = document.entries.concurrentMap { place -> (name: String, form: Form?)? in
      guard !contributed.contains(place) else { return nil }
      let entry = document.fields(at: place)
      guard let venue = entry.venue, let name = venue.name, !rulebook.venues.isPreprint(name) else {
        return nil
      }
      return (name, entry.venueForm)
    }
    for (place, line) in zip(document.entries, read) {
      guard let line else { continue }
      guard let known = venues.name(of: line.name) else { continue }
      spellings[known, default: [:]][line.name, default: 0] += 1
      guard let form = line.form else { continue }
      forms[form, default: 0] += 1
      sectionForms[place.section, default: [:]][form, default: 0] += 1
    }
  }

  /// How many entries make a habit.
  private static let fewest = 3

  /// Returns the name by which the list calls a venue, else the one that everybody knows.
  func spelling(of name: String) -> String {
    let known = venues.name(of: name) ?? name
    // The rulebook's own names hold whatever the entries do.
    if venues.isStated(known) { return known }
    guard let counts = spellings[known], counts.values.reduce(0, +) >= Self.fewest else {
      return known
    }
    return Self.mostCommon(counts) ?? known
  }

  /// Returns the name of a venue as a new entry has it: as it is given where the list has it so, too, else by
  /// the list's own name for it.
  package func writing(_ name: String) -> String {
    guard let known = venues.name(of: name) else { return name }
    return spellings[known]?[name] ?? 0 >= 2 ? name : spelling(of: name)
  }

  /// Returns how venues are written in a section, else in the list; nil where too few show it.
  func form(in section: Int) -> Form? {
    if let own = sectionForms[section], own.values.reduce(0, +) >= Self.fewest {
      return Self.mostCommon(own)
    }
    return forms.values.reduce(0, +) >= Self.fewest ? Self.mostCommon(forms) : nil
  }

  private static func mostCommon<Value: Hashable>(_ counts: [Value: Int]) -> Value? {
    // Of two that are as common, always the same one.
    counts.max { ($0.value, "\($1.key)") < ($1.value, "\($0.key)") }?.key
  }
}

extension Entry {
  /// How its venue and year are written; nil where there is no name, or the year stands before it.
  var venueForm: VenueHabits.Form? {
    guard let venue, let name = venue.nameRange, venue.range.lowerBound <= name.lowerBound,
      name.upperBound <= venue.range.upperBound
    else { return nil }
    let open = string(venue.range.lowerBound..<name.lowerBound)
    guard let digits = venue.yearRange else {
      return VenueHabits.Form(
        open: open,
        middle: nil,
        hasShortYear: false,
        close: string(name.upperBound..<venue.range.upperBound)
      )
    }
    guard venue.year != nil, name.upperBound <= digits.lowerBound,
      digits.upperBound <= venue.range.upperBound
    else { return nil }
    return VenueHabits.Form(
      open: open,
      middle: string(name.upperBound..<digits.lowerBound),
      hasShortYear: digits.count == 2,
      close: string(digits.upperBound..<venue.range.upperBound)
    )
  }
}
