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
    package var token: AccessToken?
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
    @Sendable func courier(
      _ name: String,
      _ manners: Courier.Manners,
      telling progress: Progress
    ) -> Courier {
      Courier(
        name,
        over: transport,
        manners: manners,
        surroundings: surroundings,
        deadline: deadline,
        progress: progress
      )
    }
    let arXiv = ArXivSource(
      courier("arXiv", ArXivSource.manners, telling: progress),
      at: configuration.arXiv,
      besides: others + questions.preprints
    )
    let scholar = ScholarSource(
      courier("Semantic Scholar", ScholarSource.manners, telling: progress),
      at: configuration.scholar,
      key: configuration.scholarKey
    )
    let crossref = CrossrefSource(
      courier("Crossref", CrossrefSource.manners, telling: progress),
      at: configuration.crossref,
      contact: configuration.contact
    )
    let gitHub = RepositorySource(
      courier(
        "GitHub",
        RepositorySource.manners(hasToken: configuration.token != nil),
        telling: progress
      ),
      api: configuration.api,
      graphQL: configuration.graphQL,
      token: configuration.token,
      keepingIn: configuration.cache
    )
    let web = AddressSource(
      through: configuration.gateway,
      until: { [surroundings] in surroundings.uptime() >= deadline },
      by: { courier($0, AddressSource.manners, telling: .silent) }
    )
    async let preprints = answers(to: questions.preprints, by: arXiv)
    async let records = answers(to: questions.identities, by: scholar)
    async let repositories = answers(to: questions.repositories, by: gitHub)
    async let addresses = answers(to: questions.addresses, by: web)
    facts.preprints = await preprints
    facts.records = await records
    facts.works = await answers(to: workDOIs(questions, facts), by: crossref)
    // What a preprint became is a DOI of its own.
    let published = facts.works.values.compactMap { $0.value?.publishedAs }
      .filter { !$0.isEmpty && facts.works[$0] == nil }
    if !published.isEmpty {
      facts.works.merge(await answers(to: published.sorted(), by: crossref)) { $1 }
    }
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
  private func answers<Source: FactSource>(
    to questions: [Source.Question],
    by source: Source
  ) async -> [Source.Question: Fact<Source.Answer>] {
    var facts: [Source.Question: Fact<Source.Answer>] = [:]
    var asked: [Source.Question] = []
    for question in questions {
      let known: Fact<Source.Answer>? = configuration.cache?.fact(
        question.description,
        of: Source.folder
      )
      if let known, known != .no || Source.keepsAbsence {
        facts[question] = known
      } else {
        asked.append(question)
      }
    }
    guard !asked.isEmpty else { return facts }
    let total = asked.count
    let answers = await source.facts(of: asked) { [progress, name = source.name] in
      progress.asked($0, of: total, at: name)
    }
    for (question, fact) in answers {
      facts[question] = fact
      if fact != .no || Source.keepsAbsence {
        configuration.cache?.keep(fact, question.description, of: Source.folder)
      }
    }
    let known = answers.values.count { $0 != .notKnown && $0 != .notAsked }
    progress.finished(
      known,
      of: total,
      at: source.name,
      reason: known < total ? await source.reasonOfSilence() : nil
    )
    return facts
  }
}
