import Foundation
import Glibc
import Synchronization

/// An HTTP/1.1 server on the loopback interface that answers with whatever a closure says.
///
/// Each connection has a thread of its own and stays open between requests.
package final class LoopbackServer: Sendable {
  /// The port that the system chose.
  package let port: Int
  /// How many connections have been accepted.
  package var connections: Int { state.withLock { $0.accepted } }

  private struct State {
    var isListening: Bool
    var open: Set<Int32> = []
    var accepted = 0
  }

  private let listener: Int32
  private let state: Mutex<State>
  private let answer: @Sendable (Request) -> Reply

  package init(answer: @escaping @Sendable (Request) -> Reply) {
    self.answer = answer
    (listener, port) = Self.boundSocket()
    precondition(listen(listener, 64) == 0, "cannot listen: errno \(errno)")
    state = Mutex(State(isListening: true))
    // Threads and not queues: Dispatch has 255 threads for all queues, and tests in parallel want more.
    Thread.detachNewThread { [self] in accept() }
  }

  // Only now another socket may have the port: who asks a server that is gone must not reach another.
  deinit { close(listener) }

  /// Binds a free port of the loopback by its number: one that the system chose would be given to the next
  /// socket as soon as this one listens no more.
  private static func boundSocket() -> (socket: Int32, port: Int) {
    while true {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
      let probe = bound(&address)
      precondition(probe >= 0, "cannot bind: errno \(errno)")
      close(probe)
      let listener = bound(&address)
      // Another may have been quicker.
      if listener >= 0 { return (listener, Int(UInt16(bigEndian: address.sin_port))) }
    }
  }

  /// Returns a socket that is bound to an address, or -1; a port of 0 becomes the one that it got.
  private static func bound(_ address: inout sockaddr_in) -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    precondition(socket >= 0, "no socket: errno \(errno)")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && getsockname(socket, address, &length) == 0
      }
    }
    if isBound { return socket }
    close(socket)
    return -1
  }

  /// The address of the server, without a final slash.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// Closes the port and every connection; the server must not be used afterwards.
  package func stop() {
    state.withLock { state in
      if state.isListening { shutdown(listener, Int32(SHUT_RDWR)) }
      state.isListening = false
      for connection in state.open { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      if connection < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        return
      }
      let isOpen = state.withLock { state in
        state.accepted += 1
        state.open.insert(connection)
        return state.isListening
      }
      if !isOpen { shutdown(connection, Int32(SHUT_RDWR)) }
      Thread.detachNewThread { [self] in
        serve(connection)
        // Removed first: the system gives the number of a closed socket to the next one.
        _ = state.withLock { $0.open.remove(connection) }
        close(connection)
      }
    }
  }

  private func serve(_ connection: Int32) {
    var reader = RequestReader(connection: connection)
    while let request = reader.next() {
      let reply = answer(request)
      switch reply.delivery {
      case .whole:
        guard send(reply.bytes(for: request), to: connection) else { return }
        if reply.headers["Connection"] == "close" { return }
      case .cut(let count):
        send(Array(reply.bytes(for: request).prefix(count)), to: connection)
        return
      case .dropped:
        return
      case .dripped(let milliseconds):
        for byte in reply.bytes(for: request) {
          var hangUp = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
          guard poll(&hangUp, 1, milliseconds) == 0, send([byte], to: connection) else { return }
        }
      case .withheld:
        // Nothing more comes from the client until it gives up and closes.
        _ = reader.next()
        return
      }
    }
  }

  @discardableResult
  private func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      sent += count
    }
    return true
  }
}
