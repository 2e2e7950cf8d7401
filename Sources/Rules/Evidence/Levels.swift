/// The one scale on which the list's own habit decides whether something is said, and how loudly.
enum Levels {
  /// A share, of which the percentage is stated.
  struct Share {
    let percent: Int

    /// Tells whether some are at least this share of all.
    func isReached(by some: Int, of all: Int) -> Bool { all > 0 && some * 100 >= all * percent }
  }

  /// How few comparable entries say what a section does.
  static let fewest = 3
  /// Of the nearest entries, how many make it the section's own way.
  static let custom = Share(percent: 25)
  /// Of the entries of a new section, how many make it a way to write that was chosen.
  static let chosen = Share(percent: 60)
  /// Of all entries, how many make it nothing to speak of.
  static let common = Share(percent: 25)
  /// Of all entries, how many with the very same words make it one of the list's forms, where they are many.
  static let form = Share(percent: 5)
  /// How many entries are so many that their share need not be large.
  static let many = 20
  /// How much of a list a contribution writes that is judged by what it makes of it.
  static let rewritten = Share(percent: 34)
  /// How many entries a list has that can be called free of something.
  static let large = 1_000
  /// Of so many entries one may have what a spotless list is free of.
  static let oneInSpotless = 400

  /// Tells whether the entries around get a finding so often that it is what is done there.
  static func isCustom(_ answer: HabitCensus.Answer, ofEntries count: Int) -> Bool {
    let (nearby, list, alike) = (answer.nearby, answer.list, answer.alike)
    if answer.isNew {
      return nearby.of >= 2 && chosen.isReached(by: nearby.found, of: nearby.of)
    }
    if nearby.of >= fewest, nearby.found > 1, custom.isReached(by: nearby.found, of: nearby.of) {
      return true
    }
    // A section that is otherwise throughout has a way of its own.
    if nearby.of >= 8, nearby.found == 0 { return false }
    if list.of >= fewest, list.found > 1, common.isReached(by: list.found, of: list.of) {
      return true
    }
    return form.isReached(by: alike.found, of: alike.of) && alike.found * count >= many * alike.of
  }

  /// Returns what is shown of an answer: the section where it has entries enough, else the list.
  static func evidence(of answer: HabitCensus.Answer) -> Evidence? {
    let isNear = answer.isOfSection && !answer.isNew && answer.nearby.of >= fewest
    let counted = isNear ? answer.nearby : answer.list
    guard counted.of >= fewest else { return nil }
    return Evidence(
      agree: counted.of - counted.found,
      of: counted.of,
      in: isNear ? .section : .list
    )
  }
}
