internal import CCurl

/// The owner of one libcurl easy handle and of what libcurl reads from and writes to during a transfer.
final class EasyHandle {
  let handle: UnsafeMutableRawPointer
  /// Where libcurl writes the text of its last error; at least `CURL_ERROR_SIZE` bytes.
  private let message: UnsafeMutableBufferPointer<CChar>
  /// What is asked for, and what came of it so far; nil before the first transfer.
  private var exchange: (request: Request, sink: ResponseSink)?
  private var fields: UnsafeMutablePointer<curl_slist>?

  /// curl_global_init(3), once for the process.
  private static let isStarted = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init?() {
    guard Self.isStarted, let handle = curl_easy_init() else { return nil }
    self.handle = handle
    message = .allocate(capacity: Int(CURL_ERROR_SIZE))
    message.initialize(repeating: 0)
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(fields)
    message.deallocate()
  }

  /// Makes it ready to send a request.
  func prepare(
    _ request: Request,
    _ configuration: CurlTransport.Configuration
  ) throws(HTTPError) {
    // Forgets the options, keeps the sessions.
    curl_easy_reset(handle)
    message.update(repeating: 0)
    let sink = ResponseSink(limit: request.responseLimit)
    exchange = (request, sink)
    curl_slist_free_all(fields)
    fields = nil

    var options = Options(handle: handle)
    options.set(CURLOPT_ERRORBUFFER, message.baseAddress.map { UnsafeMutableRawPointer($0) })
    setTarget(of: request, configuration, in: &options)
    setLimits(of: request, configuration, in: &options)
    for line in Self.headerLines(of: request) {
      guard let longer = curl_slist_append(fields, line) else {
        throw HTTPError(.misconfigured, request, reason: "out of memory")
      }
      fields = longer
    }
    options.set(CURLOPT_HTTPHEADER, list: fields)
    options.set(CURLOPT_HEADERFUNCTION, receiver: ResponseSink.receiveHeader)
    options.set(CURLOPT_HEADERDATA, sink.context)
    options.set(CURLOPT_WRITEFUNCTION, receiver: ResponseSink.receiveBody)
    options.set(CURLOPT_WRITEDATA, sink.context)
    guard options.failure == CURLE_OK else { throw error(options.failure, request, sink) }
  }

  /// Returns what a transfer came to that ended with a code.
  func result(_ code: CURLcode) -> Result<Response, HTTPError> {
    guard let (request, sink) = exchange else {
      preconditionFailure("a transfer ended that was not prepared")
    }
    var status = 0
    rubric_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    sink.status = status
    return code == CURLE_OK ? .success(sink.response) : .failure(error(code, request, sink))
  }

  private func setTarget(
    of request: Request,
    _ configuration: CurlTransport.Configuration,
    in options: inout Options
  ) {
    options.set(CURLOPT_URL, request.target.description)
    // A path goes out as it is: libcurl would make `a/../b` into `b`.
    options.set(CURLOPT_PATH_AS_IS, 1)
    options.set(CURLOPT_PROTOCOLS_STR, "http,https")
    options.set(CURLOPT_USERAGENT, configuration.userAgent)
    options.set(CURLOPT_ACCEPT_ENCODING, "")
    if let proxy = configuration.proxy, !request.isGuarded { options.set(CURLOPT_PROXY, proxy) }
    if let file = configuration.authoritiesFile { options.set(CURLOPT_CAINFO, file) }
    if let body = request.body {
      options.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: body.count)
      options.set(CURLOPT_COPYPOSTFIELDS, bytes: body)
    }
    if request.method == .head {
      options.set(CURLOPT_NOBODY, 1)
    } else {
      options.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }
    // When a connection that was used before breaks off without a byte of answer, libcurl sends the
    // request again by itself. It does not on a new connection.
    if !request.method.isIdempotent { options.set(CURLOPT_FRESH_CONNECT, 1) }
  }

  private func setLimits(
    of request: Request,
    _ configuration: CurlTransport.Configuration,
    in options: inout Options
  ) {
    // Without this, a timeout would be a signal to the whole process.
    options.set(CURLOPT_NOSIGNAL, 1)
    options.set(CURLOPT_TIMEOUT_MS, request.timeout.milliseconds)
    options.set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.milliseconds)
    options.set(CURLOPT_LOW_SPEED_LIMIT, configuration.slowestRate)
    options.set(CURLOPT_LOW_SPEED_TIME, (configuration.stallTimeout.milliseconds + 999) / 1000)
    options.set(CURLOPT_MAXFILESIZE_LARGE, offset: request.responseLimit)
    if request.isGuarded {
      options.set(opener: SocketGuard.open)
      options.set(CURLOPT_PROXY, "")
      // A connection that is open may have been opened without the guard.
      options.set(CURLOPT_FRESH_CONNECT, 1)
      options.set(CURLOPT_FORBID_REUSE, 1)
    }
  }

  private static func headerLines(of request: Request) -> [String] {
    var lines = request.headers.fields.map { field in
      // A header without a value is written with a semicolon; with a colon libcurl drops it.
      field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
    }
    if let token = request.token { lines.append("Authorization: Bearer \(token.secret)") }
    // Stops libcurl from asking the server's leave, and waiting for it, before a large body.
    if request.body != nil { lines.append("Expect:") }
    return lines
  }

  /// The one place where libcurl's codes become errors; see libcurl-errors(3).
  private func error(
    _ code: CURLcode,
    _ request: Request,
    _ sink: ResponseSink
  ) -> HTTPError {
    let kind: HTTPError.Kind =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT,
        CURLE_SSL_CONNECT_ERROR, CURLE_PROXY:
        .unreachable
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: .untrusted
      case CURLE_SSL_CACERT_BADFILE: .noAuthorities
      case CURLE_FILESIZE_EXCEEDED: .oversized
      case CURLE_WRITE_ERROR where sink.isFull: .oversized
      case CURLE_BAD_FUNCTION_ARGUMENT, CURLE_UNKNOWN_OPTION, CURLE_NOT_BUILT_IN,
        CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT, CURLE_OUT_OF_MEMORY:
        .misconfigured
      case CURLE_OPERATION_TIMEDOUT where !sawConnection: .unreachable
      default: .answerLost
      }
    let detail = message.baseAddress.map { String(cString: $0) } ?? ""
    let reason = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
    let answer = sink.status == 0 ? nil : sink.response
    return HTTPError(kind, request, response: answer, reason: reason)
  }

  /// Whether the request could have been sent, as far as libcurl knows.
  private var sawConnection: Bool {
    var sent = 0
    rubric_curl_get_long(handle, CURLINFO_REQUEST_SIZE, &sent)
    return sent > 0
  }
}

/// Sets options and remembers the first that libcurl refuses; see curl_easy_setopt(3).
private struct Options {
  let handle: UnsafeMutableRawPointer
  private(set) var failure = CURLE_OK

  init(handle: UnsafeMutableRawPointer) { self.handle = handle }

  mutating func set(_ option: CURLoption, _ value: Int) {
    note(rubric_curl_set_long(handle, option, value))
  }

  mutating func set(_ option: CURLoption, offset value: Int) {
    note(rubric_curl_set_offset(handle, option, curl_off_t(value)))
  }

  mutating func set(_ option: CURLoption, _ value: String) {
    note(rubric_curl_set_string(handle, option, value))
  }

  mutating func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
    note(rubric_curl_set_pointer(handle, option, value))
  }

  mutating func set(_ option: CURLoption, list value: UnsafeMutablePointer<curl_slist>?) {
    note(rubric_curl_set_list(handle, option, value))
  }

  mutating func set(_ option: CURLoption, receiver value: @escaping rubric_curl_receiver) {
    note(rubric_curl_set_receiver(handle, option, value))
  }

  mutating func set(opener: @escaping curl_opensocket_callback) {
    note(rubric_curl_set_socket_opener(handle, opener))
  }

  /// For options whose bytes libcurl copies at once.
  mutating func set(_ option: CURLoption, bytes: [UInt8]) {
    let code = bytes.withUnsafeBytes { buffer in
      rubric_curl_set_pointer(
        handle,
        option,
        UnsafeMutableRawPointer(mutating: buffer.baseAddress)
      )
    }
    note(code)
  }

  private mutating func note(_ code: CURLcode) {
    if failure == CURLE_OK { failure = code }
  }
}

extension Duration {
  /// Whole milliseconds, at least one: libcurl takes zero for no limit.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
