/// A commit: what the rest of the program needs to know of it.
package struct Commit: Hashable, Sendable {
  package let id: ObjectID

  /// The parents the commit records, first parent first.
  ///
  /// In a shallow clone a recorded parent may lie beyond the end of the history that was fetched.
  package let parents: [ObjectID]

  /// The committer's time, in seconds since 1970-01-01 00:00 UTC.
  package let committerTime: Int64

  package init(id: ObjectID, parents: [ObjectID], committerTime: Int64) {
    self.id = id
    self.parents = parents
    self.committerTime = committerTime
  }

  /// The calendar year of the committer's time, in UTC.
  ///
  /// The proleptic Gregorian calendar, by [the algorithm for days from civil dates][civil].
  ///
  /// [civil]: https://howardhinnant.github.io/date_algorithms.html#civil_from_days
  package var committerYear: Int {
    let secondsPerDay: Int64 = 86_400
    let daysPerEra: Int64 = 146_097
    // Days since 0000-03-01: a year that begins in March has its leap day at the end.
    let days = floorDivide(committerTime, by: secondsPerDay) + 719_468
    let era = floorDivide(days, by: daysPerEra)
    let dayOfEra = days - era * daysPerEra
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / (daysPerEra - 1)) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    // March 1 is day 0 and January 1 is day 306.
    return Int(yearOfEra + era * 400) + (dayOfYear >= 306 ? 1 : 0)
  }
}

/// Divides towards negative infinity, so that times before 1970 fall into the right day.
private func floorDivide(_ dividend: Int64, by divisor: Int64) -> Int64 {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
