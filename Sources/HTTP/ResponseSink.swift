/// What libcurl delivers an answer to, piece by piece, during one transfer.
final class ResponseSink {
  var status = 0
  /// Whether a piece was refused because the answer would grow past its limit.
  private(set) var isFull = false
  private var headers = Headers()
  private var headerSize = 0
  private var body: [UInt8] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  var response: Response { Response(status: status, headers: headers, body: body) }

  /// The pointer by which the callbacks find this object; it must live as long as the transfer.
  var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// See CURLOPT_WRITEFUNCTION(3): returning less than came ends the transfer with an error.
  static let receiveBody:
    @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
      bytes,
      size,
      count,
      context in
      guard let (sink, piece) = arguments(bytes, size * count, context) else { return 0 }
      guard piece.count <= sink.limit - sink.body.count else {
        sink.isFull = true
        return 0
      }
      sink.body += piece
      return piece.count
    }

  /// See CURLOPT_HEADERFUNCTION(3): called with one line at a time, status lines included.
  static let receiveHeader:
    @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
      bytes,
      size,
      count,
      context in
      guard let (sink, piece) = arguments(bytes, size * count, context) else { return 0 }
      sink.headerSize += piece.count
      guard sink.headerSize <= headerLimit else {
        sink.isFull = true
        return 0
      }
      sink.receive(headerLine: piece)
      return piece.count
    }

  /// The size of the largest header section accepted, in bytes.
  private static let headerLimit = 256 << 10

  private static func arguments(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
  ) -> (sink: ResponseSink, piece: UnsafeRawBufferPointer)? {
    guard let context else { return nil }
    let sink = Unmanaged<ResponseSink>.fromOpaque(context).takeUnretainedValue()
    return (sink, UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func receive(headerLine bytes: UnsafeRawBufferPointer) {
    let line = String(decoding: bytes, as: UTF8.self)
    // A status line begins the headers anew: those before it were of an interim answer.
    if line.hasPrefix("HTTP/") {
      headers = Headers()
      return
    }
    guard let colon = line.utf8.firstIndex(of: 0x3A) else { return }
    let name = Self.trim(line[..<colon])
    let value = Self.trim(line[line.utf8.index(after: colon)...])
    // A lone carriage return inside a field is not a field a server may send.
    if (name + value).utf8.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }) { return }
    headers.append(name, value)
  }

  private static func trim(_ text: Substring) -> String {
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 }
    let tail = text.utf8.drop(while: isBlank).reversed().drop(while: isBlank)
    return String(decoding: Array(tail.reversed()), as: UTF8.self)
  }
}
