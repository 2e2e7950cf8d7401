/// An arXiv identifier: `2308.00692`, or `cs/0601001` before April 2007.
///
/// The scheme is described at <https://info.arxiv.org/help/arxiv_identifier.html>.
package struct ArXivID: Hashable, Sendable, CustomStringConvertible {
  /// The identifier without its version.
  package let description: String
  /// The version that was named, as in `v2`.
  package let version: Int?

  /// The year its first version was announced in.
  package let year: Int
  /// The month its first version was announced in, from 1.
  package let month: Int

  /// Parses an identifier, with or without a version and with or without `arXiv:` before it.
  package init?(_ string: some StringProtocol) {
    var text = Substring(string)
    if text.prefix(6).lowercased() == "arxiv:" { text = text.dropFirst(6) }
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count <= 2 else { return nil }
    var number = Array(last)
    var version: Int?
    if let mark = number.lastIndex(where: { $0 | 0x20 == UInt8(ascii: "v") }), mark > 0 {
      guard let value = Int(String(decoding: number[(mark + 1)...], as: UTF8.self)), value > 0
      else { return nil }
      version = value
      number.removeSubrange(mark...)
    }
    let archive = parts.count == 2 ? String(Substring(parts[0])) : nil
    guard Self.isNumber(number, ofOldScheme: archive != nil) else { return nil }
    if let archive, !archive.utf8.allSatisfy({ $0.isLetter || $0 == 0x2D || $0 == 0x2E }) {
      return nil
    }
    let yearOfCentury = Int(number[0] - 48) * 10 + Int(number[1] - 48)
    month = Int(number[2] - 48) * 10 + Int(number[3] - 48)
    year = yearOfCentury < 91 ? 2000 + yearOfCentury : 1900 + yearOfCentury
    guard (1...12).contains(month) else { return nil }
    self.version = version
    let digits = String(decoding: number, as: UTF8.self)
    description = archive.map { $0 + "/" + digits } ?? digits
  }

  private static func isNumber(_ number: [UInt8], ofOldScheme isOld: Bool) -> Bool {
    if isOld { return number.count == 7 && number.allSatisfy(\.isDigit) }
    guard (9...10).contains(number.count), number[4] == UInt8(ascii: ".") else { return false }
    return number[..<4].allSatisfy(\.isDigit) && number[5...].allSatisfy(\.isDigit)
  }

  package static func == (lhs: Self, rhs: Self) -> Bool { lhs.description == rhs.description }

  package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension ArXivID {
  /// Finds the identifier in any of the forms in which the web writes a paper's address: abs, pdf,
  /// html, versioned, mirrors, alphaXiv, ar5iv, Hugging Face papers and arXiv's own DOI.
  package init?(_ address: WebAddress) {
    switch address.host {
    case "arxiv.org", "export.arxiv.org", "browse.arxiv.org", "cn.arxiv.org", "xxx.lanl.gov":
      let parts = address.pathComponents
      guard let first = parts.first,
        ["abs", "pdf", "html", "format", "ps", "src", "e-print"].contains(first)
      else { return nil }
      self.init(number: parts.dropFirst())
    case "alphaxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org":
      let parts = address.pathComponents
      let isForm = parts.first.map { ArXivID($0) == nil } ?? true
      self.init(number: isForm ? parts.dropFirst() : parts[...])
    case "huggingface.co", "hf.co":
      let parts = address.pathComponents
      guard parts.first == "papers" else { return nil }
      self.init(number: parts.dropFirst())
    case "doi.org", "dx.doi.org":
      let parts = address.pathComponents
      guard parts.count == 2, parts[0] == "10.48550",
        parts[1].lowercased().hasPrefix("arxiv.")
      else { return nil }
      self.init(parts[1].dropFirst(6))
    default: return nil
    }
  }

  /// Joins `cs` and `0601001`, and takes the file name extension off.
  private init?(number parts: ArraySlice<Substring>) {
    guard var number = parts.first else { return nil }
    if number.utf8.allSatisfy({ !$0.isDigit }), parts.count > 1 {
      number = Substring(number + "/" + parts[parts.startIndex + 1])
    }
    for suffix in [".pdf", ".html"] where number.hasSuffix(suffix) {
      number = number.dropLast(suffix.count)
    }
    self.init(number)
  }
}
