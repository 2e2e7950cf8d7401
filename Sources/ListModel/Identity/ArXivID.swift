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
    self.init(Array(string.utf8))
  }

  private init?(_ text: [UInt8]) {
    let prefix = "arxiv:".utf8
    let hasPrefix = text.prefix(prefix.count).map(\.lowercased).elementsEqual(prefix)
    let start = hasPrefix ? prefix.count : 0
    let slash = text.first(UInt8(ascii: "/"), in: start..<text.count)
    var number = (slash.map { $0 + 1 } ?? start)..<text.count
    guard text.first(UInt8(ascii: "/"), in: number) == nil else { return nil }
    var version: Int?
    if let mark = text[number].lastIndex(where: { $0 | 0x20 == UInt8(ascii: "v") }),
      mark > number.lowerBound
    {
      guard let value = Int(text.string(mark + 1..<number.upperBound)), value > 0 else {
        return nil
      }
      version = value
      number = number.lowerBound..<mark
    }
    let archive = slash.map { start..<$0 }
    guard Self.isNumber(text[number], ofOldScheme: archive != nil) else { return nil }
    if let archive, !text[archive].allSatisfy({ $0.isLetter || $0 == 0x2D || $0 == 0x2E }) {
      return nil
    }
    func value(_ offset: Int) -> Int {
      let index = number.lowerBound + offset
      return Int(text[index] - 48) * 10 + Int(text[index + 1] - 48)
    }
    month = value(2)
    year = value(0) < 91 ? 2000 + value(0) : 1900 + value(0)
    guard (1...12).contains(month) else { return nil }
    self.version = version
    description = text.string((archive ?? number).lowerBound..<number.upperBound)
  }

  private static func isNumber(_ number: ArraySlice<UInt8>, ofOldScheme isOld: Bool) -> Bool {
    if isOld { return number.count == 7 && number.allSatisfy(\.isDigit) }
    guard (9...10).contains(number.count) else { return false }
    let dot = number.startIndex + 4
    return number[dot] == UInt8(ascii: ".") && number[..<dot].allSatisfy(\.isDigit)
      && number[(dot + 1)...].allSatisfy(\.isDigit)
  }

  package static func == (lhs: Self, rhs: Self) -> Bool { lhs.description == rhs.description }

  package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension ArXivID {
  /// Finds the identifier in any of the forms in which the web writes a paper's address: abs, pdf,
  /// html, versioned, mirrors, alphaXiv, ar5iv, Hugging Face papers and arXiv's own DOI.
  package init?(_ address: WebAddress) {
    let path = Array(address.path.utf8)
    switch address.host {
    case "arxiv.org", "export.arxiv.org", "browse.arxiv.org", "cn.arxiv.org", "xxx.lanl.gov":
      let parts = path.components
      guard let form = parts.first.map({ path.string($0) }),
        Self.forms.contains(form)
      else { return nil }
      self.init(path, parts.dropFirst())
    case "alphaxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org":
      let parts = path.components
      let isForm = parts.first.map { ArXivID(Array(path[$0])) == nil } ?? true
      self.init(path, isForm ? parts.dropFirst() : parts[...])
    case "huggingface.co", "hf.co":
      let parts = path.components
      guard let first = parts.first, path[first].elementsEqual("papers".utf8) else { return nil }
      self.init(path, parts.dropFirst())
    case "doi.org", "dx.doi.org":
      let parts = path.components
      guard parts.count == 2, path[parts[0]].elementsEqual("10.48550".utf8),
        path[parts[1]].prefix(6).map(\.lowercased).elementsEqual("arxiv.".utf8)
      else { return nil }
      self.init(Array(path[parts[1]].dropFirst(6)))
    default: return nil
    }
  }

  private static let forms: Set<String> = ["abs", "pdf", "html", "format", "ps", "src", "e-print"]

  /// Joins `cs` and `0601001`, and takes the file name extension off.
  private init?(_ path: [UInt8], _ parts: ArraySlice<Range<Int>>) {
    guard let first = parts.first else { return nil }
    var number = Array(path[first])
    if !number.contains(where: \.isDigit), parts.count > 1 {
      number.append(UInt8(ascii: "/"))
      number += path[parts[parts.startIndex + 1]]
    }
    for suffix in [".pdf".utf8, ".html".utf8]
    where number.suffix(suffix.count).elementsEqual(suffix) {
      number.removeLast(suffix.count)
    }
    self.init(number)
  }
}

extension [UInt8] {
  /// Where the parts of a path stand between its slashes, without empty ones.
  fileprivate var components: [Range<Int>] {
    var components: [Range<Int>] = []
    var start = 0
    while start < count {
      let end = first(UInt8(ascii: "/"), in: start..<count) ?? count
      if end > start { components.append(start..<end) }
      start = end + 1
    }
    return components
  }
}
