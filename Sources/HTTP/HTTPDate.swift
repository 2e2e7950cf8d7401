/// A moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
///
/// The two older forms that RFC 9110 lets a recipient understand have not been sent for decades.
struct HTTPDate: Equatable {
  /// Whole seconds since 1970 began.
  let secondsSince1970: Int

  /// Reads the preferred form of RFC 9110, section 5.6.7; nil when the text is not in it.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT",
      let day = Int(words[1]), (1...31).contains(day),
      let month = Self.months.firstIndex(of: words[2]).map({ $0 + 1 }),
      let year = Int(words[3]), (1970...9999).contains(year)
    else { return nil }
    let time = words[4].split(separator: ":").map { Int($0) ?? -1 }
    guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]),
      (0...60).contains(time[2])
    else { return nil }
    secondsSince1970 =
      Self.days(year: year, month: month, day: day) * 86400
      + time[0] * 3600 + time[1] * 60 + time[2]
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Returns the days from 1970-01-01, counting years from March so that the leap day is the last.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }
}
