package import HTTP
package import ListModel
package import Rules
internal import Text
internal import XML

/// What arXiv says of its papers, by its export API.
///
/// See <https://info.arxiv.org/help/api/user-manual.html>.
package struct ArXivSource: FactSource {
  private let courier: Courier
  private let base: URI
  private let others: [ArXivID]

  package static let folder = "arxiv"
  package static let keepsAbsence = true
  package let name = "arXiv"

  /// How many papers one request asks for.
  private static let batch = 100
  /// A paper that is there, to ask along where nothing else came.
  private static let companion = "1706.03762"

  package static var manners: Courier.Manners {
    var manners = Courier.Manners()
    // One request in three seconds and one connection: <https://info.arxiv.org/help/api/tou.html>.
    manners.interval = .milliseconds(3050)
    // 406 with sound headers is throttling by another name.
    manners.limits = [406, 429]
    return manners
  }

  /// `others` are papers of the list, one of which is asked along where an answer is empty.
  package init(_ courier: Courier, at base: URI, besides others: [ArXivID] = []) {
    self.courier = courier
    self.base = base
    self.others = others
  }

  package func reasonOfSilence() async -> String? { await courier.reasonOfSilence }

  /// Returns what is known of each paper.
  package func facts(
    of ids: [ArXivID],
    _ note: @escaping @Sendable (Int) -> Void
  ) async -> [ArXivID: Fact<Preprint>] {
    var facts: [ArXivID: Fact<Preprint>] = [:]
    // The same paper can be written in two ways.
    let asked = Dictionary(grouping: ids, by: Self.canonical)
    let names = asked.keys.sorted()
    var start = 0
    while start < names.count {
      let batch = Array(names[start..<min(names.count, start + Self.batch)])
      start += batch.count
      for (name, fact) in await ask(batch, besides: others.map(Self.canonical)) {
        for id in asked[name] ?? [] { facts[id] = fact }
      }
      note(start)
    }
    return facts
  }

  /// Asks for some papers at once.
  private func ask(_ names: [String], besides known: [String]) async -> [String: Fact<Preprint>] {
    var facts: [String: Fact<Preprint>] = [:]
    for name in names { facts[name] = .notKnown }
    var left = names
    // Of a list with one malformed id nothing is answered, and only the first is named.
    for _ in 0..<4 where !left.isEmpty {
      guard let feed = await feed(left) else { return facts }
      switch feed {
      case .malformed(let name):
        guard left.contains(name) else { return await halves(left, besides: known, facts) }
        facts[name] = .no
        left.removeAll { $0 == name }
        continue
      case .papers(let papers):
        var papers = papers
        var isProved = !papers.isEmpty
        if papers.isEmpty {
          // An empty feed proves little: it comes in spells. Something that is there has to come along.
          let companion = known.first { !left.contains($0) } ?? Self.companion
          guard case .papers(let again) = await self.feed(left + [companion]) else { return facts }
          papers = again
          isProved = !again.isEmpty
        }
        guard isProved else { return facts }
        for name in left { facts[name] = papers[name].map { .yes($0) } ?? .no }
        return facts
      }
    }
    return left.isEmpty ? facts : await halves(left, besides: known, facts)
  }

  /// Asks for one half and then for the other.
  private func halves(
    _ names: [String],
    besides known: [String],
    _ facts: [String: Fact<Preprint>]
  ) async -> [String: Fact<Preprint>] {
    guard names.count > 1 else { return facts }
    var facts = facts
    let middle = names.count / 2
    for half in [Array(names[..<middle]), Array(names[middle...])] {
      facts.merge(await ask(half, besides: known)) { $1 }
    }
    return facts
  }

  private enum Feed {
    case papers([String: Preprint])
    case malformed(String)
  }

  /// Returns what a request brought; nil where it brought no answer.
  private func feed(_ names: [String]) async -> Feed? {
    let list = names.joined(separator: ",")
    let query = "/api/query?id_list=\(list)&start=0&max_results=\(names.count)"
    guard let target = base.resolving(base.rootText + query) else { return nil }
    var request = Request(.get, target)
    request.headers["Accept"] = "application/atom+xml, */*"
    let outcome = await courier.send(request) { response in
      // What is not XML is a limit in other words.
      XMLDocument.root(of: response.body)?.name == "feed"
    }
    guard case .answer(let response) = outcome, let root = XMLDocument.root(of: response.body)
    else {
      return nil
    }
    let entries = root.all("entry")
    if let error = entries.first(where: { Self.isError($0) }) {
      let summary = error.first("summary")?.text ?? ""
      let word = summary.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      return .malformed(word)
    }
    guard (200...299).contains(response.status) else { return nil }
    var papers: [String: Preprint] = [:]
    for entry in entries {
      guard let place = entry.first("id")?.text, let id = Self.id(place) else { continue }
      papers[Self.canonical(id)] = Preprint(entry)
    }
    return .papers(papers)
  }

  private static func isError(_ entry: XMLElement) -> Bool {
    entry.first("id")?.text.contains("/api/errors") ?? false
  }

  private static func id(_ place: String) -> ArXivID? {
    guard let range = place.firstRange(of: "/abs/") else { return nil }
    return ArXivID(String(place[range.upperBound...].filter { !$0.isWhitespace }))
  }

  /// The id as it is asked for: without subject class and version, archives in lower case.
  private static func canonical(_ id: ArXivID) -> String {
    let parts = id.description.split(separator: "/")
    guard parts.count == 2 else { return id.description }
    return parts[0].prefix { $0 != "." }.lowercased() + "/" + parts[1]
  }
}

extension Preprint {
  fileprivate init(_ entry: XMLElement) {
    func text(_ name: String) -> String { PlainText.of(entry.first(name)?.text ?? "") }
    let comment = text("comment")
    let doi = text("doi").lowercased()
    let summary = text("summary").lowercased()
    let note = comment.lowercased()
    self.init(
      title: text("title"),
      authors: entry.all("author").map { PlainText.of($0.first("name")?.text ?? "") },
      year: Int(text("published").prefix(4)),
      comment: comment,
      journalReference: text("journal_ref"),
      doi: doi.hasPrefix("10.48550/") ? "" : doi,
      isWithdrawn: note.contains("withdrawn") && !note.contains("withdrawn from")
        || ["this paper has been withdrawn", "this submission has been withdrawn", "withdrawn"]
          .contains { summary.hasPrefix($0) },
      submitted: String(text("published").prefix(10))
    )
  }
}

extension URI {
  /// Scheme, host, port and path, without a slash at the end.
  package var rootText: String {
    let text = "\(origin)\(path)"
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
