import Glibc

extension LoopbackServer {
  /// A request as it came.
  package struct Request: Sendable, Equatable {
    package let method: String
    /// Path and query, as on the request line.
    package let target: String
    /// The header fields by their names in small letters.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(
      method: String,
      target: String,
      headers: [String: String] = [:],
      body: [UInt8] = []
    ) {
      self.method = method
      self.target = target
      self.headers = headers
      self.body = body
    }

    /// The target's path, percent-encoded.
    package var path: String { String(target.prefix { $0 != "?" }) }

    /// The target's query, decoded.
    package var query: [String: String] {
      var items: [String: String] = [:]
      for item in target.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
        let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        items[Self.decode(pair[0])] = pair.count > 1 ? Self.decode(pair[1]) : ""
      }
      return items
    }

    /// The path's segments, decoded.
    package var segments: [String] { path.split(separator: "/").map(Self.decode) }

    private static func decode(_ text: Substring) -> String {
      var bytes: [UInt8] = []
      var rest = Array(text.utf8)[...]
      while let byte = rest.popFirst() {
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
          bytes.append(value)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// An answer and how it is delivered.
  package struct Reply: Sendable, Equatable {
    /// What becomes of an answer on its way.
    package enum Delivery: Sendable, Equatable {
      case whole
      /// The connection closes after so many bytes.
      case cut(after: Int)
      /// The connection closes without a byte.
      case dropped
      /// Nothing comes, and the connection stays open.
      case withheld
      /// Byte after byte, with a wait between them in which the client may hang up.
      case dripped(milliseconds: Int32)
    }

    package var status: Int
    package var headers: [String: String]
    package var body: [UInt8]
    package var delivery = Delivery.whole

    package init(status: Int = 200, headers: [String: String] = [:], body: [UInt8] = []) {
      self.status = status
      self.headers = headers
      self.body = body
    }

    package init(status: Int = 200, headers: [String: String] = [:], text: String) {
      self.init(status: status, headers: headers, body: Array(text.utf8))
    }

    package init(status: Int = 200, headers: [String: String] = [:], json: JSON) {
      self.init(
        status: status,
        headers: headers.merging(["Content-Type": "application/json; charset=utf-8"]) { $1 },
        body: json.bytes
      )
    }

    /// Header and body in one piece, so that they leave in one write.
    ///
    /// A `Content-Length` or `Transfer-Encoding` among the headers replaces the true length.
    func bytes(for request: Request) -> [UInt8] {
      var text = "HTTP/1.1 \(status) \(status < 400 ? "Fine" : "Refused")\r\n"
      for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
        text += "\(name): \(value)\r\n"
      }
      let hasLength = (headers["Content-Length"] ?? headers["Transfer-Encoding"]) != nil
      let hasNoBody = status == 204 || status == 304
      if !hasLength, !hasNoBody, headers["Connection"] != "close" {
        text += "Content-Length: \(body.count)\r\n"
      }
      return Array((text + "\r\n").utf8) + (request.method == "HEAD" || hasNoBody ? [] : body)
    }
  }

  /// Reads requests from a connection one after the other.
  struct RequestReader {
    let connection: Int32
    private var buffer: [UInt8] = []

    init(connection: Int32) { self.connection = connection }

    /// Returns the next request, or nil when the connection closes or what comes is not a request.
    mutating func next() -> Request? {
      var end = Self.endOfHeader(in: buffer)
      while end == nil {
        guard receive() else { return nil }
        end = Self.endOfHeader(in: buffer)
      }
      guard let end else { return nil }
      let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
      let words = lines.first?.split(separator: " ") ?? []
      guard words.count == 3 else { return nil }
      var headers: [String: String] = [:]
      for line in lines.dropFirst() {
        let pair = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return nil }
        headers[pair[0].lowercased()] = String(pair[1].drop { $0 == " " })
      }
      let size = headers["content-length"].flatMap { Int($0) } ?? 0
      while buffer.count < end + 4 + size {
        guard receive() else { return nil }
      }
      let body = Array(buffer[(end + 4)..<(end + 4 + size)])
      buffer.removeFirst(end + 4 + size)
      return Request(
        method: String(words[0]),
        target: String(words[1]),
        headers: headers,
        body: body
      )
    }

    private mutating func receive() -> Bool {
      var piece = [UInt8](repeating: 0, count: 65536)
      let count = piece.withUnsafeMutableBytes { recv(connection, $0.baseAddress, $0.count, 0) }
      if count <= 0 { return false }
      buffer += piece[..<count]
      // A method begins a request; what TLS begins with is none.
      return buffer.first.map { (0x41...0x5A).contains($0) } ?? false
    }

    private static func endOfHeader(in bytes: [UInt8]) -> Int? {
      bytes.indices.first { bytes[$0...].starts(with: [13, 10, 13, 10]) }
    }
  }
}
