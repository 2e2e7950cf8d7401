internal import ListModel
internal import Parsing
internal import Text

/// How entries write their authors: how many, in which form, and what stands between them.
struct AuthorStyle: Sendable {
  /// What a name shows of a person.
  enum Form: Hashable, Sendable {
    case whole
    /// `A. Adams`, or `A Adams`.
    case initials(hasStops: Bool)
    case family
  }

  private var form = Form.whole
  private var separator = ", "
  /// What stands before the last of several, and between two.
  private var lastSeparator = ", "
  private var pairSeparator = ", "
  /// What stands for the others; nil where all are written out.
  private var others: String?
  /// How many stand before that.
  private var shown = 1
  /// How many there are at most where all are written out.
  private var most = Int.max
  /// Whether the family name of the first stands before its given name: `Adams, Ann, and Bob Brown`.
  private var reversesFirst = false
  /// Whether that of each does: `Adams, Ann and Brown, Bob`.
  private var reversesAll = false

  /// Takes the style that most of some texts have; `all` texts say what these do not show.
  init(_ texts: [String], among all: [String]) {
    self.init(texts)
    let list = AuthorStyle(all)
    // Where none is written out, nothing shows what stands before the last.
    let isWhole = texts.map(AuthorList.init).contains { !$0.hasOthers && $0.names.count > 1 }
    if !isWhole, separator == list.separator {
      (lastSeparator, pairSeparator) = (list.lastSeparator, list.pairSeparator)
    }
    guard others != nil, most < Int.max else { return }
    if list.others != nil, list.most < Int.max { most = max(most, list.most) }
  }

  /// Takes the style that most of some texts have.
  init(_ texts: [String]) {
    let lists = texts.map(AuthorList.init).filter { !$0.names.isEmpty }
    guard !lists.isEmpty else { return }
    let forms = lists.flatMap(\.names).compactMap(Form.init)
    let common = forms.mostCommon ?? .whole
    form = forms.count(where: { $0 == common }) * 10 >= forms.count * 6 ? common : .whole
    // A paper with many authors says no more than others.
    separator =
      lists.compactMap { $0.separators.dropLast($0.hasOthers ? 0 : 1).mostCommon }.mostCommon
      ?? ", "
    lastSeparator =
      lists.filter { !$0.hasOthers && $0.names.count > 2 }.compactMap(\.separators.last).mostCommon
      ?? separator
    pairSeparator =
      lists.filter { !$0.hasOthers && $0.names.count == 2 }.compactMap(\.separators.last).mostCommon
      ?? lastSeparator
    reversesFirst = lists.count(where: \.isFirstReversed) * 2 > lists.count
    reversesAll = lists.count(where: \.isEachReversed) * 2 > lists.count
    let cut = lists.filter(\.hasOthers)
    let whole = lists.filter { !$0.hasOthers }.map(\.names.count).sorted()
    guard !cut.isEmpty else { return }
    others = cut.map(\.others).mostCommon
    shown = cut.map(\.names.count).mostCommon ?? 1
    // Where most are cut, those that are not have few names.
    guard cut.count * 4 >= lists.count else { return }
    most = whole.isEmpty ? shown : max(shown, whole[whole.count * 9 / 10])
  }

  /// Returns some names as the list writes them.
  func text(_ names: [String], andOthers hasMore: Bool) -> String {
    let isCut = hasMore || names.count > most
    let kept = (isCut && names.count > shown && !hasMore ? Array(names.prefix(shown)) : names)
      .enumerated().map { index, name in
        index == 0 && reversesFirst || reversesAll ? name.familyFirst : written(name)
      }
    guard !isCut else { return kept.joined(separator: separator) + (others ?? " et al.") }
    guard let last = kept.last, kept.count > 1 else { return kept.first ?? "" }
    let conjunction = kept.count == 2 ? pairSeparator : lastSeparator
    return kept.dropLast().joined(separator: separator) + conjunction + last
  }

  /// Returns a name as those after the first are written.
  func written(_ name: String) -> String { form.name(name) }
}

extension AuthorStyle.Form {
  /// Tells the form of a name; nil where that cannot be told.
  fileprivate init?(_ name: String) {
    let words = name.split(separator: " ")
    guard let first = words.first else { return nil }
    guard words.count > 1 else {
      self = .family
      return
    }
    // `Adams A` is short already, and `Adams, Ann` turned round.
    if let last = words.last, last.isInitials { return nil }
    if name.contains(",") { return nil }
    let letters = first.filter { $0.isLetter }.count
    if first.hasSuffix("."), letters <= 2 {
      self = .initials(hasStops: true)
    } else if letters == 1 {
      self = .initials(hasStops: false)
    } else {
      self = .whole
    }
  }

  /// Returns a whole name in this form; one that is short already stays as it is.
  fileprivate func name(_ name: String) -> String {
    guard AuthorStyle.Form(name) == .whole else { return name }
    let words = name.split(separator: " ")
    guard let last = words.last, words.count > 1 else { return name }
    switch self {
    case .whole: return name
    case .family: return String(last)
    case .initials(let hasStops):
      let initials = words.dropLast().compactMap { word -> String? in
        // What begins small belongs to the family name: `Ludwig van Beethoven`.
        guard let first = word.first, first.isUppercase else { return String(word) }
        return hasStops ? "\(first)." : "\(first)"
      }
      return initials.joined(separator: " ") + " " + last
    }
  }
}

/// Names of people as an entry has them.
package struct AuthorList: Sendable {
  package private(set) var names: [String] = []
  /// What stands between the names.
  private(set) var separators: [String] = []
  /// What stands for those that are not named, with what keeps it apart; empty where nothing does.
  private(set) var others = ""

  /// Whether the first is written with the family name first, and a comma after that.
  private(set) var isFirstReversed = false

  /// Whether each is.
  private(set) var isEachReversed = false

  package var hasOthers: Bool { !others.isEmpty }

  package init(_ text: String) {
    var bytes = Array(text.utf8)
    for word in [", et al", " et al", ",et al", " and others", ", etc", " *et al", ", *et al"] {
      guard let found = bytes.firstRange(of: word, in: 0..<bytes.count),
        bytes.count - found.upperBound <= 4
      else { continue }
      others = bytes.string(found.lowerBound..<bytes.count)
      bytes = Array(bytes[..<found.lowerBound])
      break
    }
    var start = 0
    var index = 0
    let hasCommasInside = Self.hasCommasInside(bytes)
    while index < bytes.count {
      let width = Self.separatorWidth(bytes, at: index, besidesCommas: hasCommasInside)
      guard width > 0 else {
        index += 1
        continue
      }
      names.append(bytes.string(start..<index))
      separators.append(bytes.string(index..<index + width))
      index += width
      start = index
    }
    if start < bytes.count { names.append(bytes.string(start..<bytes.count)) }
    separators.removeLast(max(0, separators.count - max(0, names.count - 1)))
    if hasCommasInside {
      isEachReversed = true
      names = names.map(\.givenFirst)
    }
    turnFirst()
  }

  /// Takes a first name that was cut at the comma after its family name for one: `Hu, Ronghang, Marcus
  /// Rohrbach`.
  private mutating func turnFirst() {
    guard names.count >= 2, separators.first == ", ", !names[0].contains(" "),
      names[0].count > 1,
      // Beside one or two given names there are particles: `Oord, Aaron van den`.
      names[1].split(separator: " ").count(where: { $0.first?.isUppercase ?? true }) <= 2,
      names.count == 2 ? hasOthers : names.dropFirst(2).allSatisfy({ $0.contains(" ") })
    else { return }
    isFirstReversed = true
    names.replaceSubrange(0..<2, with: [names[1] + " " + names[0]])
    separators.removeFirst()
  }

  /// Tells whether each name has a comma of its own, as in BibTeX: `Adams, Ann and Brown, Bob`.
  private static func hasCommasInside(_ bytes: [UInt8]) -> Bool {
    let names = String(decoding: bytes, as: UTF8.self).split(separator: " and ")
    return names.count >= 2 && names.allSatisfy { $0.utf8.count { $0 == UInt8(ascii: ",") } == 1 }
  }

  /// Returns how long what separates two names is that begins at an offset; 0 where nothing does.
  private static func separatorWidth(
    _ bytes: [UInt8],
    at index: Int,
    besidesCommas: Bool
  ) -> Int {
    if besidesCommas { return bytes.matches(" and ", at: index) ? 5 : 0 }
    let words: [StaticString] = [", and ", ", & ", " and ", " & ", "; ", ";", ", ", ","]
    return words.first { bytes.matches($0, at: index) }?.utf8CodeUnitCount ?? 0
  }
}

extension Substring {
  /// Whether it is the first letters of given names, as in `Adams A`.
  fileprivate var isInitials: Bool {
    count <= 3 && allSatisfy { $0.isUppercase || $0 == "." }
  }
}

extension String {
  /// A whole name with the family name first.
  fileprivate var familyFirst: String {
    let words = split(separator: " ")
    // Initials at the end stand after the family name already.
    guard let last = words.last, words.count > 1, !contains(","), !last.isInitials else {
      return self
    }
    return last + ", " + words.dropLast().joined(separator: " ")
  }

  /// A whole name with the family name last: `Ann Adams` for `Adams, Ann`.
  fileprivate var givenFirst: String {
    let parts = split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
    return parts.count == 2 ? parts[1] + " " + parts[0] : self
  }
}

extension Collection where Element: Hashable {
  /// The element that stands most often in it, of several the first.
  var mostCommon: Element? {
    var counts: [Element: Int] = [:]
    for element in self { counts[element, default: 0] += 1 }
    guard let most = counts.values.max() else { return nil }
    return first { counts[$0] == most }
  }
}
