// Takes entries out of lists and lets them be added again from what they say, to see how near that comes.
//
//     writing-survey [--verbose] NAME=FILE...
import Classifier
import Foundation
import ListModel
import Markdown
import Review
import Rules
import Writing

var words = Array(CommandLine.arguments.dropFirst())
let isVerbose = words.first == "--verbose"
if isVerbose { words.removeFirst() }
let perList = 10

struct Tally {
  var all = 0
  /// How many came back byte for byte, but for a number before the entry, which its place gives it.
  var exact = 0
  /// How many of these have another number.
  var numbered = 0
  var same = 0
  /// As `same`, but for what was wrong with the entry itself.
  var kept = 0
  /// How many say nothing but what is known, and how many of these came back as they were.
  var told = 0
  var toldExact = 0
  var ordered = 0
  var placed = 0
  var refused = 0

  static func += (lhs: inout Tally, rhs: Tally) {
    lhs.all += rhs.all
    lhs.exact += rhs.exact
    lhs.numbered += rhs.numbered
    lhs.same += rhs.same
    lhs.kept += rhs.kept
    lhs.told += rhs.told
    lhs.toldExact += rhs.toldExact
    lhs.ordered += rhs.ordered
    lhs.placed += rhs.placed
    lhs.refused += rhs.refused
  }

  var line: String {
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "      -" : "\(part)/\(whole) \(part * 100 / whole) %"
    }
    return
      "exact \(share(exact, all))  same and clean \(share(same, all))  as clean as it was \(share(kept, all))  "
      + "of what was told exact \(share(toldExact, told))  other number \(numbered)  place \(share(placed, ordered))  refused \(refused)"
  }
}

extension Entry {
  var shape: String {
    if isRow { return "C row" }
    if !nestedItems.isEmpty { return "F nested" }
    let isLong = text.contains(UInt8(ascii: "\n"))
    if text.starts(with: "<".utf8) || marker.bullets.isEmpty && !isLong {
      return "H html, paragraph"
    }
    if isLong { return "D block" }
    return titleLink == nil ? "A line, plain title" : "B line, linked title"
  }

  func particulars(_ citation: Citation) -> Particulars {
    let plain = citation.plain
    var known = Particulars()
    known.identity = identity
    known.name = plain.name
    known.title = plain.title
    if let authors = plain.authors {
      let list = AuthorList(authors)
      known.authors = list.names
      known.hasMoreAuthors = list.hasOthers
    }
    known.venue = plain.venue
    known.year = plain.year
    known.date = text(of: .date).flatMap { CalendarDate($0) }
    // As whoever adds it would write it; registries say it without marks.
    known.description = citation.description
    known.isDescriptionMarkdown = true
    known.tags = tags?.tags.map(\.name) ?? []
    known.keywords = keywords.map { PlainText(string($0)).text }
    for item in nestedItems {
      for value in item.values
      where value.kind == .text
        || value.kind == .description && string(value.range) != citation.description
      {
        known.details[LinkLabels.key(string(item.opening))] = PlainText(string(value.range)).text
      }
    }
    known.page = titleLink.flatMap { links[$0].url }
    for (index, link) in links.enumerated()
    where index != titleLink && citation.links.contains(link) {
      let key = key(of: link).flatMap { $0.isEmpty ? nil : $0 }
      let label = key ?? link.label ?? link.kind ?? ""
      if let url = link.url {
        known.links.append(
          Particulars.Address(label: label, url: url, text: key == nil ? nil : link.label)
        )
      } else {
        known.pending.append(label)
      }
    }
    return known
  }

  func fields(_ citation: Citation) -> [String] {
    let plain = citation.plain
    let date = text(of: .date).flatMap { CalendarDate($0) }
    let day = date.map { "\($0.year) \($0.month ?? 0) \($0.day ?? 0)" } ?? ""
    let people = AuthorList(plain.authors ?? "").names.joined(separator: ";")
    return [
      identity.description, plain.title ?? "", people, plain.venue ?? "",
      plain.year.map(String.init) ?? "", plain.description ?? "", day,
    ].map(normalisedTitle)
      + citation.links.map { link in
        guard let address = link.address else { return link.label ?? "" }
        return link.arXiv?.description ?? address.pageKey
      }
      .sorted()
  }

  var hasRepository: Bool {
    links.contains { link in link.url.map { WebAddress($0).host == "github.com" } ?? false }
  }
}

extension String {
  /// The entry without a number before it.
  var withoutNumber: String {
    let marks = prefix { !$0.isLetter && !$0.isNumber }
    let rest = dropFirst(marks.count)
    let digits = rest.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count < 4, let next = rest.dropFirst(digits.count).first,
      ".)]".contains(next)
    else { return self }
    return String(marks) + rest.dropFirst(digits.count)
  }
}

/// Returns the words of a text.
func words(of text: String) -> Set<String> {
  Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
}

extension Particulars {
  /// The words of all that is known.
  var allWords: Set<String> {
    let texts =
      [name, title, venue, year.map(String.init), description, page].compactMap { $0 } + authors
      + tags
      + keywords + Array(details.values) + links.flatMap { [$0.label, $0.url, $0.text ?? ""] }
      + pending
    return texts.reduce(into: []) { $0.formUnion(words(of: $1)) }
  }
}

/// Returns how much is wrong with an entry as it stood, in the place of the one that was written.
func original(
  _ old: String,
  insteadOf addition: Addition,
  _ base: ListDocument,
  _ rulebook: Rulebook
) -> Int {
  let text = SourceText(addition.text)
  let range = text.range(ofLines: addition.lines)
  let bytes = text.bytes[..<range.lowerBound] + Array(old.utf8) + text.bytes[range.upperBound...]
  let count = old.utf8.count { $0 == UInt8(ascii: "\n") } + 1
  let head = ListDocument(SourceText(Array(bytes)), formats: base.formats, asides: rulebook.asides)
  return Reviewer(rulebook: rulebook, year: 2026)
    .review(
      path: "",
      base: base,
      head: head,
      touched: [addition.lines.lowerBound..<addition.lines.lowerBound + count]
    )
    .findings.count(where: \.isIntroduced)
}

var byShape: [String: Tally] = [:]
var total = Tally()
for word in words {
  let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
  let text = SourceText(Array(try Data(contentsOf: URL(filePath: parts[1]))))
  let choice = try RulebookChoice(atBase: nil)
  let whole = choice.rulebook(base: text, head: text).document(text)
  let reader = CitationReader(whole)
  var identities: [Identity: Int] = [:]
  var titles: [String: Int] = [:]
  let entries = whole.entries.map { whole.fields(at: $0) }
  for entry in entries {
    identities[entry.identity, default: 0] += 1
    titles[entry.titleKey, default: 0] += 1
  }
  let candidates = entries.indices.filter { index in
    let entry = entries[index]
    var isPaper = entry.hasRepository
    if case .arXiv = entry.identity { isPaper = true }
    return isPaper && identities[entry.identity] == 1 && titles[entry.titleKey] == 1
      && entry.title != nil
  }
  let chosen = (0..<min(perList, candidates.count)).map {
    candidates[$0 * candidates.count / min(perList, candidates.count)]
  }
  guard !chosen.isEmpty else { continue }
  // The list without them.
  var bytes: [UInt8] = []
  var position = 0
  for index in chosen {
    let lines = whole.entries[index].lines
    var end = lines.upperBound
    while end <= text.lineCount, text.isBlank(end), index + 1 < entries.count,
      whole.entries[index + 1].lines.lowerBound > end,
      whole.entries[index + 1].section == whole.entries[index].section
    {
      end += 1
    }
    bytes += text.bytes[position..<text.line(lines.lowerBound).lowerBound]
    position = end <= text.lineCount ? text.line(end).lowerBound : text.bytes.count
  }
  bytes += text.bytes[position...]
  let base = SourceText(bytes)
  let settings = choice.rulebook(base: base, head: base)
  let document = settings.document(base)
  let writer = EntryWriter(document, by: settings.rulebook, year: 2026)
  var tally = Tally()
  for (number, index) in chosen.enumerated() {
    let entry = entries[index]
    let place = whole.entries[index]
    let citation = reader.citation(of: entry, format: place.format)
    var own = Tally()
    own.all = 1
    defer {
      tally += own
      byShape[entry.shape, default: Tally()] += own
    }
    let old = String(decoding: whole.bytes(of: place), as: UTF8.self)
    let path = whole.section(of: place).path
    guard
      let section = document.sections.firstIndex(where: { section in
        section.path == path
          && document.entries.contains { document.sections[$0.section] == section }
      }) ?? document.sections.firstIndex(where: { $0.path == path })
    else {
      own.refused = 1
      if isVerbose { print("\(parts[0]): no section \(path)") }
      continue
    }
    let known = entry.particulars(citation)
    do {
      let addition = try writer.addition(of: known, to: section)
      let plainOld = old.replacing("\r", with: "")
      let isExact = addition.entry.withoutNumber == plainOld.withoutNumber
      own.numbered = isExact && addition.entry != plainOld ? 1 : 0
      let head = settings.rulebook.document(SourceText(addition.text))
      let found = ListDocument(
        SourceText(addition.text),
        formats: document.formats,
        asides: settings.rulebook.asides
      )
      let again = found.entries.first { $0.lines == addition.lines }
      let fields = again.map { place -> [String] in
        let entry = found.fields(at: place)
        return entry.fields(CitationReader(found).citation(of: entry, format: place.format))
      }
      _ = head
      let isSame = fields == entry.fields(citation)
      own.exact = isExact ? 1 : 0
      if words(of: old).isSubset(of: known.allWords.union(words(of: addition.entry))) {
        own.told = 1
        own.toldExact = own.exact
      }
      own.same = (isSame || isExact) && addition.findings.isEmpty ? 1 : 0
      own.kept =
        (isSame || isExact)
          && addition.findings.count
            <= original(old, insteadOf: addition, document, settings.rulebook)
        ? 1 : 0
      let before = index - number
      let after = document.entries.count { $0.lines.lowerBound < addition.lines.lowerBound }
      let isMisplaced = addition.findings.contains { $0.hasPrefix("Move ") }
      if addition.isOrdered {
        own.ordered = 1
        own.placed = before == after || !isMisplaced ? 1 : 0
      }
      if isVerbose, !isExact || own.same == 0 {
        print(
          "--- \(parts[0]):\(place.lines.lowerBound) \(entry.shape)\(isSame ? "" : " OTHER FIELDS")"
        )
        print("  was: \(old)")
        print("  is:  \(addition.entry)")
        for finding in addition.findings { print("  ! \(finding)") }
        if !isSame, isVerbose, let fields {
          for (a, b) in zip(entry.fields(citation), fields) where a != b {
            print("  ~ \(a) | \(b)")
          }
        }
      }
    } catch {
      own.refused = 1
      if isVerbose {
        print("--- \(parts[0]):\(place.lines.lowerBound) \(entry.shape) \(error)\n  was: \(old)")
      }
    }
  }
  print("\(parts[0]): \(tally.line)")
  total += tally
}
print("")
for (shape, tally) in byShape.sorted(by: { $0.key < $1.key }) { print("\(shape): \(tally.line)") }
print("all: \(total.line)")
