package import ListModel
package import Markdown
internal import Parsing
package import Rules
internal import Text

/// What was understood of a list: its rulebook, and why it is that one.
package struct LearnedRulebook: Sendable {
  package private(set) var rulebook: Rulebook
  /// The bullet or number of the list's entries, where it is not that of the built-in rulebook.
  private(set) var ownMarker: String?
  /// What each format was learned from; empty where the rulebook is built in.
  package let lessons: [FormatLearner.Lesson]
  /// How many entries read without a fault by the built-in rulebook that was guessed.
  fileprivate let guess: (count: Int, total: Int)?
  /// How the addresses of papers on arXiv are written; nil where that was not looked at.
  var addresses: AddressHabits?
  /// The list it was found by, with its blocks.
  fileprivate var source: (text: SourceText, blocks: [Block])?
  /// That list, where it was read by the rulebook.
  fileprivate var document: ListDocument?
  /// Another version of the list, where that was read by the rulebook as well.
  fileprivate var other: ListDocument?

  /// How many of some entries have a built-in rulebook's format to the letter; nil where the formats
  /// were learned.
  package var fit: (count: Int, total: Int)? { guess ?? document.map { FormatFit($0).counted() } }

  /// Reads a list by the rulebook.
  package func document(_ text: SourceText) -> ListDocument {
    if let other, other.text.bytes == text.bytes { return other }
    guard let source, source.text.bytes == text.bytes else { return rulebook.document(text) }
    return document ?? rulebook.document(text, blocks: source.blocks)
  }

  /// Returns it with the bullet or number that the list's entries begin with.
  fileprivate func marked(as document: ListDocument) -> LearnedRulebook {
    guard let marker = rulebook.usualMarker(in: document) else { return self }
    var marked = self
    marked.rulebook.formats = rulebook.formats.with(marker: marker)
    marked.ownMarker = marker
    marked.document = source.map { marked.rulebook.document($0.text, blocks: $0.blocks) }
    return marked
  }

  package init(
    rulebook: Rulebook,
    lessons: [FormatLearner.Lesson] = [],
    guess: (count: Int, total: Int)? = nil
  ) {
    self.rulebook = rulebook
    self.lessons = lessons
    self.guess = guess
  }
}

extension Rulebook {
  /// How few entries say how a list is written: with fewer, a built-in rulebook is as good a guess.
  private static let fewest = 5
  /// How few entries that follow no built-in rulebook have a form of their own, whatever that is.
  private static let fewestToDoubt = 3
  /// How many bytes make a text so long that it pays to have two processors look at it.
  private static let long = 200_000

  /// Finds the rulebook for a list without settings: the built-in one that its entries follow, else
  /// one learned from them.
  ///
  /// `fallback` is read where `text` has too few entries to learn from, as in a list's first
  /// version.
  package func learned(from text: SourceText, or fallback: SourceText) -> LearnedRulebook {
    var learned = understood(from: text, or: fallback)
    // Who rewrites a list is held against what they make of it.
    guard fallback.rewrites(text) else { return learned }
    let own = understood(from: fallback, or: fallback)
    let head = learned.rulebook.document(fallback, blocks: own.source?.blocks ?? fallback.blocks())
    let (known, all) = (head.entries.count, own.document(fallback).entries.count)
    if Levels.lost.isReached(by: all - known, of: all) { return own }
    learned.other = head
    return learned
  }

  private func understood(from text: SourceText, or fallback: SourceText) -> LearnedRulebook {
    for candidate in [text, fallback] {
      let (blocks, document, early) = prepared(candidate)
      var fit = FormatFit(document)
      // A list that mixes has entries of this format, but most of them would have to change.
      func fits(among units: Int) -> Bool {
        guard fit.total >= 3 else { return false }
        let least = (1...fit.total).first { count in
          // Of a long list only some entries are looked at.
          count * 3 >= fit.total && count * document.entries.count / fit.total * 6 >= units
        }
        return least.map { fit.reaches($0) } ?? false
      }
      var builtIn = LearnedRulebook(rulebook: self)
      builtIn.source = (candidate, blocks)
      builtIn.document = document
      // There are hardly more units than lines with an address.
      if fits(among: candidate.addressLineCount) { return builtIn.marked(as: document) }
      let outline = early?.outline ?? self.outline(of: candidate, blocks)
      if fits(among: outline.units.count) { return builtIn.marked(as: document) }
      guard outline.units.count >= Self.fewest else { continue }
      let learner = FormatLearner(
        outline,
        vocabulary: .init(labels: format.links.labels, venues: venues, tags: tags)
      )
      let lessons = learner.learn()
      guard !lessons.isEmpty else { continue }
      let addresses = early?.addresses ?? AddressHabits(candidate.bytes, hosts)
      var learned = LearnedRulebook(rulebook: adapted(to: lessons, addresses), lessons: lessons)
      learned.addresses = addresses
      learned.source = (candidate, blocks)
      return learned
    }
    return nearestBuiltIn(to: fallback)
  }

  /// Reads a text by this rulebook; where it is long, another processor prepares for learning before it
  /// is known whether anything has to be learned.
  private func prepared(
    _ text: SourceText
  ) -> (
    blocks: [Block], document: ListDocument,
    early: (outline: DocumentOutline, addresses: AddressHabits)?
  ) {
    guard text.bytes.count >= Self.long else {
      let blocks = text.blocks()
      return (blocks, document(text, blocks: blocks), nil)
    }
    let (blocks, addresses) = concurrently(
      { text.blocks() },
      { AddressHabits(text.bytes, hosts) }
    )
    let (document, outline) = concurrently(
      { self.document(text, blocks: blocks) },
      { self.outline(of: text, blocks) }
    )
    return (blocks, document, (outline, addresses))
  }

  private func outline(of text: SourceText, _ blocks: [Block]) -> DocumentOutline {
    DocumentOutline(text, blocks: blocks, asides: asides, labels: format.links.labels)
  }

  /// Returns the built-in rulebook by which most entries of a list read without a fault: this one where
  /// none does better.
  ///
  /// Where hardly any do, it is a guess, and what the entries lack is not an error.
  private func nearestBuiltIn(to text: SourceText) -> LearnedRulebook {
    let total = document(text).entries.count
    var guess = self
    if total >= Self.fewestToDoubt { guess.errorRules = Self.certainRules }
    if total >= Self.fewest, !statesRequiredLinks { guess.requiredLinks = [] }
    var best = LearnedRulebook(rulebook: guess, guess: (0, total))
    var most = 0
    // How many begin as they should, and are the format's but for a slip.
    var near = 0
    for book in [self] + Self.builtIns {
      var candidate = self
      candidate.name = book.name
      // The list may name venues that the built-in rulebook does not know.
      candidate.formats = book.formats.knowing(venues)
      candidate.arXivForm = book.arXivForm
      if !statesRequiredLinks { candidate.requiredLinks = book.requiredLinks }
      let document = candidate.document(text)
      let sound = document.entries.count {
        document.entry(at: $0).isSound(in: document.format(of: $0))
      }
      near = max(
        near,
        document.entries.count {
          let entry = document.entry(at: $0)
          let format = document.format(of: $0)
          return entry.isNear(in: format) && entry.isMarked(in: format)
        }
      )
      let marked = document.entries.count {
        document.entry(at: $0).isMarked(in: document.format(of: $0))
      }
      if total >= Self.fewestToDoubt, min(sound, marked) * 3 < total {
        candidate.errorRules = Self.certainRules
      }
      if sound > most {
        most = sound
        best = LearnedRulebook(rulebook: candidate, guess: (sound, document.entries.count))
      }
    }
    // What most of the first few entries do not follow, they are not held against.
    if total > 0, total < Self.fewest, near * 2 < total {
      var rulebook = best.rulebook
      for rule in Levels.habitual.union(["stray-text"]) where rulebook.severities[rule] == nil {
        rulebook.severities.updateValue(nil, forKey: rule)
      }
      return LearnedRulebook(rulebook: rulebook, guess: best.guess)
    }
    if total >= Self.fewest, most * 3 < total {
      return LearnedRulebook(
        rulebook: best.rulebook.withoutRules(brokenBy: text),
        guess: best.guess
      )
    }
    return best
  }

  /// Returns a copy without the rules that a third of a list's entries break: there the list has another
  /// custom.
  private func withoutRules(brokenBy text: SourceText) -> Rulebook {
    let document = self.document(text)
    let context = ListContext(
      judging: nil,
      of: document,
      by: self,
      year: Self.noYear,
      contributed: []
    )
    let contexts = EntryContexts(context, of: document)
    let judge = Judge(self)
    var entries: [String: Int] = [:]
    for place in document.entries {
      let findings = judge.findings(on: document.entry(at: place), in: contexts[place])
      for rule in Set(findings.map(\.rule)) { entries[rule, default: 0] += 1 }
    }
    var rulebook = self
    for (rule, count) in entries
    where count * 3 >= document.entries.count && !Self.certainRules.contains(rule) {
      rulebook.severities.updateValue(nil, forKey: rule)
    }
    return rulebook
  }

  /// A year of which nothing here is later.
  private static let noYear = 9_999

  /// Returns a copy with formats that were learned and the habits that go with them.
  private func adapted(
    to lessons: [FormatLearner.Lesson],
    _ habits: AddressHabits
  ) -> Rulebook {
    var rulebook = self
    rulebook.name = "learned"
    rulebook.formats = ListFormat(lessons.map(\.part))
    if !statesRequiredLinks { rulebook.requiredLinks = [] }
    rulebook.arXivForm = habits.arXivForm
    rulebook.arXivCustoms = habits.arXivCustoms
    rulebook.errorRules = Self.certainRules
    rulebook.keptParameters.formUnion(habits.clutteredHosts)
    rulebook.insecureHosts.formUnion(habits.insecureHosts)
    if habits.isInsecure, rulebook.severities["insecure-url"] == nil {
      rulebook.severities.updateValue(nil, forKey: "insecure-url")
    }
    return rulebook
  }
}

extension SourceText {
  /// Tells whether so many of its lines with an address are not in another version that it is written anew.
  fileprivate func rewrites(_ other: SourceText) -> Bool {
    guard bytes != other.bytes else { return false }
    let old = Set(other.lineNumbers.map { other.bytes[other.line($0)] })
    let lines = lineNumbers.map { bytes[line($0)] }.filter { $0.contains(UInt8(ascii: "/")) }
    let new = lines.count { !old.contains($0) }
    return !old.isEmpty && lines.count >= Levels.many
      && Levels.rewritten.isReached(by: new, of: lines.count)
  }
}

extension Entry {
  /// Whether it has a title and a link, and all between its fields is as its format has it.
  fileprivate func isSound(in format: EntryFormat) -> Bool {
    title != nil && links.contains { $0.url != nil } && unparsed.isEmpty
      && format.judgedSeparators(of: self).allSatisfy { $0.fault == nil }
  }

  /// Whether it has a title and a link, and all but for one thing is as its format has it.
  fileprivate func isNear(in format: EntryFormat) -> Bool {
    title != nil && links.contains { $0.url != nil } && unparsed.isEmpty
      && !text.contains(.newline)
      && format.judgedSeparators(of: self).count { $0.fault != nil } <= 1
  }

  /// Whether it begins with the marker of its format.
  fileprivate func isMarked(in format: EntryFormat) -> Bool {
    let found = string(marker.indentation.upperBound..<marker.range.upperBound)
    return format.marker(insteadOf: found).map { $0 == found } ?? true
  }
}
