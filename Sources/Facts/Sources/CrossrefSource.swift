package import HTTP
package import Rules
internal import Text

/// What Crossref says of DOIs, by its REST API.
package struct CrossrefSource: FactSource {
  private let courier: Courier
  private let base: URI
  private let contact: String?

  package static let folder = "crossref"
  package static let keepsAbsence = true
  package let name = "Crossref"

  private static let batch = 50
  private static let select =
    "DOI,title,subtitle,author,container-title,type,event,published,published-print,published-online,issued,relation,updated-by"

  package static var manners: Courier.Manners {
    var manners = Courier.Manners()
    manners.interval = .milliseconds(1050)
    return manners
  }

  /// `contact` is an address of whoever runs this; with it the answers come from the polite pool.
  package init(_ courier: Courier, at base: URI, contact: String?) {
    self.courier = courier
    self.base = base
    self.contact = contact
  }

  package func reasonOfSilence() async -> String? { await courier.reasonOfSilence }

  /// Returns what is known of each DOI.
  package func facts(
    of dois: [String],
    _ note: @escaping @Sendable (Int) -> Void
  ) async -> [String: Fact<Work>] {
    var facts: [String: Fact<Work>] = [:]
    // Of these Crossref has no record, and a comma ends a DOI in a list.
    let asked = dois.filter { !$0.hasPrefix("10.48550/") && !$0.hasPrefix("10.5281/") }
    let listed = asked.filter { !$0.contains(",") }
    var start = 0
    while start < listed.count {
      let batch = Array(listed[start..<min(listed.count, start + Self.batch)])
      start += batch.count
      let works = await list(batch)
      for doi in batch { facts[doi] = works.map { $0[doi].map { .yes($0) } ?? .no } ?? .notKnown }
      note(start)
    }
    for doi in asked where doi.contains(",") {
      facts[doi] = await one(doi)
      note(facts.count)
    }
    return facts
  }

  private func list(_ dois: [String]) async -> [String: Work]? {
    let filter = dois.map { "doi:" + $0 }.joined(separator: ",")
    var query = [
      (name: "filter", value: filter), (name: "rows", value: "\(dois.count)"),
      (name: "select", value: Self.select),
    ]
    if let contact { query.append((name: "mailto", value: contact)) }
    let request = Request(.get, base.appending(["works"], query: query))
    let outcome = await courier.send(request) { response in
      JSONTree(response.body)?["message"]["items"].isArray ?? false
    }
    guard case .answer(let response) = outcome, (200...299).contains(response.status),
      let json = JSONTree(response.body)
    else { return nil }
    // In no promised order.
    return json["message"]["items"].items.reduce(into: [:]) { works, item in
      if let work = Work(item) { works[work.doi] = work }
    }
  }

  private func one(_ doi: String) async -> Fact<Work> {
    var target = base.appending(["works", doi])
    if let contact {
      target = base.appending(["works", doi], query: [(name: "mailto", value: contact)])
    }
    let outcome = await courier.send(Request(.get, target)) { response in
      JSONTree(response.body)?["message"].isObject ?? false
    }
    guard case .answer(let response) = outcome else { return .notKnown }
    if response.status == 404 { return .no }
    guard (200...299).contains(response.status), let json = JSONTree(response.body),
      let work = Work(json["message"])
    else { return .notKnown }
    return .yes(work)
  }
}

extension Work {
  fileprivate init?(_ item: JSONTree) {
    guard let doi = item["DOI"].string?.lowercased() else { return nil }
    let author = item["author"].items.first ?? .null
    var title = item["title"].items.first?.string ?? ""
    if let subtitle = item["subtitle"].items.first?.string, !title.contains(subtitle) {
      title += ": " + subtitle
    }
    let years = ["published", "published-print", "published-online", "issued"].lazy.compactMap {
      item[$0]["date-parts"].items.first?.items.first?.int
    }
    let publication = item["relation"]["is-preprint-of"].items.first {
      $0["id-type"].string == "doi"
    }
    self.init(
      doi: doi,
      type: item["type"].string ?? "",
      title: PlainText.of(title),
      author: PlainText.of(
        author["family"].string ?? author["name"].string ?? author["literal"].string ?? ""
      ),
      containers: item["container-title"].items.compactMap { $0.string.map(PlainText.of) },
      event: PlainText.of(item["event"]["name"].string ?? ""),
      year: years.first,
      // To learn of a retraction one reads what was done to the work.
      isRetracted: item["updated-by"].items.contains {
        ["retraction", "removal", "withdrawal"].contains($0["type"].string ?? "")
      },
      publishedAs: publication?["id"].string?.lowercased() ?? "",
      authors: item["author"].items.compactMap { person in
        let parts = [person["given"].string, person["family"].string].compactMap { $0 }
        let name = parts.isEmpty ? person["name"].string ?? "" : parts.joined(separator: " ")
        return name.isEmpty ? nil : PlainText.of(name)
      }
    )
  }
}
