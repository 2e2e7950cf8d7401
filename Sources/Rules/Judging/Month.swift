internal import Text

/// A month of a year.
struct Month: Hashable, Sendable {
  let year: Int
  let month: Int

  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// How many months later another is.
  func distance(to other: Month) -> Int { (other.year - year) * 12 + other.month - month }

  private static let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads a date that has a month, as in `2024/05`, `2024-05-13` or `May 2024`.
  init?(_ date: String) {
    let words = date.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard
      let index = words.firstIndex(where: { word in
        word.count == 4 && Int(word).map { (1990...2099).contains($0) } ?? false
      }), let year = Int(words[index])
    else { return nil }
    if let name = words.lazy.compactMap({ word in
      word.count < 3 ? nil : Self.names.firstIndex { word.hasPrefix($0) }
    }).first {
      self.init(year: year, month: name + 1)
      return
    }
    // A number before the year can be a day as well.
    guard index == 0, words.count > 1, let month = Int(words[1]), (1...12).contains(month) else {
      return nil
    }
    self.init(year: year, month: month)
  }
}
