package import HTTP
package import Rules

/// What GitHub says of repositories: by GraphQL where there is a token, else by REST.
package struct RepositorySource: FactSource {
  private let courier: Courier
  private let api: URI
  private let graphQL: URI
  private let token: AccessToken?
  private let cache: FactCache?

  package static let folder = "github"
  package static let keepsAbsence = false
  package let name = "GitHub"

  /// An answer of the REST API with its entity tag, by which it is asked for again only where it has changed.
  private struct Tagged: Codable, Hashable, Sendable {
    let tag: String
    let facts: RepositoryFacts
  }

  /// Where these are kept.
  private static let tagged = "github-tags"

  /// How many repositories one request asks for.
  private static let batch = 60
  /// How many are asked for without a token, for which an address has 60 requests an hour.
  private static let mostAnonymous = 50

  package static func manners(hasToken: Bool) -> Courier.Manners {
    var manners = Courier.Manners()
    manners.interval = hasToken ? .milliseconds(200) : .milliseconds(100)
    manners.bars = [401]
    manners.attempts = 3
    return manners
  }

  package init(
    _ courier: Courier,
    api: URI,
    graphQL: URI,
    token: AccessToken?,
    keepingIn cache: FactCache? = nil
  ) {
    self.cache = cache
    self.courier = courier
    self.api = api
    self.graphQL = graphQL
    self.token = token
  }

  package func reasonOfSilence() async -> String? { await courier.reasonOfSilence }

  /// Returns what is known of each repository, by its name as it was asked.
  ///
  /// What is not there the first time is asked once more at the end.
  package func facts(
    of names: [String],
    _ note: @escaping @Sendable (Int) -> Void
  ) async -> [String: Fact<RepositoryFacts>] {
    var facts: [String: Fact<RepositoryFacts>] = [:]
    guard token != nil else {
      for name in names.prefix(Self.mostAnonymous) {
        facts[name] = await one(name)
        note(facts.count)
      }
      for name in names where facts[name] == .no { facts[name] = await one(name) }
      return facts
    }
    await ask(names, into: &facts, note)
    await ask(names.filter { facts[$0] == .no }, into: &facts) { _ in }
    return facts
  }

  // MARK: - GraphQL

  private func ask(
    _ names: [String],
    into facts: inout [String: Fact<RepositoryFacts>],
    _ note: (Int) -> Void
  ) async {
    var start = 0
    while start < names.count {
      let batch = Array(names[start..<min(names.count, start + Self.batch)])
      start += batch.count
      await ask(batch: batch, into: &facts)
      note(start)
    }
  }

  /// Asks for some at once, and for each half where that is too much for the server.
  private func ask(
    batch: [String],
    into facts: inout [String: Fact<RepositoryFacts>]
  ) async {
    for name in batch { facts[name] = .notKnown }
    var request = Request(.post, graphQL, token: token, body: Array(Self.query(batch).utf8))
    request.headers["Content-Type"] = "application/json"
    request.headers["Accept"] = "application/json"
    let outcome = await courier.send(request, isDivisible: batch.count > 1) {
      JSONTree($0.body)?.isObject ?? false
    }
    if case .nothing = outcome, batch.count > 1, await courier.reasonOfSilence == nil {
      let middle = batch.count / 2
      await ask(batch: Array(batch[..<middle]), into: &facts)
      await ask(batch: Array(batch[middle...]), into: &facts)
      return
    }
    guard case .answer(let response) = outcome, (200...299).contains(response.status),
      let json = JSONTree(response.body), json["data"].isObject
    else { return }
    // An error of another kind than "not found" says nothing of the repository.
    var absent: Set<String> = []
    for error in json["errors"].items where error["type"].string == "NOT_FOUND" {
      if let alias = error["path"].items.first?.string { absent.insert(alias) }
    }
    for (index, name) in batch.enumerated() {
      let alias = "r\(index)"
      let item = json["data"][alias]
      if item.isObject {
        facts[name] = RepositoryFacts(graphQL: item).map { .yes($0) } ?? .notKnown
      } else if absent.contains(alias) {
        facts[name] = .no
      }
    }
  }

  /// Names are written as JSON strings, which GraphQL's are, too: they come from strangers.
  private static func query(_ names: [String]) -> String {
    let fields =
      "{nameWithOwner isArchived isDisabled isEmpty isFork stargazerCount pushedAt createdAt description licenseInfo{spdxId}}"
    let parts = names.enumerated().map { index, name -> String in
      let pair = name.split(separator: "/", maxSplits: 1).map(String.init)
      let (owner, repository) = (pair.first ?? "", pair.count > 1 ? pair[1] : "")
      return
        "r\(index):repository(owner:\"\(owner.jsonEscaped)\",name:\"\(repository.jsonEscaped)\",followRenames:true)\(fields)"
    }
    let query = "query{\(parts.joined(separator: " ")) rateLimit{cost remaining resetAt}}"
    return "{\"query\":\"\(query.jsonEscaped)\"}"
  }

  // MARK: - REST

  private func one(_ name: String) async -> Fact<RepositoryFacts> {
    let parts = name.split(separator: "/").map(String.init)
    var target = api.appending(["repos"] + parts)
    for _ in 0..<5 {
      var request = Request(.get, target, token: token)
      request.headers["Accept"] = "application/vnd.github+json"
      request.headers["X-GitHub-Api-Version"] = "2022-11-28"
      let place = target.description
      let known: Fact<Tagged>? = cache?.fact(place, of: Self.tagged, howeverOld: true)
      if let tag = known?.value?.tag { request.headers["If-None-Match"] = tag }
      let outcome = await courier.send(request) { JSONTree($0.body)?["full_name"].string != nil }
      guard case .answer(let response) = outcome else { return .notKnown }
      switch response.status {
      case 200:
        guard let json = JSONTree(response.body), let facts = RepositoryFacts(rest: json) else {
          return .notKnown
        }
        if let tag = response.headers["etag"] {
          cache?.keep(.yes(Tagged(tag: tag, facts: facts)), place, of: Self.tagged)
        }
        return .yes(facts)
      case 304: return known?.value.map { .yes($0.facts) } ?? .notKnown
      case 404: return .no
      case 301, 302, 307, 308:
        // Renamed: the new name stands after the address, on the same host.
        guard let location = response.headers["location"], let next = target.resolving(location),
          next.origin == api.origin
        else { return .notKnown }
        target = next
      default: return .notKnown
      }
    }
    return .notKnown
  }
}

extension RepositoryFacts {
  fileprivate init?(graphQL item: JSONTree) {
    guard let name = item["nameWithOwner"].string else { return nil }
    self.init(
      name: name,
      isArchived: item["isArchived"].isTrue,
      isEmpty: item["isEmpty"].isTrue,
      stars: item["stargazerCount"].int ?? 0,
      licence: item["licenseInfo"]["spdxId"].string ?? "",
      created: item["createdAt"].string.flatMap(RegistryDate.seconds),
      pushed: item["pushedAt"].string.flatMap(RegistryDate.seconds),
      description: item["description"].string
    )
  }

  fileprivate init?(rest item: JSONTree) {
    guard let name = item["full_name"].string else { return nil }
    self.init(
      name: name,
      isArchived: item["archived"].isTrue,
      // Its size says so, which is also 0 for a while after it was made.
      isEmpty: item["size"].int == 0 && item["pushed_at"].string == nil,
      stars: item["stargazers_count"].int ?? 0,
      licence: item["license"]["spdx_id"].string ?? "",
      created: item["created_at"].string.flatMap(RegistryDate.seconds),
      pushed: item["pushed_at"].string.flatMap(RegistryDate.seconds),
      description: item["description"].string
    )
  }
}
