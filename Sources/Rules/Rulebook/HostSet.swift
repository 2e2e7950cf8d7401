internal import ListModel

/// Hosts by name, all hosts below a name that begins with a dot, and pages below a path.
struct HostSet: Sendable {
  private var names: Set<String> = []
  private var suffixes: [String] = []
  /// By host, without a slash at the end.
  private var paths: [String: [String]] = [:]

  init(_ entries: [String]) { add(entries) }

  mutating func add(_ entries: [String]) {
    for entry in entries {
      if let slash = entry.utf8.firstIndex(of: UInt8(ascii: "/")) {
        paths[String(entry[..<slash]), default: []].append(String(entry[slash...]))
      } else if entry.utf8.first == UInt8(ascii: ".") {
        suffixes.append(entry)
      } else {
        names.insert(entry)
      }
    }
  }

  /// Tells whether a host is in it, with all its pages.
  func hasHost(_ host: String) -> Bool {
    names.contains(host) || suffixes.contains { host.hasSuffix($0) }
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
