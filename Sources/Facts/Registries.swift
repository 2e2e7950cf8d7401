package import HTTP
package import ListModel
package import Rules

/// The registries that `--online` asks, and how.
package struct Registries: Sendable {
  /// Where the registries are, and who asks.
  package struct Configuration: Sendable {
    package var arXiv: URI
    package var scholar: URI
    package var crossref: URI
    package var api: URI
    package var graphQL: URI
    package var gateway: URI?
    package var scholarKey: String?
    /// An address of whoever runs this, for Crossref.
    package var contact: String?
    package var token: Token?
    package var timeLimit: Duration = .seconds(300)
    package var cache: FactCache?

    package init(arXiv: URI, scholar: URI, crossref: URI, api: URI, graphQL: URI) {
      self.arXiv = arXiv
      self.scholar = scholar
      self.crossref = crossref
      self.api = api
      self.graphQL = graphQL
    }
  }

  private let configuration: Configuration
  private let surroundings: Surroundings
  private let progress: Progress
  private let transport: any Transport

  /// `transport` carries requests to all registries, several at once.
  package init(
    _ configuration: Configuration,
    surroundings: Surroundings = .system,
    progress: Progress = .silent,
    over transport: any Transport
  ) {
    self.configuration = configuration
    self.surroundings = surroundings
    self.progress = progress
    self.transport = transport
  }

  /// Asks about entries and adds the answers to the facts; `others` are entries of the list that nobody asks
  /// about.
  package func answer(
    _ entries: [Entry],
    besides others: [ArXivID] = [],
    into facts: inout FactTable
  ) async {
    let questions = Questions(entries)
    let deadline = surroundings.uptime() + configuration.timeLimit
    func courier(_ name: String, _ manners: Courier.Manners) -> Courier {
      Courier(
        name,
        over: transport,
        manners: manners,
        surroundings: surroundings,
        deadline: deadline,
        progress: progress
      )
    }
    let preprintCourier = courier("arXiv", ArXivSource.manners)
    let scholarCourier = courier("Semantic Scholar", ScholarSource.manners)
    let workCourier = courier("Crossref", CrossrefSource.manners)
    let repositoryCourier = courier(
      "GitHub",
      RepositorySource.manners(hasToken: configuration.token != nil)
    )
    async let preprints: [ArXivID: Fact<Preprint>] = cached(
      questions.preprints,
      "arxiv",
      preprintCourier
    ) { ids, note in
      await ArXivSource(preprintCourier, at: configuration.arXiv)
        .facts(of: ids, besides: others + questions.preprints, note)
    }
    async let records: [Identity: Fact<ScholarRecord>] = cached(
      questions.identities,
      "semantic-scholar",
      scholarCourier
    ) { identities, note in
      await ScholarSource(
        scholarCourier,
        at: configuration.scholar,
        key: configuration.scholarKey
      )
      .facts(of: identities, note)
    }
    async let repositories: [String: Fact<RepositoryFacts>] = cached(
      questions.repositories,
      "github",
      repositoryCourier,
      keepingAbsence: false
    ) { names, note in
      await RepositorySource(
        repositoryCourier,
        api: configuration.api,
        graphQL: configuration.graphQL,
        token: configuration.token,
        keepingIn: configuration.cache
      )
      .facts(of: names, note)
    }
    async let addresses = answers(to: questions.addresses, deadline)
    facts.preprints = await preprints
    facts.records = await records
    let dois = workDOIs(questions, facts)
    func works(_ dois: [String]) async -> [String: Fact<Work>] {
      await cached(dois, "crossref", workCourier) { dois, note in
        await CrossrefSource(
          workCourier,
          at: configuration.crossref,
          contact: configuration.contact
        )
        .facts(of: dois, note)
      }
    }
    facts.works = await works(dois)
    // What a preprint became is a DOI of its own.
    let published = facts.works.values.compactMap { $0.value?.publishedAs }
      .filter { !$0.isEmpty && facts.works[$0] == nil }
    if !published.isEmpty { facts.works.merge(await works(published.sorted())) { $1 } }
    facts.repositories = await repositories
    facts.addresses = await addresses
    facts.time = Int(surroundings.timeSince1970().components.seconds)
    configuration.cache?.trim()
  }

  /// The DOIs that entries, arXiv and Semantic Scholar name, each once.
  private func workDOIs(_ questions: Questions, _ facts: FactTable) -> [String] {
    var seen: Set<String> = []
    let authors = questions.preprints.compactMap { facts.preprints[$0]?.value?.doi }
    let records = questions.identities.compactMap { facts.records[$0]?.value?.doi }
    return (questions.dois + authors + records).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Takes from the cache what is there, asks for the rest, and keeps it.
  private func cached<
    Key: Hashable & Sendable & CustomStringConvertible,
    Value: Codable & Sendable & Hashable
  >(
    _ keys: [Key],
    _ source: String,
    _ courier: Courier,
    keepingAbsence: Bool = true,
    asking: ([Key], (Int) -> Void) async -> [Key: Fact<Value>]
  ) async -> [Key: Fact<Value>] {
    var facts: [Key: Fact<Value>] = [:]
    var asked: [Key] = []
    for item in keys {
      if let known: Fact<Value> = configuration.cache?.fact(item.description, of: source) {
        facts[item] = known
      } else {
        asked.append(item)
      }
    }
    guard !asked.isEmpty else { return facts }
    let answers = await asking(asked) { progress.asked($0, of: asked.count, at: courier.name) }
    for (item, fact) in answers {
      facts[item] = fact
      if fact != .no || keepingAbsence {
        configuration.cache?.keep(fact, item.description, of: source)
      }
    }
    let known = answers.values.count { $0 != .notKnown && $0 != .notAsked }
    progress.finished(
      known,
      of: asked.count,
      at: courier.name,
      reason: await courier.reasonOfSilence
    )
    return facts
  }

  private func answers(
    to addresses: [String],
    _ deadline: Duration
  ) async -> [String: Fact<AddressFacts>] {
    var facts: [String: Fact<AddressFacts>] = [:]
    var asked: [String] = []
    for address in addresses {
      if let known: Fact<AddressFacts> = configuration.cache?.fact(address, of: "addresses"),
        known != .no
      {
        facts[address] = known
      } else {
        asked.append(address)
      }
    }
    guard !asked.isEmpty else { return facts }
    let source = AddressSource(through: configuration.gateway) { [self] host in
      Courier(
        host,
        over: transport,
        manners: AddressSource.manners,
        surroundings: surroundings,
        deadline: deadline,
        progress: .silent
      )
    }
    let total = asked.count
    let answers = await source.facts(of: asked) { [progress] in
      progress.asked($0, of: total, at: "addresses")
    }
    for (address, fact) in answers {
      facts[address] = fact
      // Dead links are never from the cache.
      if fact != .no { configuration.cache?.keep(fact, address, of: "addresses") }
    }
    let known = answers.values.count { $0 != .notKnown }
    let isOver = known < total && surroundings.uptime() >= deadline
    progress.finished(known, of: total, at: "addresses", reason: isOver ? "no time is left" : nil)
    return facts
  }
}
