internal import Text

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
    let text = Array(string.utf8)
    self.init(text, 0..<text.count)
  }

  /// Parses the identifier that a range of a text is.
  private init?(_ text: [UInt8], _ range: Range<Int>) {
    let start = range.lowerBound + (text.hasArXivPrefix(":", in: range) ? 6 : 0)
    let slash = text.first(UInt8(ascii: "/"), in: start..<range.upperBound)
    var number = (slash.map { $0 + 1 } ?? start)..<range.upperBound
    guard text.first(UInt8(ascii: "/"), in: number) == nil else { return nil }
    var version: Int?
    if let mark = number.last(where: { text[$0] | 0x20 == UInt8(ascii: "v") }),
      mark > number.lowerBound
    {
      guard let value = Int(text.string(mark + 1..<number.upperBound)), value > 0 else {
        return nil
      }
      version = value
      number = number.lowerBound..<mark
    }
    let archive = slash.map { start..<$0 }
    guard Self.isNumber(text, number, ofOldScheme: archive != nil) else { return nil }
    if let archive,
      !archive.allSatisfy({ text[$0].isLetter || text[$0] == 0x2D || text[$0] == 0x2E })
    {
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

  private static func isNumber(
    _ text: [UInt8],
    _ number: Range<Int>,
    ofOldScheme isOld: Bool
  ) -> Bool {
    if isOld { return number.count == 7 && number.allSatisfy { text[$0].isDigit } }
    guard (9...10).contains(number.count) else { return false }
    let dot = number.lowerBound + 4
    return number.allSatisfy { $0 == dot ? text[$0] == UInt8(ascii: ".") : text[$0].isDigit }
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
      let path = Array(address.path.utf8)
      guard let form = path.component(from: 0),
        Self.forms.contains(where: { path.is($0, form) })
      else { return nil }
      self.init(path, after: form.upperBound)
    case "alphaxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org":
      let path = Array(address.path.utf8)
      let form = path.component(from: 0)
      let isForm = form.map { ArXivID(path, $0) == nil } ?? true
      self.init(path, after: isForm ? form?.upperBound ?? 0 : 0)
    case "huggingface.co", "hf.co":
      let path = Array(address.path.utf8)
      guard let form = path.component(from: 0), path.is("papers", form) else { return nil }
      self.init(path, after: form.upperBound)
    case "doi.org", "dx.doi.org":
      let path = Array(address.path.utf8)
      guard let registrant = path.component(from: 0), path.is("10.48550", registrant),
        let name = path.component(from: registrant.upperBound),
        path.component(from: name.upperBound) == nil, path.hasArXivPrefix(".", in: name)
      else { return nil }
      self.init(path, name.lowerBound + 6..<name.upperBound)
    default: return nil
    }
  }

  private static let forms: [StaticString] = [
    "abs", "pdf", "html", "format", "ps", "src", "e-print",
  ]

  /// Parses what a path has after an offset, without the extension of a file's name: `cs/0601001` is
  /// two of its parts.
  private init?(_ path: [UInt8], after offset: Int) {
    guard let first = path.component(from: offset) else { return nil }
    var number = first
    var text = path
    if !first.contains(where: { path[$0].isDigit }),
      let second = path.component(from: first.upperBound)
    {
      // Where there is more than a slash between them.
      text = path[first] + [UInt8(ascii: "/")] + path[second]
      number = 0..<text.count
    }
    for suffix in [".pdf", ".html"] as [StaticString]
    where text.matches(suffix, at: number.upperBound - suffix.utf8CodeUnitCount) {
      number =
        number
        .lowerBound..<max(
          number.lowerBound,
          number.upperBound - suffix.utf8CodeUnitCount
        )
    }
    self.init(text, number)
  }
}

extension [UInt8] {
  /// Returns where the first part of a path that is not empty stands from an offset on, up to the slash
  /// after it.
  fileprivate func component(from offset: Int) -> Range<Int>? {
    guard let start = (offset..<count).first(where: { self[$0] != UInt8(ascii: "/") }) else {
      return nil
    }
    return start..<(first(UInt8(ascii: "/"), in: start..<count) ?? count)
  }

  fileprivate func `is`(_ string: StaticString, _ range: Range<Int>) -> Bool {
    range.count == string.utf8CodeUnitCount && matches(string, at: range.lowerBound)
  }

  /// Tells whether a range begins with `arXiv`, in any case, and a sign after it.
  fileprivate func hasArXivPrefix(_ sign: Unicode.Scalar, in range: Range<Int>) -> Bool {
    guard range.count >= 6, self[range.lowerBound + 5] == UInt8(ascii: sign) else { return false }
    let name: StaticString = "arxiv"
    return name.withUTF8Buffer { name in
      name.indices.allSatisfy { unsafe self[range.lowerBound + $0].lowercased == name[$0] }
    }
  }
}
