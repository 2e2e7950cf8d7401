import Foundation
import Glibc
import Synchronization
import Testing

/// Chromium without a window, by the protocol of <https://www.w3.org/TR/webdriver2/>.
final class Browser: Sendable {
  private let driver: Process
  private let port: UInt16
  private let session: Mutex<String>

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  init(width: Int = 1200, height: Int = 900) throws {
    (driver, port) = try Self.start()
    session = Mutex("")
    let options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--window-size=\(width),\(height)",
      ]
    ]
    let wanted: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let value = try send("POST", "/session", ["capabilities": ["alwaysMatch": wanted]])
    let id = try #require((value as? [String: Any])?["sessionId"] as? String)
    session.withLock { $0 = id }
  }

  /// Starts the driver and waits until it says which port it took; one that somebody else took meanwhile ends it.
  private static func start() throws -> (driver: Process, port: UInt16) {
    var told = ""
    for _ in 0..<3 {
      let output = Pipe()
      let driver = Process()
      driver.executableURL = URL(filePath: "/usr/bin/chromedriver")
      driver.arguments = ["--port=0"]
      driver.standardOutput = output
      driver.standardError = FileHandle.nullDevice
      try driver.run()
      told = ""
      while true {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { break }
        told += String(decoding: data, as: UTF8.self)
        let port = told.firstMatch(of: /successfully on port (\d+)/).flatMap { UInt16($0.1) }
        if let port { return (driver, port) }
      }
      driver.waitUntilExit()
    }
    throw Fault(description: "chromedriver ended: \(told)")
  }

  deinit {
    do {
      _ = try send("DELETE", "", nil)
      // It has the signals blocked that the thread that started it has.
      kill(driver.processIdentifier, SIGKILL)
      driver.waitUntilExit()
    } catch {
      kill(driver.processIdentifier, SIGKILL)
      Issue.record("\(error)")
    }
  }

  func open(_ address: String) throws { _ = try send("POST", "/url", ["url": address]) }

  /// Runs the body of a function in the page and returns what it does.
  @discardableResult
  func run(_ script: String) throws -> Any? {
    try send("POST", "/execute/sync", ["script": script, "args": [String]()])
  }

  func number(_ script: String) throws -> Int { try #require(try run(script) as? Int) }

  func text(_ script: String) throws -> String { try #require(try run(script) as? String) }

  /// Clicks the first element that a selector finds, as a person does.
  func click(_ selector: String) throws {
    let found = try send("POST", "/element", ["using": "css selector", "value": selector])
    let element = try #require((found as? [String: String])?.values.first)
    _ = try send("POST", "/element/\(element)/click", [:])
  }

  /// Presses keys wherever the focus is.
  func press(_ keys: String) throws {
    let actions = keys.unicodeScalars.flatMap { scalar in
      [["type": "keyDown", "value": String(scalar)], ["type": "keyUp", "value": String(scalar)]]
    }
    let keyboard: [String: Any] = ["type": "key", "id": "keyboard", "actions": actions]
    _ = try send("POST", "/actions", ["actions": [keyboard]])
  }

  /// Does something of the browser's own protocol, as showing the page on a smaller screen.
  func command(_ name: String, _ parameters: [String: Any]) throws {
    _ = try send("POST", "/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  /// What the browser's console says since this was last asked.
  func console() throws -> [String] {
    let lines = try send("POST", "/se/log", ["type": "browser"]) as? [[String: Any]]
    return (lines ?? []).compactMap { $0["message"] as? String }
  }

  // MARK: - HTTP

  private func send(_ method: String, _ path: String, _ body: [String: Any]?) throws -> Any? {
    let id = session.withLock { $0 }
    let content = try body.map { try JSONSerialization.data(withJSONObject: $0) } ?? Data()
    let whole = id.isEmpty ? path : "/session/\(id)\(path)"
    var request = Data(
      "\(method) \(whole) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n".utf8
    )
    request += Data(
      "Content-Type: application/json\r\nContent-Length: \(content.count)\r\n\r\n".utf8
    )
    request += content
    let answer = try exchange(request)
    guard let head = answer.firstRange(of: Data("\r\n\r\n".utf8)) else {
      throw Fault(description: "chromedriver said \(String(decoding: answer, as: UTF8.self))")
    }
    let value = try JSONSerialization.jsonObject(with: answer[head.upperBound...]) as? [String: Any]
    let result = value?["value"]
    if let failure = result as? [String: Any], let error = failure["error"] as? String {
      throw Fault(
        description: "\(method) \(path): \(error): \(failure["message"] as? String ?? "")"
      )
    }
    return result is NSNull ? nil : result
  }

  private func exchange(_ request: Data) throws -> Data {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Fault(description: "cannot reach chromedriver: \(errno)") }
    let handle = FileHandle(fileDescriptor: socket, closeOnDealloc: false)
    try handle.write(contentsOf: request)
    // The connection may stay open: the answer ends where its head says.
    var answer = Data()
    while true {
      // A file handle would wait until all that was asked for is there.
      var part = [UInt8](repeating: 0, count: 65_536)
      let count = recv(socket, &part, part.count, 0)
      guard count > 0 else { return answer }
      answer += part[..<count]
      guard let head = answer.firstRange(of: Data("\r\n\r\n".utf8)) else { continue }
      let text = String(decoding: answer[..<head.lowerBound], as: UTF8.self).lowercased()
      let length = text.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
      if answer.count >= head.upperBound + length { return answer }
    }
  }
}
