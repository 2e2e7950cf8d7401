/// Points in time as registries write them.
enum RegistryDate {
  /// Returns the seconds since 1970 of a time as `2024-05-06T07:08:09Z`; nil where it is none.
  static func seconds(_ text: String) -> Int? {
    let numbers = text.utf8.split { !(0x30...0x39).contains($0) }
      .map { Int(String(decoding: Array($0), as: UTF8.self)) ?? 0 }
    guard numbers.count >= 3, (1970...2200).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...31).contains(numbers[2])
    else { return nil }
    // Days from civil, with March as the first month, so that a leap day is the last of its year.
    let year = numbers[1] > 2 ? numbers[0] : numbers[0] - 1
    let month = (numbers[1] + 9) % 12
    let days =
      365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10
      + numbers[2] - 1 - 719_468
    guard numbers.count >= 6 else { return days * 86_400 }
    return days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
  }
}
