/// Serves one request: looks at who asks and how, then does what is asked or refuses it.
struct Desk {
  var scene: Scene
  let request: LoopbackServer.Request
  /// The address of the API.
  let root: String
  let pageSize: Int
  var violations: [String] = []

  /// A refusal, thrown so that a check reads as one line.
  struct Refusal: Error {
    let reply: LoopbackServer.Reply

    init(_ status: Int, _ message: String, errors: [JSON] = [], headers: [String: String] = [:]) {
      var body: [String: JSON] = [
        "message": .string(message), "status": .string("\(status)"),
        "documentation_url": "https://docs.github.com/rest",
      ]
      if !errors.isEmpty { body["errors"] = .array(errors) }
      reply = LoopbackServer.Reply(status: status, headers: headers, json: .object(body))
    }
  }

  mutating func answer() -> LoopbackServer.Reply {
    var reply: LoopbackServer.Reply
    do throws(Refusal) {
      let grant = try checkManners()
      let operation = describedOperation()
      reply = try route(grant)
      if let operation { complete(&reply, operation) }
    } catch {
      reply = error.reply
    }
    reply.headers["X-GitHub-Request-Id"] = "F00D:1"
    reply.headers["X-GitHub-Media-Type"] = "github.v3"
    guard request.method == "GET", reply.status == 200 else { return reply }
    let tag = "W/\"\(Self.hash(reply.body))\""
    if request.headers["if-none-match"] == tag {
      return LoopbackServer.Reply(status: 304, headers: ["ETag": tag])
    }
    reply.headers["ETag"] = tag
    return reply
  }

  // MARK: - Manners

  /// Checks what every request needs and returns what its token may do.
  private mutating func checkManners() throws(Refusal) -> Scene.Grant {
    guard request.headers["user-agent"]?.isEmpty == false else {
      throw Refusal(403, "Request forbidden by administrative rules.")
    }
    if let version = request.headers["x-github-api-version"] {
      guard ["2022-11-28", "2026-03-10"].contains(version) else {
        throw Refusal(400, "Unknown API version")
      }
    } else {
      note("no API version")
    }
    let accept = request.headers["accept"] ?? "none"
    let types = ["", ".raw", ".object"].map { "application/vnd.github\($0)+json" }
    if !types.contains(accept) { note("Accept: \(accept)") }
    if !request.body.isEmpty, request.headers["content-type"]?.hasPrefix("application/json") != true
    {
      note("a body without its type")
    }
    guard let authorization = request.headers["authorization"] else {
      return Scene.Grant(account: Scene.Account(id: 0, login: ""), canWritePulls: false)
    }
    guard authorization.hasPrefix("Bearer "),
      let grant = scene.tokens[String(authorization.dropFirst(7))]
    else { throw Refusal(401, "Bad credentials") }
    return grant
  }

  /// Holds the request against GitHub's description and returns its operation there.
  private mutating func describedOperation() -> Description.Operation? {
    // The copy of the description does not have the one about collaborators.
    if request.segments.contains("collaborators") { return nil }
    guard let operation = Description.github.operation(request.method, request.segments) else {
      note("no operation of the description")
      return nil
    }
    if let mismatch = Description.github.mismatch(of: request, operation) { note(mismatch) }
    return operation
  }

  /// Gives an answer of success all that GitHub's description requires, and holds it against that.
  private mutating func complete(
    _ reply: inout LoopbackServer.Reply,
    _ operation: Description.Operation
  ) {
    if reply.status != operation.status { note("answered with \(reply.status)") }
    guard !reply.body.isEmpty, request.headers["accept"]?.contains(".raw") != true else { return }
    guard let answer = JSON(reply.body) else {
      note("answered with no JSON")
      return
    }
    let whole = Description.github.completed(answer, operation)
    if let mismatch = Description.github.mismatch(ofAnswer: whole, operation) { note(mismatch) }
    reply.body = whole.bytes
  }

  mutating func note(_ violation: String) {
    violations.append("\(request.method) \(request.target): \(violation)")
  }

  // MARK: - Routes

  private mutating func route(_ grant: Scene.Grant) throws(Refusal) -> LoopbackServer.Reply {
    var segments = request.segments[...]
    if request.path.hasSuffix("/") { throw Refusal(404, "Not Found") }
    if segments.elementsEqual(["user"]), request.method == "GET" { return try user(grant) }
    switch segments.popFirst() {
    case "repos":
      let name = "\(segments.popFirst() ?? "")/\(segments.popFirst() ?? "")"
      guard name == scene.repository else { throw Refusal(404, "Not Found") }
    case "repositories": segments = segments.dropFirst()
    default: throw Refusal(404, "Not Found")
    }
    let rest = Array(segments)
    if ["branches", "compare", "contents", "git"].contains(rest.first), !grant.canReadContents {
      throw Self.notAccessible("contents=read")
    }
    if rest.first == "git", request.method != "GET", !grant.canWriteContents {
      throw Self.notAccessible("contents=write")
    }
    if rest.first == "pulls" {
      if !grant.canReadPulls { throw Self.notAccessible("pull_requests=read") }
      if request.method != "GET", !grant.canWritePulls {
        throw Self.notAccessible("pull_requests=write")
      }
    }
    switch (request.method, rest.first, rest.count) {
    case ("GET", nil, 0): return settings()
    case ("GET", "branches", 2): return try branch(rest[1])
    case (_, "git", 2...): return try gitData(rest.dropFirst(), grant)
    case ("GET", "contents", 2...): return try contents(of: rest.dropFirst().joined(separator: "/"))
    case ("GET", "compare", 2): return try comparison(rest[1])
    case ("GET", "collaborators", 3) where rest[2] == "permission": return permission(of: rest[1])
    case (_, "issues", 3) where rest[2] == "comments":
      return try issueComments(on: rest[1], grant)
    case ("GET", "pulls", 1): return try pulls()
    case ("POST", "pulls", 1): return try createPull(grant)
    case ("PATCH", "pulls", 3) where rest[1] == "comments": return try updateComment(rest[2], grant)
    case ("DELETE", "pulls", 3) where rest[1] == "comments":
      return try deleteComment(rest[2], grant)
    case (_, "pulls", 2...):
      guard let pull = Int(rest[1]).flatMap({ scene.pulls[$0] }) else {
        throw Refusal(404, "Not Found")
      }
      return try route(rest.dropFirst(2), of: pull, grant)
    default: throw Refusal(404, "Not Found")
    }
  }

  private mutating func route(
    _ rest: ArraySlice<String>,
    of pull: Scene.Pull,
    _ grant: Scene.Grant
  ) throws(Refusal) -> LoopbackServer.Reply {
    switch (request.method, rest.first, rest.count) {
    case ("GET", nil, 0):
      let isMergeable = pull.isMergeable.map { JSON.bool($0) } ?? nil
      return LoopbackServer.Reply(json: json(pull).adding("mergeable", isMergeable))
    case ("PATCH", nil, 0): return try update(pull, grant)
    case ("GET", "files", 1): return try page(files(of: pull))
    case ("GET", "reviews", 1):
      return try page(scene.reviews.filter { $0.pull == pull.number }.map(json))
    case ("GET", "comments", 1):
      return try page(scene.comments.filter { $0.pull == pull.number }.map(json))
    case ("POST", "reviews", 1): return try createReview(of: pull, grant)
    case ("POST", "comments", 1): return try createComment(on: pull, grant)
    case ("PUT", "reviews", 2):
      return try updateReview(rest.last ?? "", of: pull, grant)
    default: throw Refusal(404, "Not Found")
    }
  }

  static func notAccessible(_ permission: String) -> Refusal {
    Refusal(
      403,
      "Resource not accessible by integration",
      headers: ["X-Accepted-GitHub-Permissions": permission]
    )
  }

  // MARK: - Pages

  /// Notes parameters that the operation does not have.
  mutating func allowParameters(_ names: Set<String>) {
    for name in request.query.keys.sorted() where !names.contains(name) {
      note("the parameter '\(name)'")
    }
  }

  /// Returns the part of a list that was asked for, with links to the others.
  mutating func page(
    _ elements: [JSON],
    extra: Set<String> = []
  ) throws(Refusal) -> LoopbackServer.Reply {
    allowParameters(extra.union(["per_page", "page"]))
    let wanted = request.query["per_page"].flatMap { Int($0) } ?? 30
    if wanted > 100 { note("more than 100 elements on a page") }
    let size = max(1, min(wanted, 100, pageSize))
    let number = max(1, request.query["page"].flatMap { Int($0) } ?? 1)
    let last = max(1, (elements.count + size - 1) / size)
    let shown = Array(elements.dropFirst((number - 1) * size).prefix(size))
    guard last > 1 else { return LoopbackServer.Reply(json: .array(shown)) }
    let links =
      (number > 1 ? [link(number - 1, "prev"), link(1, "first")] : [])
      + (number < last ? [link(number + 1, "next"), link(last, "last")] : [])
    return LoopbackServer.Reply(
      headers: ["Link": links.joined(separator: ", ")],
      json: .array(shown)
    )
  }

  /// A link to another page, whose path is not that of the request: clients must not make it up.
  private func link(_ page: Int, _ relation: String) -> String {
    let path = request.segments.dropFirst(request.segments.first == "repos" ? 3 : 2)
    let query = request.query.merging(["page": "\(page)"]) { $1 }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: "&")
    let target = "\(root)/repositories/1/\(path.joined(separator: "/"))?\(query)"
    return "<\(target)>; rel=\"\(relation)\""
  }

  /// A short fingerprint of bytes: FNV-1a.
  static func hash(_ bytes: some Sequence<UInt8>) -> String {
    let value = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return String(value, radix: 16)
  }
}
