internal import Git
internal import Markdown
internal import Review
internal import Rules

/// A walk through a history as a file has it.
struct SavedWalk: Codable {
  struct Update: Codable {
    let before: String
    let after: String
    let time: Int64
  }

  struct Record: Codable {
    let added: Int64?
    let updates: [Update]
  }

  /// The program and the form of the file.
  private let version: String
  private let isCut: Bool
  /// The commit and the blob of each version.
  let versions: [String]
  /// The index of the version that it ended at: the last that is text.
  let textIndex: Int
  /// What that was read as.
  let reading: String
  /// The first line, the one after the last, and the index of the record of each entry.
  private let places: [[Int]]
  private let records: [Record]
  private let sightings: [String: Int]
  private let gone: [String: Int]
  /// The time and the number of entries of each version that is text.
  private let growth: [[Int64]]

  private static let version = Distribution.version + " 2"

  init(_ walk: HistoryWalk, along history: FileHistory, textIndex: Int, reading: String) {
    version = Self.version
    isCut = history.isCut
    versions = history.versions.map(Self.name)
    self.textIndex = textIndex
    self.reading = reading
    places = walk.places.map { [$0.lines.lowerBound, $0.lines.upperBound, $0.record] }
    records = walk.records.map { record in
      Record(
        added: record.added?.seconds,
        updates: record.updates.map {
          Update(before: $0.before, after: $0.after, time: $0.time.seconds)
        }
      )
    }
    sightings = walk.sightings.first
    gone = walk.gone
    growth = walk.growth.map { [$0.time.seconds, Int64($0.count)] }
  }

  private static func name(_ version: FileVersion) -> String {
    "\(version.commit.id) \(version.blob?.description ?? "-")"
  }

  /// Tells whether a history begins with the versions that it went through.
  func fits(_ history: FileHistory) -> Bool {
    version == Self.version && isCut == history.isCut
      && versions.count <= history.versions.count && versions.indices.contains(textIndex)
      && zip(versions, history.versions).allSatisfy { $0 == Self.name($1) }
  }

  /// Returns the walk, at the text of its last version; nil where what the file says contradicts itself.
  func walk(at text: SourceText, by rulebook: Rulebook) -> HistoryWalk? {
    let isSound =
      places.allSatisfy { place in
        place.count == 3 && 0 < place[0] && place[0] < place[1]
          && place[1] <= text.lineCount + 1 && records.indices.contains(place[2])
      }
      && sightings.values.allSatisfy(growth.indices.contains)
      && gone.values.allSatisfy(records.indices.contains)
      && growth.allSatisfy { $0.count == 2 && $0[1] >= 0 }
    guard isSound else { return nil }
    return HistoryWalk(
      rulebook: rulebook,
      isCut: isCut,
      at: text,
      places: places.map { HistoryWalk.Place(lines: $0[0]..<$0[1], record: $0[2]) },
      records: records.map { record in
        HistoryWalk.Record(
          added: record.added.map(Moment.init(seconds:)),
          updates: record.updates.map {
            ($0.before, $0.after, Moment(seconds: $0.time))
          }
        )
      },
      sightings: Sightings(first: sightings),
      gone: gone,
      growth: growth.map {
        ListHistory.Point(time: Moment(seconds: $0[0]), count: Int($0[1]))
      },
      after: versions.count,
      textIndex: textIndex
    )
  }
}
