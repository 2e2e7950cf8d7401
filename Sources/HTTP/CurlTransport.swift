/// The transport over libcurl: as many requests at once as are sent, with connections that are kept open between them.
///
/// Whoever sends decides how many: ``Client`` one at a time.
package struct CurlTransport: Transport {
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

  private let loop: TransferLoop

  package init(_ configuration: Configuration) {
    loop = TransferLoop(configuration)
  }

  /// Starts libcurl with the first request, for that is slow and many runs need none.
  package func send(_ request: Request) async throws(HTTPError) -> Response {
    try await loop.result(of: request).get()
  }
}
