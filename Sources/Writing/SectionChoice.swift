package import ListModel
internal import Parsing
internal import Text
internal import YAML

/// Which section of a list somebody means.
package struct SectionChoice: Sendable {
  package enum Failure: Error, Sendable, Hashable {
    /// There is none of that name; some are called nearly so.
    case unknown(nearest: [String])
    /// There are several of that name.
    case ambiguous([String])
  }

  private let document: ListDocument

  package init(_ document: ListDocument) { self.document = document }

  /// The headings of a section from the outermost on, as somebody can name it.
  package func name(of section: Int) -> String {
    document.sections[section].path.map(\.withoutComments).joined(separator: " > ")
  }

  /// The sections that have entries, as somebody can name them.
  package var names: [String] {
    let used = Set(document.entries.map(\.section))
    return document.sections.indices.filter(used.contains).map(name).filter { !$0.isEmpty }
  }

  /// The section of all entries, where they are in one.
  package var only: Int? {
    let used = Set(document.entries.map(\.section))
    return used.count == 1 ? used.first : nil
  }

  /// Returns the section of a name: its heading, or headings from an outer one on with `>` between them.
  package func section(named name: String) throws(Failure) -> Int {
    let wanted = Self.path(name)
    let candidates = document.sections.indices.filter { !document.sections[$0].isAside }
    let matching = candidates.filter { index in
      let path = document.sections[index].path.map(Self.key)
      return path.count >= wanted.count && Array(path.suffix(wanted.count)) == wanted
    }
    // Of a heading with others below it, the one whose own it is.
    let whole = matching.filter { document.sections[$0].path.map(Self.key) == wanted }
    if whole.count == 1 { return whole[0] }
    let used = matching.filter { index in document.entries.contains { $0.section == index } }
    if used.count == 1 { return used[0] }
    if matching.count == 1 { return matching[0] }
    guard matching.isEmpty else { throw .ambiguous(matching.map(self.name)) }
    let last = wanted.last ?? ""
    let near = candidates.map { (index: $0, distance: distance(to: last, from: $0)) }
      .filter { $0.distance <= max(2, last.utf8.count / 2) }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    throw .unknown(nearest: near.prefix(3).map { self.name(of: $0.index) })
  }

  private func distance(to name: String, from section: Int) -> Int {
    let own = Self.key(document.sections[section].name)
    if own.contains(name) || name.contains(own), !own.isEmpty { return 0 }
    return editDistance(own, name)
  }

  private static func path(_ name: String) -> [String] {
    let parts = name.withoutComments.split(separator: ">").map { key(String($0)) }
    return parts.isEmpty ? [key(name)] : parts
  }

  /// A heading as headings are compared: words in small letters.
  private static func key(_ heading: String) -> String {
    heading.withoutComments.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(
      separator: " "
    )
  }
}

extension SectionChoice {
  /// Returns the sections whose entries are most like something new, at most a few, the likest first.
  package func likeliest(for particulars: Particulars, atMost limit: Int = 3) -> [Int] {
    var words: [Int: [String: Int]] = [:]
    var sizes: [Int: Int] = [:]
    var years: [Int: Set<Int>] = [:]
    var common: [String: Int] = [:]
    for place in document.entries {
      let entry = document.fields(at: place)
      let description = entry.text(of: .description) ?? ""
      let own = Set(Self.words((entry.title?.text ?? "") + " " + description))
      sizes[place.section, default: 0] += 1
      if let year = entry.year { years[place.section, default: []].insert(year) }
      for word in own {
        words[place.section, default: [:]][word, default: 0] += 1
        common[word, default: 0] += 1
      }
    }
    let wanted = Set(
      Self.words((particulars.title ?? "") + " " + (particulars.description ?? ""))
        + particulars.tags.flatMap(Self.words)
    )
    let total = Double(max(1, document.entries.count))
    let scores = sizes.map { section, size -> (section: Int, score: Double) in
      let path = document.sections[section].path
      let heading = Set(path.flatMap(Self.words))
      var score = 0.0
      for word in wanted {
        let rarity = max(0.1, logarithm(total / Double(1 + (common[word] ?? 0))))
        score += rarity * Double(words[section]?[word] ?? 0) / Double(size + 3)
        if heading.contains(word) { score += 2 * rarity }
      }
      if let year = particulars.year, path.contains(where: { $0.contains(String(year)) }) {
        score += 2
      } else if let year = particulars.year, let own = years[section], own.contains(year) {
        score += 0.2
      }
      return (section, score)
    }
    return scores.sorted { ($0.score, -$0.section) > ($1.score, -$1.section) }
      .prefix(limit).map(\.section)
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { $0.utf8.count > 2 && !small.contains($0) }
  }

  private static let small: Set<String> = [
    "the", "and", "for", "with", "from", "via", "are", "using", "based", "towards", "that", "can",
  ]
}

extension String {
  /// A heading without the comments in it, which nobody sees.
  fileprivate var withoutComments: String {
    var (text, rest) = ("", self[...])
    while let open = rest.firstRange(of: "<!--"),
      let close = rest[open.upperBound...].firstRange(of: "-->")
    {
      text += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    let bytes = Array((text + rest).utf8)
    return bytes.string(bytes.trimmed(0..<bytes.count))
  }
}

/// Returns a number's logarithm to the base of two, as far as the order of scores needs it.
private func logarithm(_ value: Double) -> Double {
  guard value > 1 else { return 0 }
  return Double(value.exponent) + value.significand - 1
}
