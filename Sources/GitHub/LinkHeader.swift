/// The `Link` header of a paginated answer; see RFC 8288.
enum LinkHeader {
  /// Returns the reference with the relation `next`, as it stands.
  static func next(in header: String) -> String? {
    for link in header.split(separator: "<") {
      guard let end = link.firstIndex(of: ">") else { continue }
      let parameters = link[link.index(after: end)...].split(separator: ";")
      let isNext = parameters.contains { parameter in
        let text = parameter.filter { !" \t,\"".contains($0) }
        return text.lowercased() == "rel=next"
      }
      if isNext { return String(link[..<end]) }
    }
    return nil
  }
}
