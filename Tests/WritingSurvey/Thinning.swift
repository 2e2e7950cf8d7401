import Learning
import ListModel
import Markdown
import Parsing
import Review
import Rules
import Writing

/// A list, and the list without some of its entries.
struct Thinning {
  let whole: ListDocument
  /// Which entries are taken out, in order.
  let chosen: [Int]
  let settings: LearnedRulebook
  /// The list without them.
  let thinned: ListDocument
  let writer: EntryWriter
  let reader: CitationReader
  /// Of the whole list, to tell what its entries say.
  let teller: EntryWriter

  /// Takes some entries out of a list, all over it; nil where none can be told from the others.
  init?(_ text: SourceText, taking count: Int) throws {
    let choice = try RulebookChoice(atBase: nil)
    let all = choice.rulebook(base: text, head: text)
    let whole = all.document(text)
    let entries = whole.entries.map { whole.fields(at: $0) }
    var identities: [Identity: Int] = [:]
    var titles: [String: Int] = [:]
    var pages: [String: Int] = [:]
    for entry in entries {
      identities[entry.identity, default: 0] += 1
      titles[entry.titleKey, default: 0] += 1
      if let page = entry.page { pages[page, default: 0] += 1 }
    }
    let candidates = entries.indices.filter { index in
      let entry = entries[index]
      var isPaper = entry.hasRepository
      if case .arXiv = entry.identity { isPaper = true }
      return isPaper && identities[entry.identity] == 1 && titles[entry.titleKey] == 1
        && entry.page.map { pages[$0] == 1 } ?? true && entry.title != nil
    }
    let taken = min(count, candidates.count)
    guard taken > 0 else { return nil }
    chosen = (0..<taken).map { candidates[$0 * candidates.count / taken] }
    self.whole = whole
    reader = CitationReader(whole)
    teller = EntryWriter(whole, by: all.rulebook, year: 2026)
    let rest = SourceText(text.without(chosen, of: whole))
    settings = choice.rulebook(base: rest, head: rest)
    thinned = settings.document(rest)
    writer = EntryWriter(thinned, by: settings.rulebook, year: 2026)
  }

  /// Returns the section of the shorter list that has a path of headings: one that has entries, where one has.
  func section(of path: [String]) -> Int? {
    let sections = thinned.sections
    let used = Set(thinned.entries.map(\.section))
    return sections.indices.first { sections[$0].path == path && used.contains($0) }
      ?? sections.firstIndex { $0.path == path }
  }
}

extension SourceText {
  /// Returns the bytes of a list without some entries, each with the blank lines before the next one.
  fileprivate func without(_ chosen: [Int], of whole: ListDocument) -> [UInt8] {
    var rest: [UInt8] = []
    var position = 0
    for index in chosen {
      let lines = whole.entries[index].lines
      var end = lines.upperBound
      while end <= lineCount, isBlank(end), index + 1 < whole.entries.count,
        whole.entries[index + 1].lines.lowerBound > end,
        whole.entries[index + 1].section == whole.entries[index].section
      {
        end += 1
      }
      rest += bytes[position..<line(lines.lowerBound).lowerBound]
      position = end <= lineCount ? line(end).lowerBound : bytes.count
    }
    return rest + bytes[position...]
  }
}
