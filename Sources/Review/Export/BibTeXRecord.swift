internal import ListModel
internal import Parsing
internal import Rules
internal import Text

/// A paper as a record of a BibTeX file.
struct BibTeXRecord: Sendable {
  let kind: VenueVocabulary.Kind?
  let venue: String?
  let arXivID: ArXivID?
  let doi: String?
  let url: String?
  let tags: [String]
  let title: String
  let authors: [String]
  let year: Int?

  /// Nil for an entry without a title; what it says is plain text.
  init?(_ entry: Entry, _ citation: Citation, knowing venues: VenueVocabulary) {
    title = citation.title ?? ""
    guard title.utf8.contains(where: \.isWord) else { return nil }
    var arXivID: ArXivID?
    var doi: String?
    for link in entry.links {
      guard let url = link.url else { continue }
      switch Identity(WebAddress(url)) {
      case .arXiv(let id): arXivID = arXivID ?? id
      case .doi(let name): doi = doi ?? name
      default: break
      }
    }
    authors = Self.authors(citation.authors)
    venue = citation.venue?.withoutPunctuationAround
    kind = venue.flatMap { name in
      let isNumbered = VenueReader(venues).server(ofNumbered: name) != nil
      return isNumbered ? .preprint : venues.kind(of: name) ?? Self.kind(ofUnknown: name)
    }
    // A preprint's year is not the conference's.
    let isPreprint = venue == nil || kind == .preprint
    year = citation.year ?? (isPreprint ? arXivID?.year : nil)
    tags =
      (entry.tags?.tags.map(\.name) ?? []) + entry.keywords.map { PlainText(entry.string($0)).text }
    url = entry.mainURL
    self.arXivID = arXivID
    self.doi = doi
  }

  /// How much the record says of its paper.
  var wealth: Int {
    [venue != nil, arXivID != nil, doi != nil, url != nil, year != nil, !authors.isEmpty]
      .count { $0 } + (tags.isEmpty ? 0 : 1)
  }

  /// Whether it says more than what the thing is called and where it is.
  var isOfPaper: Bool {
    !authors.isEmpty || year != nil || kind != nil || arXivID != nil || doi != nil
  }

  /// Guesses what a venue is from the words of its name.
  private static func kind(ofUnknown name: String) -> VenueVocabulary.Kind? {
    let name = name.lowercased()
    func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
    if has("workshop") { return .workshop }
    if has("conference", "proceedings", "symposium") { return .conference }
    if has("journal", "transactions", "letters", "magazine") { return .journal }
    return nil
  }

  /// Takes the names apart that stand in a list's field.
  private static func authors(_ text: String?) -> [String] {
    guard let text else { return [] }
    let plain =
      text.withNamesInOrder
      .replacing(" and ", with: ",").replacing("&", with: ",").replacing(";", with: ",")
      .replacing(" et al", with: ",et al")
    return plain.split(separator: ",").compactMap { part in
      // Digits and daggers after a name are for footnotes.
      let kept = part.unicodeScalars.filter { scalar in
        scalar.properties.numericType == nil
          && !"*\u{2020}\u{2021}\u{00A7}".unicodeScalars.contains(scalar)
      }
      let name = String(String.UnicodeScalarView(kept))
        .split { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }.joined(separator: " ")
      guard name.utf8.contains(where: \.isWord) else { return nil }
      return name.hasPrefix("et al") ? "others" : name
    }
  }

  /// The record as it is written.
  func text(key: String) -> String {
    var fields = [("title", "{\(title.escapedForLaTeX)}")]
    if !authors.isEmpty {
      let names = authors.map { $0 == "others" ? $0 : $0.escapedForLaTeX }
      fields.append(("author", names.joined(separator: " and ")))
    }
    let type: String
    switch kind {
    case .conference, .workshop: type = "inproceedings"
    case .journal: type = "article"
    case .preprint, nil: type = "misc"
    }
    if let venue, !venue.isEmpty, kind != .preprint || arXivID == nil {
      let field = ["inproceedings": "booktitle", "article": "journal"][type] ?? "howpublished"
      fields.append((field, venue.escapedForLaTeX))
    }
    if let year { fields.append(("year", "\(year)")) }
    if let arXivID {
      fields += [("eprint", arXivID.description), ("archivePrefix", "arXiv")]
    }
    if let doi { fields.append(("doi", doi.withoutBraces)) }
    if let url { fields.append(("url", url.withoutBraces)) }
    if !tags.isEmpty {
      fields.append(("keywords", tags.map(\.escapedForLaTeX).joined(separator: ", ")))
    }
    let lines = fields.map { name, value in
      let padding = String(repeating: " ", count: max(0, 13 - name.utf8.count))
      return "  \(name)\(padding) = {\(value)},\n"
    }
    return "@\(type){\(key),\n" + lines.joined() + "}\n"
  }
}

extension String {
  /// Names as BibTeX has them, family name first, in the order in which others write them: `Zhang, Heidi and Wang, Yi
  /// and Jurafsky, Dan`.
  fileprivate var withNamesInOrder: String {
    let people = replacing(" and ", with: "\n").split(separator: "\n")
    let parts = people.map { $0.split(separator: ",") }
    let isInverted = parts.allSatisfy { $0.count == 2 || $0 == ["others"] }
    guard parts.count > 2, isInverted else { return self }
    return parts.map { $0.reversed().joined(separator: " ") }.joined(separator: ", ")
  }

  /// The text without the punctuation at both ends, such as the apostrophe of `CVPR'24`.
  fileprivate var withoutPunctuationAround: String {
    let scalars = unicodeScalars.drop { !$0.isWord }
    guard let last = scalars.lastIndex(where: \.isWord) else { return "" }
    let words = scalars[...last]
    let rest = scalars[scalars.index(after: last)...]
    // A parenthesis that was opened is closed.
    let isOpen = words.count { $0 == "(" } > words.count { $0 == ")" }
    return String(String.UnicodeScalarView(words)) + (isOpen && rest.first == ")" ? ")" : "")
  }

  /// The text with what LaTeX would take for a command or a mark made to be shown, on one line.
  fileprivate var escapedForLaTeX: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "<": escaped += "\\textless{}"
      case ">": escaped += "\\textgreater{}"
      case "|": escaped += "\\textbar{}"
      case "\"": escaped += "\\textquotedbl{}"
      // BibTeX counts braces, escaped or not.
      case "{": escaped += "\\textbraceleft{}"
      case "}": escaped += "\\textbraceright{}"
      case "&", "%", "$", "#", "_": escaped += "\\" + String(scalar)
      default:
        let isControl = scalar.properties.generalCategory == .control
        escaped += isControl ? " " : String(scalar)
      }
    }
    return escaped
  }

  /// An address with what would end a field, or stands in none, percent-encoded.
  var withoutBraces: String {
    let encoded = utf8.map { byte -> String in
      guard byte <= 0x20 || byte >= 0x7F || "{}\\\"<>^`|".utf8.contains(byte) else {
        return String(UnicodeScalar(byte))
      }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
    return encoded.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
