internal import ListModel
internal import Parsing
internal import Rules

/// Which of the ways in which a list writes entries suits what is known of a new one.
extension EntryWriter {
  /// An entry as it would stand in the list, and what is wrong with it.
  struct Trial {
    let placed: PlacedEntry
    let draft: Composer.Draft
    let format: Int
    let verdict: Verdict
  }

  /// How many ways to write an entry are tried, and how many where something is wrong with each of these.
  static let (fewDrafts, mostDrafts) = (6, 16)
  /// How much has to be wrong for more to be tried: a finding or two can be the paper's own.
  private static let leastFaults = 3
  /// How much has to be wrong for the entry not to be what was meant, as when marks show that close nothing.
  private static let mostFaults = 8
  /// How much better an entry has to fit a format that few have than the one that most have.
  private static let priceOfRareFormat = 9.0

  /// Returns the best way to write an entry in a section; nil where no entry shows one.
  func best(of particulars: Particulars, in section: Int) -> Trial? {
    let own = formats(in: section)
    guard var best = trial(of: particulars, in: section, own) else { return nil }
    func offer(_ other: Trial?) {
      if let other, other.verdict.faults < best.verdict.faults { best = other }
    }
    // What somebody gave stays as it is, unless the rules have it otherwise.
    if best.verdict.faults > 0, particulars.hasAddressOnArXiv {
      offer(trial(of: particulars, in: section, own, rewritingAddresses: true))
    }
    if best.verdict.faults >= Self.mostFaults {
      for format in own where format.format != best.format {
        offer(trial(of: particulars, in: section, [format]))
      }
    }
    // Where no entry of the section is a model for this one, entries elsewhere may be, if they say as much.
    if best.verdict.faults >= Self.mostFaults {
      let other = trial(of: particulars, in: section, formats(besides: own.map(\.format)))
      let said = best.draft.slots.intersection([.authors, .venue, .year, .date])
      if let other, said.isSubset(of: other.draft.slots) { offer(other) }
    }
    return best
  }

  /// Returns the best way to write an entry in one of some formats; nil where there is none.
  private func trial(
    of particulars: Particulars,
    in section: Int,
    _ formats: [(format: Int, share: Double)],
    rewritingAddresses: Bool = false
  ) -> Trial? {
    guard
      let (drafts, format) = drafts(
        of: particulars,
        in: section,
        formats,
        rewritingAddresses: rewritingAddresses
      )
    else { return nil }
    var best: Trial?
    func offer(_ placed: PlacedEntry, _ draft: Composer.Draft, _ verdict: Verdict) {
      guard verdict.faults < best?.verdict.faults ?? .max else { return }
      best = Trial(placed: placed, draft: draft, format: format, verdict: verdict)
    }
    for (number, draft) in drafts.enumerated() {
      if number >= Self.fewDrafts, best?.verdict.faults ?? 0 < Self.leastFaults { break }
      guard let placed = PlacedEntry(draft, in: section, format, of: document, by: rulebook) else {
        continue
      }
      let first = verdict(on: placed, draft, particulars)
      offer(placed, draft, first)
      // What the rules would have otherwise, they get.
      if first.faults > 0, let better = first.correction.flatMap(placed.reading) {
        offer(better, draft, verdict(on: better, draft, particulars))
      }
      if best?.verdict.faults == 0 { break }
    }
    return best
  }

  /// Returns ways to write an entry in the format that suits it, the best first, and the index of that format; nil
  /// where none shows one.
  func drafts(
    of particulars: Particulars,
    in section: Int,
    _ formats: [(format: Int, share: Double)],
    rewritingAddresses: Bool = false
  ) -> (drafts: [Composer.Draft], format: Int)? {
    var best: (drafts: [Composer.Draft], format: Int, cost: Double)?
    for (format, share) in formats {
      let filling = Filling(
        particulars,
        book(of: section, format),
        document.formats.parts[format].format,
        venues,
        rulebook.venues,
        commonLabels: commonLabels,
        placeholders: document.template?.words ?? [:],
        rewritingAddresses: rewritingAddresses
      )
      let drafts = Composer(filling).drafts(atMost: Self.mostDrafts)
      guard let first = drafts.first else { continue }
      let cost = first.cost + (1 - share) * Self.priceOfRareFormat
      if cost < best?.cost ?? .infinity { best = (drafts, format, cost) }
    }
    return best.map { ($0.drafts, $0.format) }
  }

  func book(of section: Int, _ format: Int) -> MouldBook {
    MouldBook(moulds.filter { $0.place.format == format }, section: section)
  }

  /// Returns the formats of a section with the share of its entries that have each, else what most of the list have.
  func formats(in section: Int) -> [(format: Int, share: Double)] {
    let own = moulds.filter { $0.place.section == section }.map(\.place.format)
    if !own.isEmpty { return Self.shares(of: own) }
    // A section without entries has no table to add a row to.
    let formats = moulds.map(\.place.format)
    let most =
      formats.filter { document.formats.parts[$0].format.unit != .row }.mostCommon
      ?? formats.mostCommon
    return most.map { [($0, 1)] } ?? []
  }

  /// Returns formats of the list that are not some others, and not those of tables, with the share of entries that have
  /// each.
  private func formats(besides own: [Int]) -> [(format: Int, share: Double)] {
    Self.shares(
      of: moulds.map(\.place.format).filter { format in
        !own.contains(format) && document.formats.parts[format].format.unit != .row
      }
    )
  }

  private static func shares(of formats: [Int]) -> [(format: Int, share: Double)] {
    Set(formats).sorted().map { format in
      (format, Double(formats.count { $0 == format }) / Double(formats.count))
    }
  }
}
