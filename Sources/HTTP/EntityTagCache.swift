/// Answers kept with their entity tags, so that asking again costs no rate limit and no transfer.
struct EntityTagCache {
  /// What makes two reads the same question.
  private struct Key: Hashable {
    let target: URI
    let accept: String?
    let token: AccessToken?
  }

  private var answers: [Key: Response] = [:]
  /// The order of keeping, oldest first.
  private var order: [Key] = []
  private static let capacity = 64
  private static let largestBody = 1 << 20

  /// Returns the answer kept for this request, if it is a GET.
  func answer(to request: Request) -> Response? {
    request.method == .get ? answers[Self.key(request)] : nil
  }

  /// Keeps an answer if it has an entity tag and is not too large.
  mutating func keep(_ response: Response, to request: Request) {
    guard request.method == .get, response.status == 200, response.headers["etag"] != nil,
      response.body.count <= Self.largestBody
    else { return }
    let key = Self.key(request)
    if answers.updateValue(response, forKey: key) != nil { return }
    order.append(key)
    if order.count > Self.capacity { answers[order.removeFirst()] = nil }
  }

  private static func key(_ request: Request) -> Key {
    Key(target: request.target, accept: request.headers["accept"], token: request.token)
  }
}
