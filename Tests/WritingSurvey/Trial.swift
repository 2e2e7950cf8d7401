import Classifier
import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Writing

/// An entry that was taken out of a list, and what came of adding it again.
struct Trial {
  let shape: String
  private(set) var tally = SurveyTally()
  /// What to print of one that came back otherwise; empty for others.
  private(set) var report: [String] = []

  init(_ thinning: Thinning, _ number: Int, _ name: String) {
    let index = thinning.chosen[number]
    let whole = thinning.whole
    let place = whole.entries[index]
    let entry = whole.fields(at: place)
    let citation = thinning.reader.citation(of: entry, format: place.format)
    let places = thinning.reader.places(of: entry, format: place.format)
    let known = Particulars(entry, citation, places, thinning.teller.details(of: place))
    let old = String(decoding: whole.bytes(of: place), as: UTF8.self).replacing("\r", with: "")
    shape = entry.shape
    tally.all = 1
    let path = whole.section(of: place).path
    let heading = "--- \(name):\(place.lines.lowerBound) \(shape)"
    guard let section = thinning.section(of: path) else {
      tally.refused = 1
      report = ["\(heading) has no section any more", "  was: \(old)"]
      return
    }
    let addition: Addition
    do throws(AdditionError) {
      addition = try thinning.writer.addition(of: known, to: section)
    } catch {
      tally.refused = 1
      report = ["\(heading) \(error)", "  was: \(old)", "  known: \(known)"]
      return
    }
    let venues = thinning.settings.rulebook.venues
    let wanted = entry.fields(citation, places, venues)
    let fields = addition.fields(thinning)
    let original = Original(old, insteadOf: addition, thinning)
    let isExact = addition.entry.withoutNumber == old.withoutNumber
    let isSame =
      isExact || fields == wanted
      || fields == entry.fields(citation, places, venues, addingYear: true)
    tally.exact = isExact ? 1 : 0
    tally.numbered = isExact && addition.entry != old ? 1 : 0
    let isMoved = addition.entry.outdented.withoutNumber == old.outdented.withoutNumber
    tally.moved = !isExact && isMoved ? 1 : 0
    tally.mended = !isExact && !isMoved && original.corrected == addition.entry ? 1 : 0
    let isSpaced = addition.entry.withoutNumber.shown == old.withoutNumber.shown
    let isOther = tally.exact + tally.moved + tally.mended == 0
    tally.spaced = isOther && isSpaced ? 1 : 0
    tally.untold = isOther && !isSpaced && old.says(moreThan: known, or: addition.entry) ? 1 : 0
    if old.words.isSubset(of: known.allWords.union(addition.entry.words)) {
      tally.told = 1
      tally.toldExact = tally.exact
    }
    tally.clean = isSame && addition.findings.isEmpty ? 1 : 0
    let isNew = addition.findings.contains { !original.findings.contains($0) }
    tally.same =
      isSame && (!isNew || addition.findings.count <= original.findings.count) ? 1 : 0
    let before = index - number
    let after = thinning.thinned.entries.count { $0.lines.lowerBound < addition.lines.lowerBound }
    if addition.isOrdered {
      tally.ordered = 1
      let isMisplaced = addition.findings.contains { $0.hasPrefix("Move ") }
      tally.placed = before == after || !isMisplaced ? 1 : 0
    }
    guard !isExact || tally.clean == 0 else { return }
    let kinds = [
      isSame ? nil : "OTHER FIELDS", tally.moved == 1 ? "MOVED" : nil,
      tally.mended == 1 ? "MENDED" : nil,
      tally.same == 1 && tally.clean == 0 ? "FOUND BEFORE" : nil,
      tally.untold == 1 ? "UNTOLD" : nil, tally.spaced == 1 ? "SPACES" : nil,
    ]
    report = [([heading] + kinds.compactMap { $0 }).joined(separator: " ")]
    report += ["  was: \(old)", "  is:  \(addition.entry)"]
    report += addition.findings.map {
      "  ! \(original.findings.contains($0) ? "(before, too) " : "")\($0)"
    }
    guard !isSame else { return }
    for index in 0..<max(fields.count, wanted.count) {
      let (old, new) = (
        wanted.indices.contains(index) ? wanted[index] : "-",
        fields.indices.contains(index) ? fields[index] : "-"
      )
      if old != new { report.append("  ~ \(old) | \(new)") }
    }
    report.append("  known: \(known)")
  }
}

extension Addition {
  /// What the entry says to whoever reads the list with it; empty where it is none.
  fileprivate func fields(_ thinning: Thinning) -> [String] {
    let found = ListDocument(
      SourceText(text),
      formats: thinning.thinned.formats,
      asides: thinning.settings.rulebook.asides
    )
    guard let place = found.entries.first(where: { $0.lines == lines }) else { return [] }
    let entry = found.fields(at: place)
    let reader = CitationReader(found)
    return entry.fields(
      reader.citation(of: entry, format: place.format),
      reader.places(of: entry, format: place.format),
      thinning.settings.rulebook.venues
    )
  }
}

/// An entry as it stood, in the place of the one that was written.
private struct Original {
  let findings: [String]
  /// The entry as the rules would have it.
  let corrected: String?

  init(_ old: String, insteadOf addition: Addition, _ thinning: Thinning) {
    let text = SourceText(addition.text)
    let range = text.range(ofLines: addition.lines)
    let bytes = text.bytes[..<range.lowerBound] + Array(old.utf8) + text.bytes[range.upperBound...]
    let first = addition.lines.lowerBound
    let lines = first..<first + old.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let head = ListDocument(
      SourceText(Array(bytes)),
      formats: thinning.thinned.formats,
      asides: thinning.settings.rulebook.asides
    )
    let report = Reviewer(rulebook: thinning.settings.rulebook, year: 2026)
      .review(path: "", base: thinning.thinned, head: head, touched: [lines], correcting: .safe)
    findings = report.findings.filter(\.isIntroduced).map { $0.finding.message.plain }
    corrected = report.suggestions.first { $0.lines == lines }?.replacement
  }
}
