internal import ListModel
internal import Markdown
internal import Rules
internal import Sweep
internal import Writing

/// Writes the entries that a comment asks for into a list.
struct EntryMaker {
  let ask: AddAsk
  let path: String
  let choice: RulebookChoice
  let year: Int
  let asking: AddRun.Asking

  /// Returns the list with the entries, and these.
  ///
  /// - Throws: An ``AddRefusal`` where one of them cannot be written.
  func entries(in old: SourceText) async throws -> (text: [UInt8], entries: [NewEntry]) {
    guard !ask.words.isEmpty else { throw AddRefusal.usage }
    let settings = choice.rulebook(base: old, head: old)
    var text = old
    var entries: [NewEntry] = []
    for word in ask.words {
      guard let identifier = Identifier(word) else { throw AddRefusal.notKnown(word) }
      let document =
        text.bytes == old.bytes ? settings.document(old) : settings.rulebook.document(text)
      let known = try await particulars(of: identifier, word, by: settings.rulebook, in: document)
      let section = try section(for: known, word, in: document)
      let writer = EntryWriter(document, by: settings.rulebook, year: year)
      do throws(AdditionError) {
        let addition = try writer.addition(of: known, to: section)
        text = SourceText(addition.text)
        entries.append(
          NewEntry(
            text: addition.entry,
            line: addition.lines.lowerBound,
            section: SectionChoice(document).name(of: section),
            missing: addition.missing,
            findings: addition.findings
          )
        )
      } catch {
        throw AddRefusal(error, word, in: path)
      }
    }
    return (text.bytes, entries)
  }

  private func particulars(
    of identifier: Identifier,
    _ word: String,
    by rulebook: Rulebook,
    in document: ListDocument
  ) async throws -> Particulars {
    let facts = try await asking([identifier.question()])
    let first = Particulars(identifier, knowing: facts, nil, publishedAs: nil)
    let question = identifier.question(titled: first?.title, by: first?.authors.first)
    var publication: Publication?
    if let place = document.entries.first {
      var context = ListContext(
        judging: [],
        of: document,
        by: rulebook,
        year: year,
        contributed: []
      )
      context.facts = facts
      let proof = context.entry(at: place, in: document).publicationProof(of: question)
      publication = proof.flatMap { $0.isCertain ? $0.publication : nil }
    }
    let known = Particulars(identifier, knowing: facts, nil, publishedAs: publication)
    guard let known else {
      throw facts.hasOpenQuestions ? AddRefusal.unanswered(word) : AddRefusal.unknown(word)
    }
    return known
  }

  private func section(
    for known: Particulars,
    _ word: String,
    in document: ListDocument
  ) throws -> Int {
    let choice = SectionChoice(document)
    if let name = ask.section {
      do throws(SectionChoice.Failure) {
        return try choice.section(named: name)
      } catch {
        throw AddRefusal(error, name)
      }
    }
    let used = Set(document.entries.map(\.section))
    if used.count == 1, let only = used.first { return only }
    throw AddRefusal.sections(word, choice.likeliest(for: known).map(choice.name))
  }
}
