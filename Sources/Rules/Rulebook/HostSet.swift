internal import ListModel

/// Hosts by name, all hosts below a name that begins with a dot, and pages below a path.
struct HostSet: Sendable {
  private var names: Set<String> = []
  private var suffixes: [String] = []
  /// By host, without a slash at the end.
  private var paths: [String: [String]] = [:]

  init(_ entries: [String]) { add(entries) }

  mutating func add(_ entries: [String]) {
    names.reserveCapacity(names.count + entries.count)
    for entry in entries {
      if entry.utf8.first == UInt8(ascii: ".") {
        suffixes.append(entry)
      } else if let slash = entry.utf8.span.first(UInt8(ascii: "/")) {
        let slash = entry.utf8.index(entry.startIndex, offsetBy: slash)
        paths[String(entry[..<slash]), default: []].append(String(entry[slash...]))
      } else {
        names.insert(entry)
      }
    }
  }

  /// Tells whether a host is in it, with all its pages.
  func hasHost(_ host: String) -> Bool {
    names.contains(host) || suffixes.contains { host.utf8.span.ends(with: $0.utf8.span) }
  }

  /// Tells whether an address is below one of the paths.
  func hasPage(_ address: WebAddress) -> Bool {
    guard let paths = paths[address.host] else { return false }
    return paths.contains { path in
      guard address.path.utf8.starts(with: path.utf8) else { return false }
      let rest = address.path.utf8.dropFirst(path.utf8.count)
      return rest.isEmpty || rest.first == UInt8(ascii: "/")
    }
  }

  func contains(_ address: WebAddress) -> Bool { hasHost(address.host) || hasPage(address) }
}

extension Span<UInt8> {
  fileprivate func first(_ byte: UInt8) -> Int? { indices.first { self[$0] == byte } }

  fileprivate func ends(with other: Span<UInt8>) -> Bool {
    guard count >= other.count else { return false }
    // Most differ in the last byte.
    return other.indices.reversed().allSatisfy { self[count - other.count + $0] == other[$0] }
  }
}
