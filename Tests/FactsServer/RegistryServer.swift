package import Facts
internal import Foundation
internal import GitHubServer
internal import HTTP
internal import Synchronization

/// All six kinds of registries after one port, as the contracts say they answer, with a fault on demand.
package final class RegistryServer: Sendable {
  /// What goes wrong, from one request on.
  package enum Fault: CaseIterable, Sendable {
    case limitWithTime, limitWithoutTime, limitByAnotherName, unavailable, broken
    case page, plainText, emptyFeed, truncated, dropped, nothing
    /// Nobody hangs up, and no answer comes; or one byte after the other.
    case withheld, dripped

    /// Those that cost no time.
    package static let allCases: [Fault] = [
      .limitWithTime, .limitWithoutTime, .limitByAnotherName, .unavailable, .broken, .page,
      .plainText, .emptyFeed, .truncated, .dropped, .nothing,
    ]
  }

  package struct Asked: Sendable {
    package let path: String
    package let host: String
    package let time: Duration
    package let body: String
  }

  private struct State {
    var asked: [Asked] = []
  }

  private let state = Mutex(State())
  private let time: VirtualTime
  private let fault: (fault: Fault, requests: Range<Int>)?
  /// The start of the paths to which nobody answers.
  private let silence: String?
  private let server: Mutex<LoopbackServer?>

  package init(
    _ time: VirtualTime,
    failing fault: Fault? = nil,
    at requests: Range<Int> = 0..<Int.max,
    silentAt silence: String? = nil
  ) {
    self.time = time
    self.silence = silence
    self.fault = fault.map { ($0, requests) }
    server = Mutex(nil)
    let loopback = LoopbackServer { [unowned self] request in answer(request) }
    server.withLock { $0 = loopback }
  }

  deinit { server.withLock { $0?.stop() } }

  package var url: String { server.withLock { $0?.url ?? "" } }
  package var asked: [Asked] { state.withLock { $0.asked } }

  package func count(_ path: String) -> Int { asked.count { $0.path.hasPrefix(path) } }

  /// Returns the registries, all of them here, with time passing only where they wait; with a `timeLimit` it is the
  /// machine's, as for an answer that takes long.
  package func registries(
    keepingIn cache: FactCache? = nil,
    within timeLimit: Duration? = nil,
    telling progress: Facts.Progress = .silent
  ) -> Registries {
    guard let base = URI(url) else { preconditionFailure("a server has an address") }
    var configuration = Registries.Configuration(
      arXiv: base,
      scholar: base,
      crossref: base,
      api: base,
      graphQL: base.appending(["graphql"])
    )
    configuration.gateway = base
    configuration.token = AccessToken("secret")
    configuration.cache = cache
    if let timeLimit { configuration.timeLimit = timeLimit }
    let surroundings = timeLimit == nil ? time.surroundings : .system
    return Registries(
      configuration,
      surroundings: surroundings,
      progress: progress,
      over: CurlTransport(CurlTransport.Configuration(userAgent: "test", proxy: ""))
    )
  }

  private func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let number = state.withLock { state in
      state.asked.append(
        Asked(
          path: request.path,
          host: request.headers["host"] ?? "",
          time: time.uptime,
          body: String(decoding: request.body, as: UTF8.self)
        )
      )
      return state.asked.count - 1
    }
    let sound = sound(request)
    if let silence, request.path.hasPrefix(silence) {
      return failure(.unavailable, instead: sound, request)
    }
    guard let fault, fault.requests.contains(number) else { return sound }
    return failure(fault.fault, instead: sound, request)
  }

  private func failure(
    _ fault: Fault,
    instead sound: LoopbackServer.Reply,
    _ request: LoopbackServer.Request
  ) -> LoopbackServer.Reply {
    switch fault {
    case .limitWithTime: return .init(status: 429, headers: ["Retry-After": "7"])
    case .limitWithoutTime: return .init(status: 429, text: "<html>Too many</html>")
    case .limitByAnotherName: return .init(status: 406)
    case .unavailable: return .init(status: 503, text: "<html>later</html>")
    case .broken: return .init(status: 500, text: "{\"message\":\"broken\"}")
    case .page: return .init(headers: ["Content-Type": "text/html"], text: "<html>Are you human?")
    case .plainText: return .init(headers: ["Content-Type": "text/plain"], text: "Rate exceeded.")
    case .emptyFeed:
      return request.path == "/api/query" ? .init(text: Self.feed([])) : .init(status: 502)
    case .truncated:
      var reply = sound
      reply.body = Array(sound.body.prefix(sound.body.count / 2))
      return reply
    case .dropped:
      var reply = sound
      reply.delivery = .dropped
      return reply
    case .nothing: return .init(status: 204)
    case .withheld, .dripped:
      var reply = sound
      reply.delivery = fault == .withheld ? .withheld : .dripped(milliseconds: 50)
      return reply
    }
  }

  private func sound(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    switch request.path {
    case "/api/query": Self.arXiv(request)
    case "/graph/v1/paper/batch": Self.scholar(request)
    case "/works": Self.crossref(request)
    case "/graphql": Self.gitHub(request)
    default: Self.page(request)
    }
  }

  // MARK: - Answers

  private static let papers: [String: (title: String, author: String, rest: String)] = [
    "2308.00692": ("LISA: Reasoning Segmentation via Large Language Model", "Xin Lai", ""),
    "1706.03762": ("Attention Is All You Need", "Ashish Vaswani", ""),
    "2309.00001": (
      "Another Way to Segment", "Ada Adams",
      "<arxiv:comment>This paper has been withdrawn by the authors</arxiv:comment>"
    ),
    "2310.00002": (
      "A Third Way", "Bo Brown",
      "<arxiv:doi>10.1109/CVPR.2024.1</arxiv:doi>"
    ),
  ]

  private static func feed(_ entries: [String]) -> String {
    """
    <?xml version='1.0' encoding='UTF-8'?>
    <f:feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:f="http://www.w3.org/2005/Atom">
    <f:title>arXiv Query</f:title>\(entries.joined(separator: "\n"))</f:feed>
    """
  }

  private static func arXiv(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let ids = (request.query["id_list"] ?? "").split(separator: ",").map(String.init)
    if let bad = ids.first(where: { $0 == "9912.99999" }) {
      let entry =
        "<f:entry><f:id>https://arxiv.org/api/errors#incorrect_id_format_for_\(bad)</f:id><f:title>Error</f:title><f:summary>incorrect id format for \(bad)</f:summary></f:entry>"
      return .init(status: 400, text: feed([entry]))
    }
    // The order asked for is not kept.
    let entries = ids.reversed().compactMap { id in
      papers[id].map { paper in
        "<f:entry><f:id>http://arxiv.org/abs/\(id)v2</f:id><f:title>\(paper.title.replacing(" ", with: "\n  "))</f:title><f:author><f:name>\(paper.author)</f:name></f:author><f:published>2023-08-01T00:00:00Z</f:published>\(paper.rest)</f:entry>"
      }
    }
    return .init(text: feed(entries))
  }

  private static func scholar(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let body = String(decoding: request.body, as: UTF8.self)
    let ids = body.split(separator: "\"").filter { $0.contains(":") && !$0.hasPrefix(":") }
    let items = ids.map { id in
      id == "ARXIV:2308.00692"
        ? """
        {"title":"LISA: Reasoning Segmentation via Large Language Model","authors":[{"name":"Xin Lai"}],
        "venue":"Computer Vision and Pattern Recognition","journal":{"name":"CVPR"},"publicationVenue":null,
        "externalIds":{"ArXiv":"2308.00692","DBLP":"conf/cvpr/LaiTCLYLJ24","CorpusId":1}}
        """ : "null"
    }
    return .init(
      headers: ["Content-Type": "application/json"],
      text: "[\(items.joined(separator: ","))]"
    )
  }

  private static func crossref(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let isAsked = request.query["filter"]?.contains("doi:10.1109/cvpr.2024.1") ?? false
    let item = """
      {"DOI":"10.1109/CVPR.2024.1","type":"proceedings-article","title":["A Third Way"],
      "author":[{"family":"Brown","given":"Bo"}],"container-title":["2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)"],
      "published":{"date-parts":[[2024,6]]},"issued":{"date-parts":[[null]]}}
      """
    return .init(
      headers: ["Content-Type": "application/json"],
      text: "{\"status\":\"ok\",\"message\":{\"items\":[\(isAsked ? item : "")]}}"
    )
  }

  private static func gitHub(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let body = String(decoding: request.body, as: UTF8.self)
    var data: [String] = []
    var errors: [String] = []
    for part in body.components(separatedBy: ":repository(owner:\\\"").enumerated().dropFirst() {
      let alias = "r\(part.offset - 1)"
      let words = part.element.components(separatedBy: "\\\"")
      let name = "\(words[0])/\(words[2])"
      if name == "nobody/gone" {
        data.append("\"\(alias)\":null")
        errors.append("{\"type\":\"NOT_FOUND\",\"path\":[\"\(alias)\"],\"message\":\"none\"}")
      } else if name == "nobody/forbidden" {
        data.append("\"\(alias)\":null")
        errors.append("{\"type\":\"FORBIDDEN\",\"path\":[\"\(alias)\"],\"message\":\"no\"}")
      } else {
        let now = name == "somebody/old" ? "somebody/new" : name
        data.append(
          "\"\(alias)\":{\"nameWithOwner\":\"\(now)\",\"isArchived\":\(name.hasSuffix("archived")),\"isEmpty\":false,\"stargazerCount\":3,\"createdAt\":\"2024-05-06T07:08:09Z\"}"
        )
      }
    }
    return .init(
      headers: ["Content-Type": "application/json"],
      text:
        "{\"data\":{\(data.joined(separator: ","))},\"errors\":[\(errors.joined(separator: ","))]}"
    )
  }

  private static func page(_ request: LoopbackServer.Request) -> LoopbackServer.Reply {
    let isHead = request.method == "HEAD"
    switch (request.headers["host"] ?? "", request.path) {
    case ("alive.example.org", _): return .init(text: "here")
    case ("gone.example.org", _): return .init(status: 404)
    case ("headless.example.org", _): return .init(status: isHead ? 404 : 206)
    case ("wall.example.org", _): return .init(status: 403)
    case ("moved.example.org", _):
      return .init(status: 301, headers: ["Location": "https://alive.example.org/demo"])
    case ("inward.example.org", _):
      return .init(status: 302, headers: ["Location": "http://127.0.0.1:1/secret"])
    case ("loop.example.org", _): return .init(status: 302, headers: ["Location": "/again"])
    case ("doi.org", "/10.1000/there"):
      return .init(status: 302, headers: ["Location": "https://wall.example.org/"])
    case ("doi.org", _): return .init(status: 404, text: "<html>not found</html>")
    default: return .init(status: 599)
    }
  }
}
