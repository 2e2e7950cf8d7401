internal import Git
internal import ListModel
internal import Review
internal import Rules
internal import Writing

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
      ),
      .init(name: "sections", help: "Print the names of the sections alone, one a line."),
    ] + FactOptions.options + [FactOptions.timeLimit, FactOptions.quiet] + RepositoryOptions.options
  )

  private enum Format: String, CaseIterable {
    case json
    case csv
    case bibtex
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let versions = arguments.operand(0).map { VersionOptions(revision: $0) } ?? VersionOptions()
    let export = try ListExport(
      RepositoryOptions(arguments),
      versions,
      asking: FactOptions(arguments, of: specification)
    )
    if arguments.flag("sections") {
      for list in export.lists {
        for name in SectionChoice(list.document).names { printForLog(name) }
      }
      return .clean
    }
    switch arguments.value("format").flatMap(Format.init) ?? .json {
    case .json: printJSON(export.jsonValue)
    case .csv: printForLog(export.csv(), terminator: "")
    case .bibtex: printForLog(export.bibtex(), terminator: "")
    }
    return .clean
  }
}
