/// How many entries came back how.
struct SurveyTally {
  var all = 0
  /// Byte for byte, but for a number before the entry, which its place gives it.
  var exact = 0
  /// How many of these have another number.
  var numbered = 0
  /// But for how deep it is indented, which its place gives it, too.
  var moved = 0
  /// As the rules would have it, where they correct the entry as it stood.
  var mended = 0
  /// But for spaces and line ends, of which a page shows nothing.
  var spaced = 0
  /// With words, signs or pictures that nobody but its author could give, as stars or a summary.
  var untold = 0
  /// With the same fields, and nothing found.
  var clean = 0
  /// As `clean`, but for what was found on the entry as it stood, too.
  var same = 0
  /// How many say nothing but what is known, and how many of these came back as they were.
  var told = 0
  var toldExact = 0
  var ordered = 0
  var placed = 0
  var refused = 0

  static func += (lhs: inout SurveyTally, rhs: SurveyTally) {
    let counts: [WritableKeyPath<SurveyTally, Int>] = [
      \.all, \.exact, \.numbered, \.moved, \.mended, \.spaced, \.untold, \.clean, \.same, \.told,
      \.toldExact,
      \.ordered,
      \.placed, \.refused,
    ]
    for count in counts { lhs[keyPath: count] += rhs[keyPath: count] }
  }

  var line: String {
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "-" : "\(part)/\(whole) \(part * 100 / whole) %"
    }
    return [
      "exact \(share(exact, all))",
      "else indented otherwise \(moved), as the rules correct it \(mended), other spaces \(spaced), "
        + "with what nobody could give \(untold), otherwise "
        + "\(all - exact - moved - mended - spaced - untold)",
      "same fields and nothing found \(share(clean, all))",
      "or what was found before \(share(same, all))",
      "exact of those that say nothing unknown \(share(toldExact, told))",
      "other number \(numbered)", "place \(share(placed, ordered))", "refused \(refused)",
    ].joined(separator: "; ")
  }
}
