internal import ListModel
internal import Parsing
internal import Text

/// What is known of each entry of a list without judging it, read once for all who ask.
struct Roster: Sendable {
  struct Line: Sendable {
    fileprivate(set) var paper: PaperIndex.Paper
    /// Whether it bears tags; nil where there is no entry, or where its format has none.
    let isTagged: Bool?
    /// The year that stands in the entry.
    let year: Int?
    /// The month that stands in the entry.
    let written: Month?
    /// The month that stands in the entry, or where none does that of its arXiv identifier.
    let month: Month?
  }

  /// In the order of the document's entries.
  let lines: [Line]

  /// Takes the entries of a document; `entry` gives those that have been read, by their number in it, and
  /// `twin` is another version of it, which has most of them.
  init(
    _ document: ListDocument,
    reading entry: @Sendable (Int) -> Entry? = { _ in nil },
    knowing twin: Twin? = nil
  ) {
    lines = Array(document.entries.indices).concurrentMap { number in
      let place = document.entries[number]
      if var line = twin?.line(of: number, in: document) {
        line.paper.place = place
        return line
      }
      return Line(entry(number) ?? document.fields(at: place), at: place, in: document)
    }
  }

  /// Another version of a document.
  struct Twin: Sendable {
    let document: ListDocument
    let roster: Roster
    /// For each entry the index of the one that it is there; nil where it is new.
    let indices: [Int?]

    /// Returns what is known of an entry from its twin, where that is the same byte for byte.
    fileprivate func line(of number: Int, in document: ListDocument) -> Line? {
      guard let index = indices[number] else { return nil }
      let (place, other) = (document.entries[number], self.document.entries[index])
      guard place.format == other.format,
        document.bytes(of: place).hasBytes(of: self.document.bytes(of: other))
      else { return nil }
      return roster.lines[index]
    }
  }
}

extension Roster.Line {
  fileprivate init(_ entry: Entry, at place: EntryPlace, in document: ListDocument) {
    let date = entry.text(of: .date)
    paper = PaperIndex.Paper(entry, at: place)
    let hasTags = document.formats.parts[place.format].format.has(.tags)
    isTagged = hasTags && !entry.isEmpty ? entry.tags != nil : nil
    written = date.flatMap { Month($0) }
    if written == nil, date == nil, case .arXiv(let id) = paper.identity {
      month = Month(year: id.year, month: id.month)
    } else {
      month = written
    }
    year = entry.year
  }
}

extension Roster {
  static let empty = Roster(lines: [])

  private init(lines: [Line]) { self.lines = lines }

  /// How many entries bear tags and how many do not, by the name of their section.
  func tagHabits(in document: ListDocument) -> [String: TagHabit] {
    var habits: [Int: TagHabit] = [:]
    for line in lines {
      guard let isTagged = line.isTagged else { continue }
      if isTagged {
        habits[line.paper.place.section, default: TagHabit()].tagged += 1
      } else {
        habits[line.paper.place.section, default: TagHabit()].untagged += 1
      }
    }
    var named: [String: TagHabit] = [:]
    for (section, habit) in habits {
      named[document.sections[section].name, default: TagHabit()].tagged += habit.tagged
      named[document.sections[section].name, default: TagHabit()].untagged += habit.untagged
    }
    return named
  }

  /// Whether dates are those of the papers' arXiv identifiers, a month more or less.
  var datesFollowIdentifiers: Bool {
    var count = 0
    var agreeing = 0
    for line in lines {
      guard let written = line.written, case .arXiv(let id) = line.paper.identity else { continue }
      count += 1
      if abs(written.distance(to: Month(year: id.year, month: id.month))) <= 1 { agreeing += 1 }
    }
    return Share.prevalent.isReached(by: agreeing, of: count, fewest: 10)
  }
}
