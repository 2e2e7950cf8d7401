internal import ListModel
internal import Text

/// How a date is written, as in `2024.05` or `May 3, 2024`.
struct DateForm: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case literal(String)
    case year(digits: Int)
    case month(isPadded: Bool?)
    case monthName(isShort: Bool?, isUppercase: Bool)
    /// `st`, `nd`, `rd` or `th`.
    case ordinal
    case day(isPadded: Bool?)
  }

  let parts: [Part]
  /// Whether a full stop that other months have stands after `May`, too, which is not shorter for being short.
  private var stopsMay = false

  private init(parts: [Part]) { self.parts = parts }

  var hasMonth: Bool { parts.contains { if case .month = $0 { true } else { $0.isMonthName } } }
  var hasDay: Bool { parts.contains { if case .day = $0 { true } else { false } } }

  /// Whether there are no words but those of the date.
  var isBare: Bool {
    parts.allSatisfy { part in
      if case .literal(let text) = part { !text.utf8.contains(where: \.isLetter) } else { true }
    }
  }

  /// How many of all have to share words beside the date for these to be no matter of one entry.
  private static let shareOfWords = 0.5

  /// Returns the forms of some texts, without those whose words beside the date are of few entries, as a venue's name.
  static func forms(of texts: [String]) -> [DateForm] {
    let forms = texts.compactMap { reading($0)?.form }
    let most = Double(forms.count) * shareOfWords
    return forms.filter { form in
      form.isBare || Double(forms.count(where: { $0.literals == form.literals })) > most
    }
  }

  private var literals: [String] {
    parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }
  }

  /// How exact it is: 1 for a year, 2 with the month, 3 with the day.
  var exactness: Int { hasDay ? 3 : hasMonth ? 2 : 1 }

  /// Reads a date and how it is written; nil where there is none.
  static func reading(_ text: String) -> (form: DateForm, date: CalendarDate)? {
    let bytes = Array(text.utf8)
    var tokens: [(kind: Kind, text: String)] = []
    var index = 0
    while index < bytes.count {
      let start = index
      let kind = Kind(bytes[index])
      while index < bytes.count, Kind(bytes[index]) == kind { index += 1 }
      tokens.append((kind, bytes.string(start..<index)))
    }
    let numbers = tokens.filter { $0.kind == .digits }
    let names = tokens.filter { $0.kind == .letters && month(named: $0.text) != nil }
    guard names.count <= 1, (1...3).contains(numbers.count + names.count),
      let year = numbers.first(where: { $0.text.utf8.count == 4 }) ?? numbers.first
    else { return nil }
    var parts: [Part] = []
    var date: (year: Int?, month: Int?, day: Int?) = (nil, nil, nil)
    var hasMonth = names.count == 1
    for token in tokens {
      switch token.kind {
      case .letters:
        if let value = month(named: token.text) {
          date.month = value
          let isShort: Bool? = value == 5 ? nil : token.text.utf8.count <= 4
          parts.append(
            .monthName(isShort: isShort, isUppercase: token.text == token.text.uppercased())
          )
        } else if ["st", "nd", "rd", "th"].contains(token.text) {
          parts.append(.ordinal)
        } else {
          parts.append(.literal(token.text))
        }
      case .digits:
        guard let value = Int(token.text) else { return nil }
        if date.year == nil, token.text == year.text, token.text.utf8.count >= 2 {
          date.year = token.text.utf8.count == 2 ? 2000 + value : value
          parts.append(.year(digits: token.text.utf8.count))
        } else if !hasMonth {
          hasMonth = true
          date.month = value
          parts.append(.month(isPadded: Self.isPadded(token.text)))
        } else {
          date.day = value
          parts.append(.day(isPadded: Self.isPadded(token.text)))
        }
      case .other: parts.append(.literal(token.text))
      }
    }
    guard let year = date.year, (1900...2200).contains(year), (1...12).contains(date.month ?? 1),
      (1...31).contains(date.day ?? 1)
    else { return nil }
    return (DateForm(parts: parts), CalendarDate(year: year, month: date.month, day: date.day))
  }

  /// Returns the form as others of its kind make it certain: `19` says nothing of how `4` is written, nor
  /// `May` of how long a month's name is.
  func settled(by others: [DateForm], stoppingMay stopsMay: Bool) -> DateForm {
    let same = others.flatMap(\.parts)
    func usual(_ part: Part, _ isMeant: (Part) -> Bool) -> Part {
      same.filter(isMeant).mostCommon ?? part
    }
    var form = DateForm(
      parts: parts.map { part in
        switch part {
        case .day(isPadded: nil):
          usual(part) { if case .day(.some) = $0 { true } else { false } }
        case .month(isPadded: nil):
          usual(part) { if case .month(.some) = $0 { true } else { false } }
        case .monthName(isShort: nil, _):
          usual(part) { if case .monthName(.some, _) = $0 { true } else { false } }
        default: part
        }
      }
    )
    form.stopsMay = stopsMay
    return form
  }

  /// Tells whether most of the texts that have `May` have a full stop right after it.
  static func stopsMay(in texts: [String]) -> Bool {
    let endings = texts.compactMap { text -> Bool? in
      text.firstRange(of: "May").map { text[$0.upperBound...].first == "." }
    }
    return endings.count(where: { $0 }) * 2 > endings.count
  }

  /// Returns a date in this form; nil where something of it is not known.
  func text(_ date: CalendarDate) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal):
        let isWhole = text.hasSuffix("May") && !stopsMay
        text += isWhole && literal.hasPrefix(".") ? String(literal.dropFirst()) : literal
      case .ordinal:
        guard let day = date.day else { return nil }
        text += Self.ordinal(of: day)
      case .year(let digits): text += String(String(date.year).suffix(digits))
      case .month(let isPadded):
        guard let month = date.month else { return nil }
        text += (isPadded ?? true && month < 10 ? "0" : "") + String(month)
      case .monthName(let isShort, let isUppercase):
        guard let month = date.month else { return nil }
        let name =
          isShort ?? false ? String(Self.months[month - 1].prefix(3)) : Self.months[month - 1]
        text += isUppercase ? name.uppercased() : name
      case .day(let isPadded):
        guard let day = date.day else { return nil }
        text += (isPadded ?? true && day < 10 ? "0" : "") + String(day)
      }
    }
    return text
  }

  /// Tells whether a zero stands before a single digit; nil where there are two.
  private static func isPadded(_ digits: String) -> Bool? {
    if digits.utf8.first == UInt8(ascii: "0") { return true }
    return digits.utf8.count == 1 ? false : nil
  }

  private static func ordinal(of day: Int) -> String {
    if (11...13).contains(day) { return "th" }
    switch day % 10 {
    case 1: return "st"
    case 2: return "nd"
    case 3: return "rd"
    default: return "th"
    }
  }

  private enum Kind {
    case letters
    case digits
    case other

    init(_ byte: UInt8) { self = byte.isDigit ? .digits : byte.isLetter ? .letters : .other }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func month(named word: String) -> Int? {
    let word = word.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex { month in
      let month = month.lowercased()
      return month == word || word.utf8.count <= 4 && month.hasPrefix(word)
    }
    .map { $0 + 1 }
  }
}

extension DateForm.Part {
  fileprivate var isMonthName: Bool { if case .monthName = self { true } else { false } }
}

extension CalendarDate {
  /// Reads a date as lists write them; nil where there is none.
  package init?(_ text: String) {
    guard let date = DateForm.reading(text)?.date else { return nil }
    self = date
  }
}
