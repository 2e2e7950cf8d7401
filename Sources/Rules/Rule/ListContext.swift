package import ListModel
internal import Markdown
internal import Parsing
internal import Text

/// What rules know beside the text they judge.
package struct ListContext: Sendable {
  package let rulebook: Rulebook
  package let legend: Legend
  /// The tags that entries may bear: those of the legend, and those that the rulebook names.
  let tags: [String]
  let tagNames: Set<String>
  /// The UTC calendar year of the head commit.
  package let year: Int
  /// How many entries bear tags and how many do not, by the name of their section.
  package let tagHabits: [String: TagHabit]
  private let roster: Roster
  /// Where the papers of the judged entries stand elsewhere.
  package let index: PaperIndex
  /// The entries that the contribution adds or changes; empty where all are looked at.
  package let contributed: Set<EntryPlace>
  /// The entries whose places the contribution chose; nil where all are looked at.
  private let placed: Set<EntryPlace>?
  /// Which entries stand out of the order of their section.
  package let orders: SectionOrders
  /// Which entries are out of step with the numbers around them.
  package let numberings: Numberings
  /// Whether the list's dates are those of the papers' arXiv identifiers.
  package let datesFollowIdentifiers: Bool
  /// Whether the list has many addresses, of which most begin with https.
  package let isMostlySecure: Bool
  /// Whether http is usual among the addresses of hosts that nobody knows to answer by https.
  let hasPlainAddresses: Bool
  /// What stands around the entries.
  let surroundings: Surroundings
  /// What divides sections without headings of their own.
  let topics: TopicLines
  /// Whether the list sets its entries apart by empty bullets, not counting what is contributed.
  package let hasEmptyBullets: Bool
  /// What registries say; empty where nobody asked.
  package var facts = FactTable.none
  /// How the list writes venues; nothing where nobody asked registries.
  package var venueHabits = VenueHabits.none

  /// What the entries around say of findings; nil where everything found is said.
  package var census: HabitCensus?

  /// Tells whether the contribution chose the place of an entry: it is new there.
  package func isPlaced(_ place: EntryPlace) -> Bool { placed?.contains(place) ?? true }

  /// Tells which of two entries of one paper is reported: the contributed one, else the later.
  package func answers(for place: EntryPlace, beside other: EntryPlace) -> Bool {
    let isContributed = contributed.contains(place)
    if isContributed != contributed.contains(other) { return isContributed }
    return other.lines.lowerBound < place.lines.lowerBound
  }
}

/// How many entries of the sections of one name bear tags, and how many do not.
package struct TagHabit: Hashable, Sendable {
  package var tagged = 0
  package var untagged = 0
}

extension ListContext {
  /// Gathers what rules have to know to judge some entries of a document, or all where `entries` is
  /// nil.
  ///
  /// The legend is the document's own: a new tag comes with its first use. `placed` are the places
  /// that the contribution chose, nil for all; `all` are the document's entries, where they have been
  /// read; `twin` is another version of the document with its context, and for each entry here the
  /// index of the one that it is there.
  package init(
    judging entries: [(place: EntryPlace, entry: Entry)]?,
    of document: ListDocument,
    by rulebook: Rulebook,
    year: Int,
    contributed: Set<EntryPlace>,
    placed: Set<EntryPlace>? = nil,
    reading all: [Entry]? = nil,
    beside twin: (document: ListDocument, context: ListContext, indices: [Int?])? = nil
  ) {
    self.rulebook = rulebook
    legend = document.legend
    tags = legend.items.map(\.name) + rulebook.tags
    tagNames = Set(tags)
    self.year = year
    self.contributed = contributed
    self.placed = placed
    surroundings = Surroundings(of: document, contributed: contributed)
    guard entries?.isEmpty != true else {
      roster = .empty
      tagHabits = [:]
      index = .empty
      orders = .none
      numberings = .none
      datesFollowIdentifiers = false
      isMostlySecure = false
      hasPlainAddresses = false
      topics = .none
      hasEmptyBullets = false
      return
    }
    let roster = Roster(
      document,
      reading: document.read(all, or: entries ?? []),
      knowing: twin.map {
        Roster.Twin(document: $0.document, roster: $0.context.roster, indices: $0.indices)
      }
    )
    let runs = EntryRuns(document)
    self.roster = roster
    tagHabits = roster.tagHabits(in: document)
    datesFollowIdentifiers = roster.datesFollowIdentifiers
    let addresses = AddressTally(document.text.bytes, knowing: rulebook.hosts)
    isMostlySecure = addresses.isMostlySecure
    hasPlainAddresses = addresses.hasPlainOnes
    topics = TopicLines(of: document)
    hasEmptyBullets = document.hasEmptyBullets(besides: contributed)
    index = PaperIndex(of: entries?.map(\.entry), among: roster, besides: contributed)
    numberings = Numberings(of: document, runs, contributed: contributed)
    let asked = placed ?? entries.map { Set($0.map(\.place)) }
    orders =
      asked?.isEmpty == true
      ? .none
      : SectionOrders(
        of: document,
        by: rulebook,
        roster,
        runs,
        asked: asked,
        contributed: contributed
      )
  }
}

extension ListDocument {
  /// Returns what gives the entries that have been read, by their number.
  fileprivate func read(
    _ all: [Entry]?,
    or some: [(place: EntryPlace, entry: Entry)]
  ) -> @Sendable (Int) -> Entry? {
    if let all { return { all[$0] } }
    let indices = indices(in: some.map(\.place))
    return { number in indices[number].map { some[$0].entry } }
  }

  /// Tells whether one in ten of the entries, and at least five, is a bullet with nothing after it.
  fileprivate func hasEmptyBullets(besides contributed: Set<EntryPlace>) -> Bool {
    let empty = entries.count { place in
      bytes(of: place).lazy.filter { !$0.isWhitespace }.prefix(2).count <= 1
        && !contributed.contains(place)
    }
    return empty >= 5 && empty * 10 >= entries.count - contributed.count
  }
}
