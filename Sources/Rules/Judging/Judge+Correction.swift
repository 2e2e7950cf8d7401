package import ListModel
internal import Parsing
internal import Text

extension Judge {
  /// How often a corrected text is corrected again: one mistake can hide another.
  private static let rounds = 12

  /// The most links of an entry that is corrected: each attempt reads and judges it anew, and nobody reads a
  /// suggestion of that length.
  private static let mostLinks = 200

  /// Corrects an entry as far as fixes of at least this applicability go, nil where nothing changes
  /// or where the result could not be vouched for.
  ///
  /// The result has been read and judged again: it is an entry of the same identity, free of what
  /// it claims to mend, with nothing wrong that was not wrong before, and without a word or an
  /// address lost that no message names. `known` are the findings on the entry, where they are; what rules of
  /// `open` would mend is left as it is.
  package func correct(
    _ entry: Entry,
    in context: EntryContext,
    applying level: Fix.Applicability,
    knowing known: [Finding]? = nil,
    leaving open: Set<String> = []
  ) -> Correction? {
    guard entry.links.count <= Self.mostLinks else { return nil }
    let original = known ?? findings(on: entry, in: context)
    let fixable = original.filter { $0.fix.map { $0.applicability >= level } ?? false }
    guard !fixable.isEmpty, !original.contains(where: \.isReasonToMove) else { return nil }
    let attempt = Attempt(entry: entry, context: context, original: original, open: open)
    if let whole = correct(attempt, applying: level, without: []) { return whole }
    let part = correctPart(attempt, rules: fixable.map(\.rule).uniqued(), applying: level)
    guard level < .safe, let safe = correct(attempt, applying: .safe, without: []) else {
      return part
    }
    // What is certain goes before what mends no more.
    return part.map { $0.rules.count > safe.rules.count ? $0 : safe } ?? safe
  }

  /// What is tried to be corrected.
  private struct Attempt {
    let entry: Entry
    let context: EntryContext
    let original: [Finding]
    /// The rules whose findings are left as they are.
    let open: Set<String>
  }

  /// Corrects what can be vouched for, one rule after the other.
  private func correctPart(
    _ attempt: Attempt,
    rules: [String],
    applying level: Fix.Applicability
  ) -> Correction? {
    guard rules.count > 1 else { return nil }
    var left = Set(rules)
    var best: Correction?
    var count = 0
    // What could not be vouched for beside a mistake can be where that is mended.
    repeat {
      count = left.count
      for rule in rules where left.contains(rule) {
        left.remove(rule)
        if let next = correct(attempt, applying: level, without: left) {
          best = next
        } else {
          left.insert(rule)
        }
      }
    } while best != nil && left.count < count && !left.isEmpty
    return best
  }

  /// Corrects an entry without the fixes of some rules: those that mend nothing here.
  private func correct(
    _ attempt: Attempt,
    applying level: Fix.Applicability,
    without stubborn: Set<String>
  ) -> Correction? {
    let (entry, context, original) = (attempt.entry, attempt.context, attempt.original)
    // Where not all findings are told, mending those that are takes a round for each few.
    guard counts(original.map(\.rule)).values.allSatisfy({ $0 < Self.mostOfOneRule }) else {
      return nil
    }
    var current = entry
    var currentFindings = original
    var fixed: [Finding] = []
    var (oldWords, newWords): ([String], [String]) = ([], [])
    var (touchesHTML, isInert) = (false, true)
    // A hint is offered by itself, and does not ride along with what is certain.
    func canFix(_ finding: Finding, at level: Fix.Applicability) -> Bool {
      guard let fix = finding.fix, fix.applicability >= level else { return false }
      return !stubborn.contains(finding.rule) && !attempt.open.contains(finding.rule)
    }
    let isHinting = !original.contains { $0.severity > .note && canFix($0, at: level) }
    // Of hints, what somebody has to look at does not go with what is certain.
    let isCertain = isHinting && original.contains { !$0.ridesAlong && canFix($0, at: .safe) }
    func canFix(_ finding: Finding) -> Bool { canFix(finding, at: isCertain ? .safe : level) }
    // What needs a person is not polished meanwhile: who sees a suggestion takes it for the answer.
    if isHinting, original.contains(where: \.needsPerson) { return nil }
    // What nobody sees is mended with the rest, and never by itself.
    if isHinting, original.allSatisfy({ !canFix($0) || $0.ridesAlong }) { return nil }
    for round in 1...Self.rounds {
      let holes = currentFindings.filter(\.isPlaceholder)
      let fixes = currentFindings.filter { finding in
        canFix(finding) && (isHinting || finding.severity > .note || finding.ridesAlong)
          // What should go is not made prettier.
          && !holes.contains { $0 != finding && $0.range.overlaps(finding.range) }
      }
      let (edits, applied) = editsThatGoTogether(fixes)
      let text = current.text.applying(edits)
      guard !applied.isEmpty, text != current.text else { break }
      // What stands elsewhere can go; the rule has looked.
      let isRepeated = text.isEmpty && applied.contains { $0.relatedLine != nil }
      guard isRepeated || keepsWords(edits, of: current.text, besides: applied) else { return nil }
      let touched = current.text.wordsTouched(by: edits)
      oldWords += applied.flatMap { current.text.words(around: $0.range) }
      newWords += wordList(touched.new)
      touchesHTML = touchesHTML || edits.contains { current.text[$0.range].hasTag }
      isInert = isInert && edits.allSatisfy { $0.isInert(in: current) }
      fixed += applied
      current = context.format.read(text)
      // An entry that should go has nothing more to judge.
      currentFindings = text.isEmpty ? [] : findings(on: current, in: context)
      // What is still mended in the last round would be mended without end.
      if round == Self.rounds {
        let more = stubborn.union(applied.map(\.rule))
        return correct(attempt, applying: level, without: more)
      }
    }
    let isRemoved = current.text.isEmpty && fixed.contains { $0.relatedLine != nil }
    guard current.text != entry.text,
      isRemoved || isSamePaper(current, as: entry) || isRelinked(current, from: entry, by: fixed)
        || isRespelt(current, from: entry, by: fixed),
      current.loneMarks <= entry.loneMarks
    else { return nil }
    let before = counts(original.map(\.rule))
    let after = counts(currentFindings.map(\.rule))
    guard
      after.allSatisfy({ $0.value <= before[$0.key] ?? 0 })
        || isNoMore(after, thanOn: entry, in: context)
    else { return nil }
    let left = Set(currentFindings.map(Complaint.init))
    let removed = Set(original.filter { !left.contains(Complaint($0)) }.map(\.rule))
    let rules = fixed.map(\.rule).uniqued().filter {
      removed.contains($0) && after[$0] ?? 0 < before[$0] ?? 0
    }
    guard !rules.isEmpty else { return nil }
    let claim = Proof.Claim(rules: Set(fixed.map(\.rule)), old: oldWords, new: newWords)
    guard
      isInert || current.text.isEmpty
        || isProved(current.text, insteadOf: entry, in: context, claim)
    else { return nil }
    let isSafe = !touchesHTML && fixed.allSatisfy { $0.fix?.applicability == .safe }
    guard isSafe || level < .safe else { return nil }
    return Correction(
      text: current.text,
      rules: rules,
      applicability: isSafe ? .safe : .needsReview,
      left: left
    )
  }

  /// Tells whether nothing is found more often than on an entry, be it said there or not.
  private func isNoMore(
    _ after: [String: Int],
    thanOn entry: Entry,
    in context: EntryContext
  ) -> Bool {
    let found = counts(rawFindings(on: entry, in: context).map(\.rule))
    return after.allSatisfy { $0.value <= found[$0.key] ?? 0 }
  }

  /// Tells whether a page shows nothing otherwise after a correction than what it claims to mend.
  private func isProved(
    _ text: [UInt8],
    insteadOf entry: Entry,
    in context: EntryContext,
    _ claim: Proof.Claim
  ) -> Bool {
    let proof = Proof(
      replacing: context.place.lines,
      of: context.document,
      with: entry.withComments(text),
      claiming: claim
    )
    return proof?.holds ?? false
  }

  /// Returns the edits of as many fixes as do not get in each other's way, the first found first.
  private func editsThatGoTogether(
    _ findings: [Finding]
  ) -> (edits: [Fix.Edit], applied: [Finding]) {
    var edits: [Fix.Edit] = []
    var applied: [Finding] = []
    for finding in findings {
      guard let fix = finding.fix else { continue }
      // The same edit by two findings, as for a tag that stands three times, is one edit.
      let new = fix.edits.filter { !edits.contains($0) }
      guard !new.contains(where: { edit in edits.contains { $0.collides(with: edit) } })
      else { continue }
      edits += new
      applied.append(finding)
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    return (edits, applied)
  }

  /// Tells whether a result is still an entry about the same paper; an empty bullet may go.
  private func isSamePaper(_ result: Entry, as entry: Entry) -> Bool {
    if result.text.isEmpty { return entry.isEmpty }
    if result.identity == entry.identity { return true }
    // An address that was mended can say more than the title did.
    guard case .title(let key) = entry.identity else { return false }
    if result.titleKey == key { return true }
    // A name that was part of the title stands before it now.
    return result.text(of: .name).map { normalisedTitle($0) + result.titleKey == key } ?? false
  }

  /// Tells whether an entry that linked another paper has its own title still, and links the paper of that title.
  private func isRelinked(_ result: Entry, from entry: Entry, by fixed: [Finding]) -> Bool {
    fixed.contains { $0.rule == "other-paper" } && !entry.titleKey.isEmpty
      && result.titleKey == entry.titleKey
  }

  /// Tells whether an entry whose title was garbled links what it linked.
  private func isRespelt(_ result: Entry, from entry: Entry, by fixed: [Finding]) -> Bool {
    fixed.contains { $0.rule == "garbled-text" } && !entry.links.isEmpty
      && result.links.map(\.url) == entry.links.map(\.url)
  }

  /// Tells whether every word is still there after some edits, but for those that the findings point
  /// at.
  private func keepsWords(
    _ edits: [Fix.Edit],
    of text: [UInt8],
    besides findings: [Finding]
  ) -> Bool {
    let touched = text.wordsTouched(by: edits)
    let (old, new) = (wordList(touched.old), wordList(touched.new))
    guard old != new else { return true }
    let lost = old.sorted().without(new.sorted())
    guard !lost.isEmpty else { return true }
    let named = findings.flatMap { text.words(around: $0.range) }
    return lost.without(named.sorted()).isEmpty
  }

  private func counts(_ names: [String]) -> [String: Int] {
    names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

extension Finding {
  /// Whether the entry should go or move: then nobody wants it prettier where it is.
  var isReasonToMove: Bool {
    severity > .note && fix == nil && (rule == "duplicate-entry" || rule == "misordered-entry")
  }

  /// Whether the entry should go, and a correction can take it away.
  var isReasonToGo: Bool { severity > .note && fix != nil && rule == "duplicate-entry" }

  /// Whether it is more than a hint, and nobody but a person can mend it.
  fileprivate var needsPerson: Bool { severity > .note && fix == nil }

  /// Whether a link leads nowhere.
  fileprivate var isPlaceholder: Bool { severity > .note && rule == "placeholder-link" }
}

extension ArraySlice<UInt8> {
  /// Whether a tag of HTML begins or ends in it.
  fileprivate var hasTag: Bool {
    guard let start = firstIndex(of: UInt8(ascii: "<")) else {
      return contains(UInt8(ascii: ">"))
    }
    return start + 1 >= endIndex || self[start + 1].isWord || self[start + 1] == UInt8(ascii: "/")
  }
}
