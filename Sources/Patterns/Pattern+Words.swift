extension Pattern {
  /// Returns the source of a pattern that finds any of some texts, as whole words and character by
  /// character as they stand.
  package static func source(ofWords words: [String]) -> String {
    // The longest first: of two that begin alike the longer is meant.
    words.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.map(source).joined(separator: "|")
  }

  private static func source(ofWord word: String) -> String {
    var source = ""
    if word.unicodeScalars.first?.isWordScalar ?? false { source += "\\b" }
    for scalar in word.unicodeScalars {
      if scalar.isASCII, !scalar.isWordScalar { source += "\\" }
      source.unicodeScalars.append(scalar)
    }
    if word.unicodeScalars.last?.isWordScalar ?? false { source += "\\b" }
    return source
  }
}

extension Unicode.Scalar {
  /// Whether PCRE2 takes it for part of a word.
  fileprivate var isWordScalar: Bool {
    self == "_" || properties.isAlphabetic || properties.numericType != nil
  }
}
