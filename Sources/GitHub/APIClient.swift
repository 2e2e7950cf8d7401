package import HTTP

/// GitHub's REST API for one repository: the calls that a reviewing bot needs.
///
/// See <https://docs.github.com/rest>; each method names its operation.
package struct APIClient: Sendable {
  package let repository: RepositoryName
  private let client: Client
  private let token: AccessToken?
  private let api: URI

  /// - Parameters:
  ///   - repository: The repository of the pull requests, not that of their heads.
  ///   - token: Whom to speak for; none reads public repositories, at 60 requests an hour.
  ///   - client: What sends the requests.
  ///   - api: The root of the API, as `GITHUB_API_URL` gives it.
  package init(repository: RepositoryName, token: AccessToken?, client: Client, api: URI) {
    self.repository = repository
    self.token = token
    self.client = client
    self.api = api
  }

  /// Tells whether it is time to write what was found, whatever else there may be.
  package var isWorkOver: Bool { client.isWorkOver }

  /// Returns the account that the token speaks for: `users/get-authenticated`.
  ///
  /// The token of GitHub Actions may not ask that. It is known by its prefix, without a request, or
  /// by the refusal, and speaks for ``Account/githubActions``. The token of another app looks the
  /// same: whoever uses one must name its account himself.
  package func account() async throws(GitHubError) -> Account {
    if token?.secret.hasPrefix("ghs_") ?? false { return .githubActions }
    let request = Request(.get, api.appending(["user"]))
    do throws(GitHubError) {
      let user: User = try await receive(request, to: "read the token's account")
      return Account(login: user.login, isBot: user.isBot)
    } catch  where error.kind == .resourceNotAccessible {
      return .githubActions
    }
  }

  /// Lets the next request wait, for what was written to be seen.
  package func pause(for wait: Duration) async {
    await client.pause(for: wait)
  }

  // MARK: - Requests

  /// Returns the address of something in the repository.
  func address(_ segments: String..., query: [(name: String, value: String)] = []) -> URI {
    api.appending(["repos", repository.owner, repository.name] + segments, query: query)
  }

  /// Sends a request with the headers and the token that GitHub wants.
  @discardableResult
  func send(
    _ request: Request,
    to attempt: String,
    accept: String = "application/vnd.github+json"
  ) async throws(GitHubError) -> Response {
    var request = request
    request.headers["Accept"] = accept
    request.headers["X-GitHub-Api-Version"] = "2022-11-28"
    if request.body != nil { request.headers["Content-Type"] = "application/json" }
    request.token = token
    do throws(HTTPError) {
      return try await client.send(request)
    } catch {
      throw GitHubError("\(attempt) of \(repository)", error)
    }
  }

  /// Sends a request and decodes the answer.
  func receive<Value: Decodable & Sendable>(
    _ request: Request,
    to attempt: String
  ) async throws(GitHubError) -> Value {
    let response = try await send(request, to: attempt)
    return try decode(Value.self, from: response, attempt)
  }

  /// Returns everything of a list, page by page as the `Link` header leads, each element once:
  /// elements move between pages while one reads.
  ///
  /// An element that goes away meanwhile can pull another one past the reader, to a page that was
  /// read already. A list of several pages is therefore read until it reads the same twice, which the
  /// entity tags make cheap.
  func list<Element: Decodable & Identifiable & Sendable>(
    _ first: URI,
    to attempt: String
  ) async throws(GitHubError) -> [Element] {
    var (elements, isOnePage): ([Element], Bool) = try await readPages(from: first, to: attempt)
    for _ in 1...Self.mostReadings where !isOnePage {
      let before = elements.map(\.id)
      (elements, isOnePage) = try await readPages(from: first, to: attempt)
      if elements.map(\.id) == before { break }
    }
    return elements
  }

  private func readPages<Element: Decodable & Identifiable & Sendable>(
    from first: URI,
    to attempt: String
  ) async throws(GitHubError) -> (elements: [Element], isOnePage: Bool) {
    var elements: [Element] = []
    var seen: Set<Element.ID> = []
    var address = first
    for _ in 1...Self.mostPages {
      let response = try await send(Request(.get, address), to: attempt)
      elements += try decode([Element].self, from: response, attempt)
        .filter { seen.insert($0.id).inserted }
      guard let next = try nextPage(after: address, response, attempt) else {
        return (elements, address == first)
      }
      address = next
    }
    throw GitHubError(
      .unexpectedAnswer,
      "\(attempt) of \(repository)",
      reason: "more than \(Self.mostPages) pages"
    )
  }

  private static let mostPages = 100
  /// How often a list of several pages is read again at most.
  private static let mostReadings = 3

  private func decode<Value: Decodable>(
    _ type: Value.Type,
    from response: Response,
    _ attempt: String
  ) throws(GitHubError) -> Value {
    try JSON.decode(type, from: response.body) { reason in
      GitHubError(.unexpectedAnswer, "\(attempt) of \(repository)", reason: reason)
    }
  }

  /// The token goes with the request for the next page, so that page must be at the same place.
  private func nextPage(
    after page: URI,
    _ response: Response,
    _ attempt: String
  ) throws(GitHubError) -> URI? {
    guard let link = response.headers["link"].flatMap(LinkHeader.next) else { return nil }
    guard let next = page.resolving(link), next.origin == api.origin else {
      throw GitHubError(
        .unexpectedAnswer,
        "\(attempt) of \(repository)",
        reason: "the next page is at another host"
      )
    }
    return next
  }
}
