internal import ListModel
internal import Parsing
internal import Text

/// A form of entries with example content for the words that hold the places of fields, so that what
/// reads entries reads it, too.
///
/// Of `- Paper Name. Conference'Year. [[paper](link)] | ...` it makes
/// `- An Example of a Title. CVPR'2024. [[paper](https://example.org/1)]`.
struct FilledForm {
  private(set) var text: [UInt8] = []
  /// Whether a word held the place of each address.
  private(set) var holdsAddresses = false
  private var hasOwnAddress = false
  /// Whether a word held the place of a title.
  private(set) var holdsTitle = false
  /// Whether `...` at the end says that more can follow.
  private(set) var isOpen = false

  private let form: [UInt8]
  private let labels: LinkLabels

  init(_ form: [UInt8], labels: LinkLabels) {
    self.form = form
    self.labels = labels
    var index = 0
    while index < form.count { index = step(at: index) }
    while text.last?.isWhitespace ?? false { text.removeLast() }
  }

  /// Takes what begins at an offset and returns where it ends.
  private mutating func step(at index: Int) -> Int {
    if form.matches("](", at: index), let close = addressEnd(at: index + 2) {
      text += "](".utf8
      take(address: index + 2..<close)
      return close
    }
    if form[index] == UInt8(ascii: "["), let end = labelEnd(at: index) {
      text += form[index..<end]
      return end
    }
    if let end = ellipsisEnd(at: index) { return end }
    let isStart = index == 0 || !form[index - 1].isWord
    if isStart, let place = Placeholder.first(in: form, at: index) {
      let isEnclosed = take(place.example, before: place.end)
      return place.end + (isEnclosed ? 1 : 0)
    }
    isOpen = isOpen && form[index].isWhitespace
    text.append(form[index])
    return index + 1
  }

  /// Takes an example, and away the brackets that say that a word holds a place, as in `<title>`.
  private mutating func take(_ example: String, before end: Int) -> Bool {
    let next = end < form.count ? form[end] : 0
    let isEnclosed =
      text.last == UInt8(ascii: "<") && next == UInt8(ascii: ">")
      || text.last == UInt8(ascii: "{") && next == UInt8(ascii: "}")
    if isEnclosed { text.removeLast() }
    isOpen = false
    if example == Placeholder.title { holdsTitle = true }
    text += example.utf8
    return isEnclosed
  }

  private func addressEnd(at start: Int) -> Int? {
    var depth = 1
    var index = start
    while index < form.count, !form[index].isLineEnd {
      if form[index] == UInt8(ascii: "(") { depth += 1 }
      if form[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return index }
      index += 1
    }
    return nil
  }

  /// Takes an address as it stands, or an example where a word holds its place.
  private mutating func take(address range: Range<Int>) {
    isOpen = false
    let address = form.string(range)
    let isExample =
      address.contains("...") || address.contains("\u{2026}") || address.hasSuffix("://")
      || address.contains("://example.")
    let isPath = address.contains { $0 == "." || $0 == ":" } || address.first == "/"
    guard isExample || !isPath else {
      hasOwnAddress = true
      holdsAddresses = false
      text += form[range]
      return
    }
    holdsAddresses = !hasOwnAddress
    text += "https://example.org/\(text.count)".utf8
  }

  /// Returns where brackets end that hold the label of a link and nothing more, which stands for itself.
  private func labelEnd(at index: Int) -> Int? {
    guard let close = form.first(UInt8(ascii: "]"), in: index..<form.count) else { return nil }
    let label = form.withoutMarks(index + 1..<close)
    guard !form[index + 1..<close].contains(UInt8(ascii: "[")),
      labels.name(of: form.string(label)) != nil
    else { return nil }
    return close
  }

  /// Returns where `...` ends, and takes away what keeps it apart from what stands before.
  private mutating func ellipsisEnd(at index: Int) -> Int? {
    let width = form.matches("...", at: index) ? 3 : form.matches("\u{2026}", at: index) ? 3 : nil
    guard let width else { return nil }
    var end = index + width
    while end < form.count, form[end] == UInt8(ascii: ".") { end += 1 }
    let isLast = form[end...].allSatisfy(\.isWhitespace)
    if isLast {
      while let last = text.last, last.isWhitespace || "|,;/+&".utf8.contains(last) {
        text.removeLast()
      }
      isOpen = true
    }
    return end
  }
}
