/// A record of a BibTeX file: its kind, its key, and its fields as they are written.
package struct BibTeXRecord: Sendable, Hashable {
  /// In lower case, as in `inproceedings`.
  package let kind: String
  package let key: String
  /// The values without their delimiters, by names in lower case; of two fields of a name, the first.
  package let fields: [String: String]

  /// The field of a name as text, without TeX; empty where there is none.
  package func text(_ name: String) -> String { fields[name].map(TeXText.plain) ?? "" }

  /// The family name of the first author; empty where there is none.
  package var firstAuthor: String {
    // DBLP and the Anthology break the line after "and".
    let words = (fields["author"] ?? "").split(whereSeparator: \.isWhitespace)
    let first = words.prefix { $0 != "and" }.joined(separator: " ")
    return Self.familyName(TeXText.plain(first))
  }

  /// The whole names of the authors, given names first; `others` is none.
  package var authors: [String] {
    let words = (fields["author"] ?? "").split(whereSeparator: \.isWhitespace)
    return words.split(separator: "and").map { name in
      let plain = TeXText.plain(name.joined(separator: " "))
      guard let comma = plain.firstIndex(of: ",") else {
        return plain.split(separator: " ").filter { !$0.allSatisfy(\.isNumber) }
          .joined(separator: " ")
      }
      let given = plain[plain.index(after: comma)...].drop { $0 == " " }
      return given.isEmpty ? String(plain[..<comma]) : given + " " + plain[..<comma]
    }
    .filter { $0 != "others" && !$0.isEmpty }
  }

  /// Returns the family name of `Family, Given` or of `Given von Family`.
  package static func familyName(_ name: String) -> String {
    if let comma = name.firstIndex(of: ",") { return String(name[..<comma]) }
    var words = name.split(separator: " ").map(String.init)
    // DBLP numbers people of one name: "Wei Wang 0001".
    while words.count > 1, let last = words.last,
      last.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        || ["jr.", "jr", "sr.", "ii", "iii", "iv"].contains(last.lowercased())
    {
      words.removeLast()
    }
    return words.last ?? ""
  }
}
