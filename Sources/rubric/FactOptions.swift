internal import Facts
internal import ListModel
internal import Rules

/// The options by which registries and bibliographies are asked about entries.
struct FactOptions {
  private let bibliographies: [String]

  static let options: [CommandSpecification.Option] = [
    .init(
      name: "bibliography",
      value: "file",
      help:
        "A BibTeX file, plain or gzipped, that says where papers were published; once for each."
    )
  ]

  init(_ arguments: Arguments, of specification: CommandSpecification) throws(UsageError) {
    bibliographies = arguments.values("bibliography")
  }

  /// Returns what is known of some entries; nothing where nobody is to be asked.
  func answers(about entries: [Entry]) throws -> FactTable {
    var facts = FactTable()
    if !bibliographies.isEmpty {
      var bibliography = Bibliography(files: bibliographies)
      try bibliography.answer(entries, into: &facts)
      if bibliography.damaged > 0 {
        printError(
          "rubric: \(bibliography.damaged) records of the bibliographies cannot be read; \(bibliography.count) were"
        )
      }
    }
    return facts
  }
}
