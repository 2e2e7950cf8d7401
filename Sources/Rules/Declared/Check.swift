package import ListModel
internal import Patterns
internal import Text

/// A rule that a maintainer wrote down in the rulebook, under `checks`.
///
/// Its findings are like those of the rules in the catalogue: they have its name, can be switched
/// off or weighed otherwise under `rules`, and may come with a fix.
package struct Check: Sendable {
  /// The maintainer's name for it, as in `hype-word`.
  package let name: String
  package let severity: Severity
  /// Why it is checked; nil where nobody says.
  package let reason: String?
  /// The headings, in lower case, below which it holds; nil for all entries.
  let sections: Set<String>?
  let subject: CheckSubject
  let message: CheckMessage
  let assertion: any CheckAssertion

  /// Returns what is wrong with an entry, in the order of its text.
  package func findings(on entry: Entry, in context: EntryContext) -> [Finding] {
    guard holds(in: context.section) else { return [] }
    do throws(PatternError) {
      return try assertion.faults(in: entry, of: subject).map { fault in
        finding(message.message(of: fault), at: fault.range, severity, fix: fault.fix)
      }
    } catch {
      // The pattern is the maintainer's, and nobody knows what it would have found.
      let range = subject.values(in: entry).first ?? entry.contentRange
      return [finding(.unjudged(name, error), at: range, .error, fix: nil)]
    }
  }

  private func holds(in section: Section) -> Bool {
    guard let sections else { return true }
    return section.path.contains { sections.contains($0.lowercased()) }
  }

  private func finding(
    _ message: Message,
    at range: Range<Int>,
    _ severity: Severity,
    fix: Fix?
  ) -> Finding {
    Finding(
      rule: name,
      severity: severity,
      message: message,
      range: range,
      fix: fix,
      reason: reason
    )
  }
}

extension Entry {
  /// All that stands after the marker.
  var contentRange: Range<Int> { text.trimmed(marker.range.upperBound..<text.count) }
}

extension Message {
  fileprivate static func unjudged(_ name: String, _ error: PatternError) -> Message {
    switch error {
    case .tooManySteps, .tooLong:
      "the pattern of the rulebook's check \(quoting: name) takes too many steps on this text; make it simpler"
    case .malformed(let reason, _), .failed(let reason):
      "the pattern of the rulebook's check \(quoting: name) fails on this text: \(quoting: reason)"
    }
  }
}
