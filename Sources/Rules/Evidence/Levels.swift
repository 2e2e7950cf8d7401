package import ListModel

/// The one scale on which the list's own habit decides whether something is said, and how loudly.
package enum Levels {
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
  package static let many = 20
  /// How much of a list a contribution writes that is judged by what it makes of it.
  package static let rewritten = Share(percent: 34)
  /// Of the entries of a list that is written anew, how many the old formats may miss.
  package static let lost = Share(percent: 34)
  /// How many entries a list has that can be called free of something.
  static let large = 1_000
  /// Of so many entries one may have what a spotless list is free of.
  static let oneInSpotless = 400

  /// Of all entries, how few leave a list practically free of something.
  static let rare = Share(percent: 5)
  /// Of all entries, how few make it the exception, whatever a few next to one do.
  static let exceptional = Share(percent: 10)
  /// Of the entries shown beside a finding, how many make it more than a matter of taste.
  static let nearlyAll = Share(percent: 90)
  /// Of all entries, how few make something that nobody does.
  static let unheardOf = Share(percent: 3)
  /// Of the nearest entries, how many do not follow what is written down, where it is hardly a rule any more.
  static let unfollowed = Share(percent: 50)
  /// Of all entries, how many do not follow it.
  static let ignored = Share(percent: 33)

  /// How loudly something is said.
  enum Loudness {
    case silent
    /// As a note, which nobody has to read.
    case hint
    case full
  }

  /// Returns how loudly a finding is said, given how often the entries around get it, and whether it is about one
  /// stroke in a field that an entry has.
  static func loudness(
    _ answer: HabitCensus.Answer,
    ofEntries count: Int,
    isStroke: Bool
  ) -> Loudness {
    guard isCustom(answer, ofEntries: count) else {
      // One or two that are there already, and are written alike, may be the section's own way.
      return answer.few.of > 0 && answer.few.found == answer.few.of ? .hint : .full
    }
    guard isExceptional(answer) else { return .silent }
    // Where hardly any of very many do so, a few new ones have it from one person.
    let isNewWay =
      answer.isNew && isStroke && answer.nearby.of < few && isUnheardOf(answer)
    return isNewWay ? .full : .hint
  }

  /// Tells whether hardly any entry of a long list has something.
  private static func isUnheardOf(_ answer: HabitCensus.Answer) -> Bool {
    answer.list.of >= unanimous && answer.list.found * 100 <= answer.list.of * unheardOf.percent
  }

  /// Tells whether a habit that excuses a finding is one of a few entries, in a list that has another.
  private static func isExceptional(_ answer: HabitCensus.Answer) -> Bool {
    let (nearby, list) = (answer.nearby, answer.list)
    guard list.of >= many, !exceptional.isReached(by: list.found, of: list.of) else { return false }
    // A section that is there already says what is done in it.
    return answer.isNew || !answer.isOfSection || nearby.of < fewest
      || !slip.isReached(by: nearby.found, of: nearby.of)
  }

  /// Tells whether the entries around are practically free of something.
  static func isRare(_ answer: HabitCensus.Answer) -> Bool {
    let (nearby, list) = (answer.nearby, answer.list)
    guard
      list.of >= many
        ? list.found * 100 <= list.of * rare.percent : list.of > few && list.found < 2
    else { return false }
    return answer.isNew || nearby.of < some || !slip.isReached(by: nearby.found, of: nearby.of)
  }

  /// Tells whether the entries around do otherwise than what is written down: then it is hardly a rule.
  static func isUnfollowed(_ answer: HabitCensus.Answer) -> Bool {
    let (nearby, list) = (answer.nearby, answer.list)
    // A few that all do so are a section of another kind.
    let isOwnWay = nearby.of > fewest ? unfollowed : Share(percent: 100)
    if !answer.isNew, isOwnWay.isReached(by: nearby.found, of: nearby.of) { return true }
    // A section that follows it outranks the list.
    if !answer.isNew, nearby.of >= some, !slip.isReached(by: nearby.found, of: nearby.of) {
      return false
    }
    return list.of >= some && ignored.isReached(by: list.found, of: list.of)
  }

  /// Tells whether most entries get a finding.
  static func isUsual(_ answer: HabitCensus.Answer) -> Bool {
    unfollowed.isReached(by: answer.list.found, of: answer.list.of)
      || unfollowed.isReached(by: answer.nearby.found, of: answer.nearby.of)
  }

  /// Tells whether entries nearby and elsewhere in the list get a finding often enough that it is a question of taste.
  static func isWavering(_ answer: HabitCensus.Answer) -> Bool {
    let (nearby, list) = (answer.nearby, answer.list)
    return nearby.of >= fewest && list.of >= some
      && exceptional.isReached(by: nearby.found, of: nearby.of)
      && form.isReached(by: list.found, of: list.of)
  }

  /// Tells whether the entries around get a finding so often that it is what is done there.
  static func isCustom(_ answer: HabitCensus.Answer, ofEntries count: Int) -> Bool {
    let (nearby, list, alike) = (answer.nearby, answer.list, answer.alike)
    if answer.isNew {
      return nearby.of >= 1 && chosen.isReached(by: nearby.found, of: nearby.of)
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

  /// Tells whether as many as are shown beside a finding speak for it.
  static func isConvincing(_ evidence: Evidence) -> Bool {
    unfollowed.isReached(by: evidence.agree, of: evidence.of)
  }

  /// Tells whether an order is one: most of those that have several links keep it.
  static func isOrder(_ evidence: Evidence) -> Bool {
    throughout.isReached(by: evidence.agree, of: evidence.of)
  }

  /// Tells whether nearly all of some that are shown beside a finding speak for what takes nothing from anybody.
  static func isConvincingInTaste(_ evidence: Evidence?) -> Bool {
    guard let evidence else { return false }
    return evidence.of >= some && nearlyAll.isReached(by: evidence.agree, of: evidence.of)
  }
}
