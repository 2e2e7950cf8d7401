package import ListModel
internal import Text

extension Judge {
  /// Tells whether what was found is held against what the list does: not by a rulebook that somebody wrote,
  /// nor by a built-in one that the list follows.
  package func rests(onHabit findings: [[Finding]]) -> Bool {
    errorRules != nil && findings.contains { !$0.isEmpty }
  }

  /// Returns the findings that are to be said, as loudly as the entries around the judged one allow, one for
  /// each mistake.
  package func weighed(
    _ findings: [Finding],
    on entry: Entry,
    in context: EntryContext
  ) -> [Finding] {
    guard !findings.isEmpty else { return [] }
    let causes = findings.withoutConsequences(on: entry)
    guard let census = context.list.census else { return causes }
    let context = context.judging(entry)
    let isMisread = entry.isMisread(in: context)
    var customary: [Finding] = []
    let left = causes.mergingAlike(on: entry).compactMap { finding -> Finding? in
      if isRuled(finding, in: context) { return finding }
      // What the list shows of its entries is a rule where the entries follow it.
      if isShown(finding, in: context) {
        let isFollowed = census.isFollowed(finding, at: context.place)
        return isFollowed && !Levels.isInvisible(finding) ? finding : finding.hinting
      }
      // What stands inside the entry above may belong there.
      let isDeeper = isMisread && finding.rule == IndentedEntry.description.id
      if isMisread, !isDeeper, Levels.restsOnHabit(finding.rule) { return nil }
      let said = census.weighed(finding, on: entry, in: context)
      let weighed = isDeeper ? said?.hinting : said
      if weighed == nil { customary.append(finding) }
      return weighed
    }
    let own = customary.isEmpty ? left : left.filter { !entry.closes($0, what: customary) }
    // What should go is not polished.
    let told = own.contains(where: \.isReasonToGo) ? own.filter(\.isReasonToGo) : own
    // What nobody sees is not worth a word beside what everybody does.
    guard told.contains(where: { $0.severity > .note && !Levels.isInvisible($0) }) else {
      return told
    }
    return told.map { Levels.isInvisible($0) ? $0.ridingAlong : $0 }
  }

  /// Returns a finding about what stands between fields as a note, where its own remedy could not be vouched for:
  /// then the entry was most likely not read as it was meant.
  package func doubting(
    _ finding: Finding,
    among findings: [Finding],
    after correction: Correction?
  ) -> Finding {
    guard errorRules != nil, Levels.isAboutSeparators(finding.rule), finding.fix != nil,
      finding.severity > .note, !(correction?.rules.contains(finding.rule) ?? false),
      !findings.contains(where: \.isReasonToMove)
    else { return finding }
    var finding = finding
    finding.severity = .note
    return finding
  }

  /// Tells whether a finding is about the form that the list shows of its entries, or that a rulebook declares.
  private func isShown(_ finding: Finding, in context: EntryContext) -> Bool {
    context.separators.contains { separator in
      separator.fault != nil && separator.usual?.isSaid ?? false
        && separator.range.touches(finding.range)
    }
  }

  /// Tells whether somebody wrote down that a rule holds.
  private func isRuled(_ finding: Finding, in context: EntryContext) -> Bool {
    let stated = rulebook.settings(of: context.section)?.severities[finding.rule]
    return stated != nil || rulebook.severities[finding.rule] != nil
      || rulebook.checks.contains { $0.name == finding.rule }
      || finding.rule == MissingLink.description.id && rulebook.statesRequiredLinks
  }
}

extension Entry {
  /// Tells whether a finding is about the marks after a field of which those before it are the list's own.
  fileprivate func closes(_ finding: Finding, what customary: [Finding]) -> Bool {
    guard Levels.isAboutSeparators(finding.rule),
      let separator = separators.first(where: { $0.range.touches(finding.range) })
    else { return false }
    return customary.contains { opening in
      Levels.isAboutSeparators(opening.rule)
        && separators.contains { $0.after == separator.before && $0.range.touches(opening.range) }
    }
  }
}

extension HabitCensus {
  /// Returns a finding as the entries around it make it; nil where it is what they do.
  func weighed(_ finding: Finding, on entry: Entry, in context: EntryContext) -> Finding? {
    guard !Levels.isAbsolute(finding.rule) else { return finding }
    let place = context.place
    var answer = answer(to: finding, at: place)
    if Levels.isAboutSeparators(finding.rule) {
      let separators = alikeSeparators(to: finding, of: entry, at: place)
      if separators.found > answer.alike.found { answer.alike = separators }
    }
    if Levels.isBroken(finding.rule) { answer = answer.ofOthers }
    var finding = finding
    let isStroke = Levels.isAboutStroke(finding.rule)
    switch Levels.loudness(answer, ofEntries: entryCount, isStroke: isStroke) {
    case .full: break
    case .hint where !Levels.isInvisible(finding): finding = finding.hinting
    // What is known of a host is not a habit of the list's, unless hardly any entry does otherwise, nor is what
    // could be, unless most have it.
    case .silent
    where finding.rule == "insecure-url"
      && (finding.fix?.applicability == .safe
        ? !Levels.throughout.isReached(by: answer.list.found, of: answer.list.of)
        : !Levels.isUsual(answer)):
      finding = finding.hinting
    // Words that touch a link were not meant to, however many do.
    case .silent where !Levels.isUsual(answer) && entry.isGlued(finding): finding = finding.hinting
    case .hint, .silent: return nil
    }
    // What a few entries lack, in a section of its own kind, nobody misses for certain.
    if finding.rule == "missing-field", answer.nearby.of == 0 {
      finding.severity = .note
    }
    if Levels.isCosmetic(finding.rule), Levels.isWavering(answer) { finding = finding.hinting }
    if Levels.isInvisible(finding), !isSpotless(of: finding, answer) {
      let isRare = Levels.isRare(answer)
      // The kind of quotation mark is a matter of taste where both are found.
      if finding.rule == "smart-quote", !isRare { return nil }
      finding.severity = .note
      finding.ridesAlong = !isRare
    }
    guard Levels.restsOnHabit(finding.rule) else { return finding }
    let subject = Subject(of: finding, on: entry, in: context)
    let found = evidence(for: finding, about: subject, at: place, isNear: answer.isNear)
    finding.evidence = found.map { counted($0, for: finding, about: subject, at: place) }
    if Levels.isCosmetic(finding.rule) {
      return Levels.isConvincingInTaste(found) ? finding : finding.hinting
    }
    guard let evidence = found else { return finding }
    let isOrder = finding.rule != LinkOrder.description.id || Levels.isOrder(evidence)
    if !Levels.isConvincing(evidence) || !isOrder { return finding.hinting }
    return finding
  }

  /// Tells whether the entries around a place do what the list shows of its entries.
  func isFollowed(_ finding: Finding, at place: EntryPlace) -> Bool {
    var answer = answer(to: finding, at: place)
    // A section that comes with the contribution may be of another kind; a stroke that is left out is not.
    if answer.isNew, !Levels.isAboutStroke(finding.rule) { return false }
    // A few that differ from it each in its way are a section of another kind.
    if answer.isOfSection, answer.nearby.of <= Levels.fewest {
      answer.nearby = sectionCount(of: finding.rule, at: place)
    }
    return !Levels.isUnfollowed(answer)
  }

  /// Tells whether a large list is free of something that nobody sees.
  private func isSpotless(of finding: Finding, _ answer: Answer) -> Bool {
    // After a full stop a line that goes on below looks like the next.
    if finding.rule == "misplaced-punctuation" {
      return answer.nearby.of >= Levels.unanimous && answer.nearby.found == 0
        && finding.message.quotes.first?.contains(where: { !$0.isWhitespace }) ?? false
    }
    guard entryCount >= Levels.large else { return false }
    let share: (found: Int, of: Int)
    switch finding.rule {
    case "trailing-space": share = shareOfEntries(where: \.endsInSpace)
    case "doubled-space": share = shareOfEntries(where: \.hasDoubledSpace)
    default: return false
    }
    return share.found * Levels.oneInSpotless <= share.of
  }
}

extension HabitCensus.Answer {
  /// Whether the section itself is asked before the list.
  fileprivate var isNear: Bool { isOfSection && !isNew }

  /// What the entries say that neither come with the contribution nor stand next to the place.
  fileprivate var ofOthers: Self {
    var others = self
    (others.own, others.contributed, others.beside, others.alike) = ((0, 0), (0, 0), (0, 0), (0, 0))
    others.few = (0, 0)
    if isNew { (others.isNew, others.nearby) = (false, (0, 0)) }
    return others
  }
}

extension Finding {
  /// The finding as a note.
  fileprivate var hinting: Finding {
    var copy = self
    copy.severity = min(.note, severity)
    return copy
  }
}

extension Entry {
  /// Tells whether a finding asks for a space between a word and a link or bracket.
  fileprivate func isGlued(_ finding: Finding) -> Bool {
    let place = finding.range.lowerBound
    guard finding.rule == "misplaced-space", finding.range.isEmpty, place > 0, place < text.count
    else { return false }
    return (text[place - 1].isWord || text[place - 1] == UInt8(ascii: "?"))
      && "[(".utf8.contains(text[place])
  }
}

extension ArraySlice<UInt8> {
  fileprivate var endsInSpace: Bool { last == .space }

  /// Whether two spaces stand in a row after the white space that it begins with.
  fileprivate var hasDoubledSpace: Bool {
    let words = drop { $0.isWhitespace }
    return zip(words, words.dropFirst()).contains { $0 == .space && $1 == .space }
  }
}
