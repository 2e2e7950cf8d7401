internal import Facts
internal import Glibc
internal import ListModel
internal import Rules
internal import Text
internal import Writing

/// What `rubric add` was asked for.
struct AddRequest {
  let identifiers: [Identifier]
  private let sectionName: String?
  private let tags: [String]
  private let keywords: [String]
  /// What columns and nested items say, by their names as labels are compared.
  private let fields: [String: String]
  private let links: [Particulars.Address]
  private let title: String?
  private let description: String?
  private let questions: FactOptions
  private let bibliographies: [String]

  init(_ arguments: Arguments, of specification: CommandSpecification) throws {
    guard !arguments.allOperands.isEmpty else {
      throw UsageError(
        "name what to add: the number of a paper on arXiv, a DOI or an address",
        of: specification
      )
    }
    var identifiers: [Identifier] = []
    for word in arguments.allOperands {
      guard let identifier = Identifier(word) else {
        throw UsageError(
          "'\(word)' is not the number of a paper on arXiv, a DOI, or the address of a page on arXiv, OpenReview or GitHub",
          of: specification
        )
      }
      if !identifiers.contains(identifier) { identifiers.append(identifier) }
    }
    self.identifiers = identifiers
    sectionName = arguments.value("section")
    tags = (arguments.value("tags") ?? "").wordsBetweenCommas
    keywords = (arguments.value("keywords") ?? "").wordsBetweenCommas
    fields = try Self.fields(arguments.values("field"), of: specification)
    var links: [Particulars.Address] = []
    for text in arguments.values("label") {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[1].hasPrefix("http://") || parts[1].hasPrefix("https://") else {
        throw UsageError("'--label \(text)' is not of the form label=https://…", of: specification)
      }
      links.append(Particulars.Address(label: parts[0], url: parts[1]))
    }
    self.links = links
    title = arguments.value("title")
    description = arguments.value("description")
    let isOfOne = !links.isEmpty || title != nil || description != nil || !fields.isEmpty
    if identifiers.count > 1, isOfOne || !keywords.isEmpty {
      throw UsageError(
        "--label, --title, --description, --keywords and --field are of one entry: add them one by one",
        of: specification
      )
    }
    bibliographies = arguments.values("bibliography")
    questions = try FactOptions(
      arguments,
      of: specification,
      asksOnline: bibliographies.isEmpty || arguments.flag("online")
    )
  }

  /// Reads what columns and nested items say.
  private static func fields(
    _ texts: [String],
    of specification: CommandSpecification
  ) throws(UsageError) -> [String: String] {
    var fields: [String: String] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      let key = LinkLabels.key(parts.first ?? "")
      guard parts.count == 2, !key.isEmpty else {
        throw UsageError("'--field \(text)' is not of the form name=text", of: specification)
      }
      fields[key] = parts[1]
    }
    return fields
  }

  /// Returns what is known of what an identifier names.
  func particulars(
    of identifier: Identifier,
    by rulebook: Rulebook,
    in document: ListDocument
  ) throws -> Particulars {
    let found = try Bibliography(files: bibliographies).record(naming: identifier.word)
    let literature = found.map { record, publication in
      Particulars.Literature(
        title: record.text("title"),
        authors: record.authors,
        year: record.text("year").year,
        publication: publication
      )
    }
    var facts = try questions.answers(about: [identifier.question()])
    // By their titles files of literature know more than by their identifiers.
    let first = Particulars(identifier, knowing: facts, literature, publishedAs: nil)
    if let first, !bibliographies.isEmpty {
      let question = identifier.question(titled: first.title, by: first.authors.first)
      var bibliography = Bibliography(files: bibliographies)
      try bibliography.answer([question], into: &facts)
    }
    var known = Particulars(identifier, knowing: facts, literature, in: document, by: rulebook)
    if known == nil, title != nil { known = Particulars(identifier, titled: title ?? "") }
    guard var known else { throw AddFailure(unknown: identifier, isOpen: facts.hasOpenQuestions) }
    if let title { known.title = title }
    if let description {
      known.description = description
      known.isDescriptionMarkdown = true
    }
    known.tags = tags
    known.keywords = keywords
    known.details = fields
    known.links = links
    return known
  }

  /// Returns the section that is meant; asks for it where there is somebody to ask.
  func section(
    for known: Particulars,
    _ identifier: Identifier,
    in document: ListDocument
  ) throws -> Int {
    let choice = SectionChoice(document)
    if let sectionName {
      do throws(SectionChoice.Failure) {
        return try choice.section(named: sectionName)
      } catch {
        throw AddFailure(error, sectionName, of: choice)
      }
    }
    if let only = choice.only { return only }
    let likely = choice.likeliest(for: known)
    guard !likely.isEmpty, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw AddFailure(sectionsFor: identifier, likely.map(choice.name))
    }
    printError("To which section does '\((known.title ?? "").withVisibleControls)' belong?")
    for (number, section) in likely.enumerated() {
      printError("  \(number + 1)  \(choice.name(of: section).withVisibleControls)")
    }
    printError("Number: ", terminator: "")
    guard let answer = readLine().flatMap({ Int($0) }), likely.indices.contains(answer - 1) else {
      throw AddFailure(sectionsFor: identifier, likely.map(choice.name))
    }
    return likely[answer - 1]
  }
}

extension String {
  /// The words between its commas, without the spaces around them.
  fileprivate var wordsBetweenCommas: [String] {
    split(separator: ",").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// Why `rubric add` adds nothing.
struct AddFailure: Error, CustomStringConvertible {
  let description: String
  /// Whether the world failed, and not what was asked.
  var isFailure = false

  init(_ error: AdditionError, _ identifier: Identifier, _ path: String) {
    switch error {
    case .present(let line):
      description = "cannot add '\(identifier)' to '\(path)': it is on line \(line) already"
    case .noTitle: description = "cannot add '\(identifier)': nobody says what it is called"
    case .noModel:
      description =
        "cannot add '\(identifier)' to '\(path)': no entry of the list shows how one is written; add the first one by hand"
    }
  }

  /// How many sections are named where none is called nearly so.
  private static let mostSections = 12

  init(_ error: SectionChoice.Failure, _ name: String, of choice: SectionChoice) {
    switch error {
    case .unknown(let nearest):
      let names = choice.names
      let rest =
        names.count > Self.mostSections ? " and \(names.count - Self.mostSections) more" : ""
      let hint =
        names.isEmpty
        ? ", and none with entries; add the first entry by hand"
        : nearest.isEmpty
          ? "; those with entries are \(Self.quoted(Array(names.prefix(Self.mostSections))))\(rest)"
          : "; did you mean \(Self.quoted(nearest))?"
      description = "there is no section '\(name)'\(hint)"
    case .ambiguous(let names):
      description = "'\(name)' can be several sections: \(Self.quoted(names))"
    }
  }

  init(unknown identifier: Identifier, isOpen: Bool) {
    description =
      isOpen
      ? "cannot add '\(identifier)': the registries did not answer; try again later, or name a file with --bibliography"
      : "cannot add '\(identifier)': nothing is known of it; look at the number, or give --title"
    isFailure = isOpen
  }

  init(sectionsFor identifier: Identifier, _ names: [String]) {
    description =
      names.isEmpty
      ? "cannot add '\(identifier)': no entry of the list shows how one is written; add the first one by hand"
      : "name the section for '\(identifier)' with --section; the likeliest are \(Self.quoted(names))"
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "'\($0.withVisibleControls)'" }.joined(separator: ", ")
  }
}
