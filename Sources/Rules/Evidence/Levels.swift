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
  /// Of the nearest entries, how many make it the section's own way, where they are some and where they are few.
  static let (custom, customOfFew) = (Share(percent: 28), Share(percent: 40))
  static let few = 12
  /// Of the entries of a section that is throughout, how many may get a finding.
  static let slip = Share(percent: 15)
  /// How many entries of a section are many enough to have one way.
  static let unanimous = 40
  /// How many entries of a section speak for themselves, whatever the list does.
  static let some = 8
  /// Of the entries of a new section, how many make it a way to write that was chosen.
  static let chosen = Share(percent: 60)
  /// Of the entries next to one, how many make it the way of the place.
  static let most = Share(percent: 75)
  /// Of the entries of a contribution, how many make it what was meant.
  static let throughout = Share(percent: 80)
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
    let share = nearby.of < few ? customOfFew : custom
    if nearby.of >= fewest, nearby.found > 1, share.isReached(by: nearby.found, of: nearby.of) {
      return true
    }
    // What those next to it do, and what a contribution does throughout, was chosen.
    if answer.beside.found > 1, most.isReached(by: answer.beside.found, of: answer.beside.of) {
      return true
    }
    for own in [answer.own, answer.contributed]
    where own.of >= some && throughout.isReached(by: own.found, of: own.of) {
      return true
    }
    if form.isReached(by: alike.found, of: alike.of), alike.found * count >= many * alike.of {
      return true
    }
    // A section that is throughout outranks the list.
    if nearby.of >= some, !slip.isReached(by: nearby.found, of: nearby.of) { return false }
    return list.of >= fewest && list.found > 1 && common.isReached(by: list.found, of: list.of)
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
