/// A time in UTC, by seconds since 1970, as pages and feeds write it.
package struct Moment: Hashable, Comparable, Sendable {
  package let seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  /// The proleptic Gregorian calendar, by [the algorithm for civil dates][civil].
  ///
  /// [civil]: https://howardhinnant.github.io/date_algorithms.html#civil_from_days
  private var civil: (year: Int64, month: Int64, day: Int64, second: Int64) {
    let second = (seconds % 86_400 + 86_400) % 86_400
    let days = (seconds - second) / 86_400 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1,
      second
    )
  }

  package var year: Int { Int(civil.year) }

  /// `2026-11-30`.
  package var day: String {
    let (year, month, day, _) = civil
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  /// `2026-11-30T08:00:00Z`, after RFC 3339.
  package var text: String {
    let second = civil.second
    let (hours, minutes) = (second / 3_600, second / 60 % 60)
    return
      "\(day)T\(Self.padded(hours, 2)):\(Self.padded(minutes, 2)):\(Self.padded(second % 60, 2))Z"
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
