internal import Git
internal import ListModel
internal import Review
internal import Rules

/// `rubric export`: the list as data.
enum Export: Command {
  static let specification = CommandSpecification(
    name: "export",
    abstract: "Print the list as data: JSON, CSV or BibTeX.",
    discussion: """
      JSON has each entry with the keys of 'rubric check --format json' and its place. CSV follows RFC 4180:
      sections are joined by ' > ', tags and links by '; ', and text that a spreadsheet would read as a
      formula starts with an apostrophe. BibTeX has each paper once, from the entry that says most about it;
      entries without a title are left out. With --online or a bibliography, JSON has what
      registries say. Entries are read by the rulebook that 'rubric check --all' uses.
      """,
    operands: [.init(name: "rev", help: "The revision to read. Default: the work tree.")],
    options: [
      .init(
        name: "format",
        value: "format",
        choices: Format.allCases.map(\.rawValue),
        help: "How to print the entries. Default: json."
      )
    ] + FactOptions.options + [FactOptions.timeLimit, FactOptions.quiet] + RepositoryOptions.options
  )

  private enum Format: String, CaseIterable {
    case json
    case csv
    case bibtex
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let options = RepositoryOptions(arguments)
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let revision = arguments.operand(0)
    let comparison = try Comparison(
      options,
      revision.map { VersionOptions(revision: $0) } ?? VersionOptions()
    )
    let choice = try RulebookChoice(named, comparison, lookingAtAll: true)
    let questions = try FactOptions(arguments, of: specification)
    var lists: [ListExport.List] = []
    for path in try comparison.listPaths(choice) {
      let text = try comparison.headText(path)
      let settings = choice.rulebook(base: text, head: text)
      let document = settings.rulebook.document(text)
      let facts =
        questions.isAsking
        ? try questions.answers(about: document.entries.map { document.fields(at: $0) })
        : .none
      lists.append(
        ListExport.List(path: path, document: document, settings: settings, knowing: facts)
      )
    }
    let export = ListExport(revision: comparison.ends.headID?.description, lists: lists)
    switch arguments.value("format").flatMap(Format.init) ?? .json {
    case .json: printJSON(export.json())
    case .csv: printForLog(export.csv(), terminator: "")
    case .bibtex: printForLog(export.bibtex(), terminator: "")
    }
    return .clean
  }
}
