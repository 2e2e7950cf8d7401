internal import Markdown
internal import Text

/// What is written in another markup than Markdown.
extension SourceText {
  /// How few links of another markup say that a text is written in it.
  private static let fewestLinks = 5
  /// How many bytes no address has.
  private static let longestAddress = 2_048

  /// Whether most links are those of reStructuredText, which end in `>` and a low line, or of Org:
  /// `[[address][name]]`.
  ///
  /// Read as Markdown, such a list is something else than what its readers see.
  var isOtherMarkup: Bool {
    // What would end a link of Markdown is all that its own have in common.
    let others = count(of: ">`_") + orgLinkCount
    return others >= Self.fewestLinks && others > count(of: "](http")
  }

  private func count(of sign: String) -> Int {
    var (count, index) = (0, 0)
    while let found = bytes.firstRange(of: sign, in: index..<bytes.count) {
      count += 1
      index = found.upperBound
    }
    return count
  }

  private var orgLinkCount: Int {
    var (count, index) = (0, 0)
    while let found = bytes.firstRange(of: "[[http", in: index..<bytes.count) {
      index = found.upperBound
      let limit = min(bytes.count, index + Self.longestAddress)
      let end = bytes.first(UInt8(ascii: "]"), in: index..<limit) ?? bytes.count
      if bytes.matches("][", at: end) { count += 1 }
    }
    return count
  }
}
