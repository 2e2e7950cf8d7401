internal import ListModel
internal import Parsing

/// What the columns of a table hold, by the words of its header.
struct Columns: Sendable {
  /// The field of each column; nil where its word says nothing, or could mean several.
  private let fields: [FieldName?]

  /// Nothing is known of what stands outside tables.
  static let unknown = Columns(fields: [])

  private init(fields: [FieldName?]) { self.fields = fields }

  /// Takes the header's cells, in lower case, and the rows below it.
  init(_ header: [String], above rows: [[Token]]) {
    /// How many words most first texts of a column have, or links in their place.
    func words(_ column: Int) -> Int {
      let counts = rows.compactMap { tokens in
        tokens.first { $0.cell == column + 1 && $0.kind != .html }?.words
      }
      return counts.isEmpty ? 0 : counts.sorted()[counts.count / 2]
    }
    let keys = header.map(LinkLabels.key)
    let hasTitle = keys.contains { Self.titles.contains($0) }
    var fields = keys.enumerated().map { index, key -> FieldName? in
      if let field = Self.fields[key] { return field }
      if Self.titles.contains(key) { return .title }
      // `Paper` is the title, or the link to it; `Publication` the title, or where it appeared.
      if Self.papers.contains(key), !hasTitle, words(index) >= 3 { return .title }
      if key.hasPrefix("pub"), words(index) <= 4 { return .venue }
      return nil
    }
    // What a description is about stands before it.
    if !fields.contains(.title), let end = keys.firstIndex(where: Self.descriptions.contains),
      let subject = fields[..<end].firstIndex(where: { $0 == nil }), words(subject) > 0
    {
      fields[subject] = .title
    }
    self.fields = fields
  }

  var hasTitle: Bool { fields.contains(.title) }

  /// Returns the field of a cell, given as how many bars stand before it.
  func field(ofCell cell: Int) -> FieldName? {
    cell >= 1 && cell <= fields.count ? fields[cell - 1] : nil
  }

  private static let titles: Set<String> = ["title", "titles", "paper title", "paper name"]
  private static let descriptions: Set<String> = ["description", "descriptions"]
  private static let papers: Set<String> = [
    "paper", "papers", "article", "publication", "reference", "work",
  ]
  private static let fields: [String: FieldName] = [
    "year": .date, "date": .date, "time": .date, "month": .date, "release date": .date,
    "published": .date, "publish date": .date, "publication date": .date, "released": .date,
    "venue": .venue, "conference": .venue, "conf": .venue, "journal": .venue, "j/c": .venue,
    "conference/journal": .venue, "journal/conference": .venue, "proceedings": .venue,
    "conf/journal": .venue, "published in": .venue, "publication venue": .venue,
    "author": .authors, "authors": .authors, "author(s": .authors,
    "affiliation": .description, "affiliations": .description, "institute": .description,
    "institution": .description, "institutions": .description, "organization": .description,
    "task": .description, "tasks": .description, "modality": .description, "area": .description,
    "technique": .description, "comment": .description, "comments": .description,
    "description": .description, "note": .description, "notes": .description,
    "remarks": .description, "domain": .description, "application": .description,
    "topic": .description, "category": .description, "keywords": .description,
    "tag": .tags, "tags": .tags,
  ]
}
