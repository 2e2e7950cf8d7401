internal import FoundationEssentials
internal import HTTP

extension GitHubError {
  /// Reads from a failed exchange what GitHub means by it.
  init(_ attempt: String, _ error: HTTPError) {
    let answer = ErrorAnswer(error.response?.body ?? [])
    let kind: Kind =
      switch error.kind {
      case .rateLimited: .rateLimited
      case .budgetExhausted: .budgetExhausted
      case .status:
        switch error.response?.status {
        case 401: .unauthorized
        case 403 where answer.message.lowercased().hasPrefix("resource not accessible by"):
          .resourceNotAccessible
        case 403: .forbidden
        case 404, 410: .notFound
        case 400, 422: .validationFailed(([answer.message] + answer.errors).map(error.excerpt))
        default: .unavailable
        }
      default: .unavailable
      }
    let permissions = error.response?.headers["x-accepted-github-permissions"]
    let reason =
      kind == .resourceNotAccessible
      ? permissions.map { "it would take '\(error.excerpt($0))'" } ?? "" : ""
    self.init(kind, attempt, reason: reason, cause: error)
  }
}

/// The body of a refusal.
///
/// GitHub gives `errors` as strings or as objects, and sometimes no JSON at all.
private struct ErrorAnswer: Decodable {
  let message: String
  let errors: [String]

  init(_ body: [UInt8]) {
    do {
      self = try JSONDecoder().decode(ErrorAnswer.self, from: Data(body))
    } catch {
      // The start of whatever it is stands in the cause's description.
      message = ""
      errors = []
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    message = try container.decodeIfPresent(String.self, forKey: .message) ?? ""
    errors = try container.decodeIfPresent([Detail].self, forKey: .errors)?.map(\.text) ?? []
  }

  private enum CodingKeys: String, CodingKey {
    case message, errors
  }

  private struct Detail: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        text = try container.decode(String.self)
      } catch DecodingError.typeMismatch {
        let fields = try container.decode(Fields.self)
        let place = [fields.resource, fields.field].compactMap { $0 }.joined(separator: ".")
        text = [place, fields.message ?? fields.code ?? ""].filter { !$0.isEmpty }
          .joined(separator: ": ")
      }
    }
  }

  private struct Fields: Decodable {
    let resource: String?
    let field: String?
    let code: String?
    let message: String?
  }
}
