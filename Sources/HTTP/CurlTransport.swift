/// The transport over libcurl: one connection at a time, kept open between requests.
///
/// A transfer blocks its thread, so the actor runs on threads of its own, never on those that the
/// program's tasks share.
package actor CurlTransport: Transport {
  /// How to reach servers.
  package struct Configuration: Sendable {
    /// The program's name and version, as servers log it; GitHub refuses requests without it.
    package var userAgent: String
    /// A file of certificate authorities in PEM form to trust; nil for libcurl's own.
    package var authoritiesFile: String?
    /// The proxy for all requests: nil for what libcurl finds in the environment (`https_proxy`,
    /// `no_proxy` and so on), empty for none.
    package var proxy: String?
    /// The longest a connection may take to come about.
    package var connectTimeout: Duration = .seconds(10)
    /// The longest a transfer may crawl at less than ``slowestRate``.
    package var stallTimeout: Duration = .seconds(30)
    /// The slowest tolerable transfer, in bytes a second.
    package var slowestRate = 100

    /// Takes the authorities, when they are not given, from `RUBRIC_CA_FILE`, else from `SSL_CERT_FILE`,
    /// which is OpenSSL's variable, else from where the system keeps them.
    package init(
      userAgent: String,
      authoritiesFile: String? = nil,
      proxy: String? = nil,
      environment: [String: String] = [:]
    ) {
      let fromEnvironment = ["RUBRIC_CA_FILE", "SSL_CERT_FILE"].lazy
        .compactMap { environment[$0] }.first { !$0.isEmpty }
      self.userAgent = userAgent
      self.authoritiesFile = authoritiesFile ?? fromEnvironment ?? SystemAuthorities.file()
      self.proxy = proxy
    }
  }

  private let executor = BlockingExecutor(label: "CurlTransport")
  private let configuration: Configuration
  private var handle: EasyHandle?

  package init(_ configuration: Configuration) {
    self.configuration = configuration
  }

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Starts libcurl with the first request, for that is slow and many runs need none.
  package func send(_ request: Request) async throws(HTTPError) -> Response {
    if handle == nil { handle = EasyHandle() }
    guard let response = try handle?.perform(request, configuration) else {
      throw HTTPError(.misconfigured, request, reason: "libcurl does not start")
    }
    return response
  }
}
