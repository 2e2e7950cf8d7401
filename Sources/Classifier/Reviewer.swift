package import ListModel
internal import Markdown
package import Rules

/// Compares two versions of a list and judges what came between them.
package struct Reviewer: Sendable {
  let rulebook: Rulebook
  let judge: Judge
  /// The UTC calendar year of the head commit.
  let year: Int

  package init(rulebook: Rulebook, year: Int) {
    self.rulebook = rulebook
    self.year = year
    judge = Judge(rulebook)
  }

  /// Reviews what a contribution did to a list: the entries that it adds, changes or moves, and the
  /// list itself.
  ///
  /// With `lookingAtAll`, every entry is judged as if it were new.
  ///
  /// `touched` are the head's lines that the difference between both files adds, 1-based, half-open.
  /// Corrections are as bold as `level` lets them be.
  package func review(
    path: String,
    base: ListDocument,
    head: ListDocument,
    touched: [Range<Int>],
    lookingAtAll: Bool = false,
    correcting level: Fix.Applicability = .needsReview
  ) -> ListReport {
    let changes = Matching(base: base, head: head).changes(from: base, to: head, touched: touched)
    let subjects =
      lookingAtAll
      ? head.entries.map { Subject(place: $0, base: nil, isTouched: true) }
      : changes.compactMap(Subject.init)
    var judgements = judge(
      subjects,
      base: base,
      head: head,
      lookingAtAll: lookingAtAll,
      correcting: level
    )
    judgements += judgeLists(base: base, head: head, lookingAtAll: lookingAtAll)
    judgements.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    return ListReport(
      path: path,
      changes: changes,
      findings: judgements.flatMap(\.findings),
      suggestions: judgements.compactMap(\.suggestion),
      legendChange: LegendChange(from: base.legend, to: head.legend),
      document: head
    )
  }

  /// An entry of the head that has to be judged.
  private struct Subject {
    let place: EntryPlace
    let base: Change.Side?
    /// Whether the contribution wrote its lines, or only something around them.
    let isTouched: Bool

    init(place: EntryPlace, base: Change.Side?, isTouched: Bool) {
      self.place = place
      self.base = base
      self.isTouched = isTouched
    }

    init?(_ change: Change) {
      guard let head = change.head else { return nil }
      self.init(place: head.place, base: change.base, isTouched: change.isTouched)
    }
  }

  private func judge(
    _ subjects: [Subject],
    base: ListDocument,
    head: ListDocument,
    lookingAtAll: Bool,
    correcting level: Fix.Applicability
  ) -> [Judgement] {
    let contributed = lookingAtAll ? [] : Set(subjects.filter(\.isTouched).map(\.place))
    let entries = subjects.map { head.entry(at: $0.place) }
    let headContext = ListContext(
      judging: lookingAtAll ? nil : entries,
      of: head,
      by: rulebook,
      year: year,
      contributed: contributed,
      reading: lookingAtAll ? entries : nil
    )
    let judged = zip(subjects, entries).compactMap {
      subject,
      entry -> (Subject, Entry, [Finding])? in
      let context = headContext.entry(at: subject.place, in: head)
      let findings = judge.findings(on: entry, in: context)
      return findings.isEmpty ? nil : (subject, entry, findings)
    }
    // Only where something is wrong it matters what was wrong before.
    let bases = judged.compactMap { $0.0.base }
    let baseContext = ListContext(
      judging: bases.map(\.entry),
      of: base,
      by: rulebook,
      year: year,
      contributed: Set(bases.map(\.place))
    )
    return judged.compactMap { subject, entry, findings in
      var known = KnownFindings()
      if let side = subject.base {
        let context = baseContext.entry(at: side.place, in: base)
        known.add(judge.findings(on: side.entry, in: context), about: side.entry.text)
      }
      var marked = known.marked(findings, about: entry.text)
      // An entry under another heading answers for nothing but the conflicts of its new section.
      if !subject.isTouched { marked.removeAll { !$0.isIntroduced } }
      guard !marked.isEmpty else { return nil }
      let context = headContext.entry(at: subject.place, in: head)
      return Judgement(
        marked,
        on: entry,
        at: subject.place,
        in: head,
        correction: judge.correct(entry, in: context, applying: level, knowing: findings)
          ?? judge.correct(entry, in: context, applying: .safe, knowing: findings)
      )
    }
  }

  private func judgeLists(
    base: ListDocument,
    head: ListDocument,
    lookingAtAll: Bool
  ) -> [Judgement] {
    func findings(_ document: ListDocument) -> [Finding] {
      let context = ListContext(
        judging: [],
        of: document,
        by: rulebook,
        year: year,
        contributed: []
      )
      return judge.findings(on: document, in: context)
    }
    var known = KnownFindings()
    if !lookingAtAll { known.add(findings(base), about: base.text.bytes) }
    let introduced = known.marked(findings(head), about: head.text.bytes).filter(\.isIntroduced)
    return introduced.map { Judgement($0.finding, in: head) }
  }
}

/// A finding, and whether the contribution brought it.
struct MarkedFinding {
  let finding: Finding
  let isIntroduced: Bool
}

/// What was wrong before: a finding of the same rule about the same words is no new one.
private struct KnownFindings {
  private struct Key: Hashable {
    let rule: String
    let quotes: [String]
    let text: [UInt8]

    init(_ finding: Finding, about text: [UInt8]) {
      rule = finding.rule
      quotes = finding.message.quotes
      // What stands on another line may have moved meanwhile.
      self.text = finding.relatedLine == nil ? Array(text[finding.range]) : []
    }
  }

  private var counts: [Key: Int] = [:]

  mutating func add(_ findings: [Finding], about text: [UInt8]) {
    for finding in findings { counts[Key(finding, about: text), default: 0] += 1 }
  }

  func marked(_ findings: [Finding], about text: [UInt8]) -> [MarkedFinding] {
    var left = counts
    return findings.map { finding in
      let key = Key(finding, about: text)
      let isKnown = left[key, default: 0] > 0
      if isKnown { left[key, default: 0] -= 1 }
      return MarkedFinding(finding: finding, isIntroduced: !isKnown)
    }
  }
}
