package import HTTP
package import ListModel
package import Rules
internal import Text

/// What Semantic Scholar says of papers, by its batch API.
package struct ScholarSource: FactSource {
  private let courier: Courier
  private let base: URI
  private let key: String?

  package static let folder = "semantic-scholar"
  package static let keepsAbsence = true
  package let name = "Semantic Scholar"

  private static let batch = 500
  private static let fields =
    "title,authors.name,year,venue,publicationVenue,journal,externalIds"

  package static var manners: Courier.Manners {
    var manners = Courier.Manners()
    manners.interval = .milliseconds(1050)
    // Without a key the whole world shares one limit: more patience brings little.
    manners.attempts = 3
    return manners
  }

  package init(_ courier: Courier, at base: URI, key: String?) {
    self.courier = courier
    self.base = base
    self.key = key
  }

  package func reasonOfSilence() async -> String? { await courier.reasonOfSilence }

  /// Returns what is known of each paper; those that are known by neither arXiv nor DOI are not asked.
  package func facts(
    of identities: [Identity],
    _ note: @escaping @Sendable (Int) -> Void
  ) async -> [Identity: Fact<ScholarRecord>] {
    var facts: [Identity: Fact<ScholarRecord>] = [:]
    let asked = identities.compactMap { identity in Self.name(identity).map { (identity, $0) } }
    var start = 0
    while start < asked.count {
      let batch = Array(asked[start..<min(asked.count, start + Self.batch)])
      start += batch.count
      let answers = await ask(batch.map(\.1))
      for (index, pair) in batch.enumerated() { facts[pair.0] = answers?[index] ?? .notKnown }
      note(start)
    }
    return facts
  }

  /// Returns an answer for each name, in their order; nil where there is none.
  private func ask(_ names: [String]) async -> [Fact<ScholarRecord>]? {
    guard let target = base.resolving(base.rootText + "/graph/v1/paper/batch?fields=" + Self.fields)
    else { return nil }
    let ids = names.map { "\"\($0.jsonEscaped)\"" }.joined(separator: ",")
    var request = Request(.post, target, body: Array("{\"ids\":[\(ids)]}".utf8))
    request.headers["Content-Type"] = "application/json"
    if let key { request.headers["x-api-key"] = key }
    let outcome = await courier.send(request) { JSONTree($0.body)?.isArray ?? false }
    guard case .answer(let response) = outcome, let json = JSONTree(response.body) else {
      return nil
    }
    if response.status == 400, json["error"].string?.contains("No valid paper ids") ?? false {
      return names.map { _ in .no }
    }
    guard (200...299).contains(response.status) else { return nil }
    let items = json.items
    if items.count == names.count {
      return items.map { $0.isObject ? .yes(ScholarRecord($0)) : .no }
    }
    // What is missing cannot be told from what is unknown.
    return names.map { name in
      items.first { Self.names(of: $0).contains(name.lowercased()) }.map { .yes(ScholarRecord($0)) }
        ?? .notKnown
    }
  }

  private static func names(of item: JSONTree) -> [String] {
    let ids = item["externalIds"]
    return [ids["ArXiv"].string.map { "arxiv:" + $0 }, ids["DOI"].string.map { "doi:" + $0 }]
      .compactMap { $0?.lowercased() }
  }

  private static func name(_ identity: Identity) -> String? {
    switch identity {
    case .arXiv(let id): "ARXIV:\(id)"
    case .doi(let name): "DOI:\(name)"
    case .openReview, .title, .none: nil
    }
  }
}

extension ScholarRecord {
  fileprivate init(_ item: JSONTree) {
    let ids = item["externalIds"]
    let doi = ids["DOI"].string?.lowercased() ?? ""
    let venue = item["venue"].string ?? ""
    let place = item["publicationVenue"]["name"].string ?? ""
    let journal = item["journal"]["name"].string ?? ""
    let reader = VenueReader.standard
    let isPreprintDOI = ["10.48550/", "10.1101/", "10.26434/", "10.2139/"]
      .contains { doi.hasPrefix($0) }
    self.init(
      title: PlainText.of(item["title"].string ?? ""),
      authors: item["authors"].items.compactMap { $0["name"].string },
      venue: place.isEmpty ? venue : place,
      journal: journal,
      doi: isPreprintDOI ? "" : doi,
      dblp: ids["DBLP"].string ?? "",
      // Any sign of the preprint spoils the record as a proof.
      isMixed: isPreprintDOI
        || [venue, place, journal].contains { !$0.isEmpty && reader.isPreprint($0) }
        || (venue + place + journal).isEmpty
    )
  }
}

extension String {
  /// The text as it stands between the quotation marks of JSON.
  var jsonEscaped: String {
    unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20:
        "\\u" + String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2)
          + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    .joined()
  }
}
