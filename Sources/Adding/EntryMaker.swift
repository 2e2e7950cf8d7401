internal import Learning
internal import ListModel
internal import Markdown
internal import Review
internal import Rules
internal import Writing

/// Writes the entries that a comment asks for into a list.
struct EntryMaker {
  let ask: AddAsk
  let path: String
  let choice: RulebookChoice
  let year: Int
  let asking: ActionsJob.Asking?

  /// Returns the list with the entries, and these.
  ///
  /// - Throws: An ``AddRefusal`` where one of them cannot be written.
  func entries(in old: SourceText) async throws -> (text: [UInt8], entries: [NewEntry]) {
    guard !ask.words.isEmpty else { throw AddRefusal.usage }
    var list = GrowingList(old, by: choice.rulebook(base: old, head: old), year: year)
    var entries: [NewEntry] = []
    for word in ask.words {
      guard let identifier = Identifier(word) else { throw AddRefusal.notKnown(word) }
      if let line = identifier.line(in: list.document) {
        throw AddRefusal(.present(line: line), word, in: path)
      }
      let known = try await particulars(of: identifier, word, in: list)
      let section = try section(for: known, word, in: list.sections)
      let name = list.sections.name(of: section)
      do throws(AdditionError) {
        let addition = try list.add(known, to: section)
        entries.append(
          NewEntry(
            text: addition.entry,
            line: addition.lines.lowerBound,
            section: name,
            missing: addition.missing,
            elsewhere: addition.elsewhere,
            findings: addition.findings
          )
        )
      } catch {
        throw AddRefusal(error, word, in: path)
      }
    }
    return (list.document.text.bytes, entries)
  }

  private func particulars(
    of identifier: Identifier,
    _ word: String,
    in list: GrowingList
  ) async throws -> Particulars {
    let facts = try await asking?([identifier.question()], []) ?? .none
    guard
      let known = Particulars(identifier, knowing: facts, in: list.document, by: list.rulebook)
    else {
      throw facts.hasOpenQuestions ? AddRefusal.unanswered(word) : AddRefusal.unknown(word)
    }
    return known
  }

  private func section(
    for known: Particulars,
    _ word: String,
    in choice: SectionChoice
  ) throws -> Int {
    if let name = ask.section {
      do throws(SectionChoice.Failure) {
        return try choice.section(named: name)
      } catch {
        throw AddRefusal(error, name)
      }
    }
    if let only = choice.only { return only }
    throw AddRefusal.sections(word, choice.likeliest(for: known).map(choice.name))
  }
}
