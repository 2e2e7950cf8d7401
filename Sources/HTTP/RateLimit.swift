/// What an answer says about how soon the next request may come.
///
/// GitHub limits in several ways: the hourly primary limit, told by `x-ratelimit-remaining: 0`, and
/// secondary limits, told by 403 or 429 with a message, or by 422 with the code `abuse`.
/// See <https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api>.
package struct RateLimit {
  /// How long to wait, if the server says so.
  package let wait: Duration?
  /// Whether the answer is a refusal because of a limit, with or without ``wait``.
  package let isRefusal: Bool

  /// Reads an answer; `now`, the time since 1970 by our clock, serves for answers without a `Date`.
  package init(_ response: Response, now: Duration) {
    let now =
      response.headers["date"].flatMap(HTTPDate.init).map { $0.secondsSince1970 }
      ?? Int(now.components.seconds)
    let retryAfter = response.headers["retry-after"].flatMap { text in
      Self.seconds(text) ?? HTTPDate(text).map { max(0, $0.secondsSince1970 - now) }
    }
    let isExhausted = response.headers["x-ratelimit-remaining"] == "0"
    // One second more, because the reset is cut to a whole second.
    let reset =
      isExhausted
      ? response.headers["x-ratelimit-reset"].flatMap(Self.seconds).map { max(0, $0 - now) + 1 }
      : nil

    let text = String(decoding: response.body.prefix(4096), as: UTF8.self).lowercased()
    isRefusal =
      switch response.status {
      case 429: true
      case 403:
        retryAfter != nil || isExhausted || text.contains("rate limit")
          || text.contains("abuse detection")
      case 422: text.contains("\"abuse\"")
      default: false
      }
    wait = (retryAfter ?? reset).map { .seconds($0) }
  }

  private static func seconds(_ text: String) -> Int? {
    text.utf8.count <= 12 && text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? Int(text) : nil
  }
}
