internal import Facts
internal import Git
internal import HTTP
internal import Learning
internal import ListModel
internal import Markdown
internal import Rules
internal import Text
internal import Writing

/// `rubric add`: writes the entry of a paper or a project.
enum AddCommand: Command {
  static let specification = CommandSpecification(
    name: "add",
    abstract: "Write the entry of a paper or a project into the list.",
    discussion: """
      Takes the number of a paper on arXiv, a DOI, or the address of a page on arXiv, OpenReview or GitHub;
      several at once. Asks the registries what it is, or the files of --bibliography, and writes an entry
      as the entries around it are written, where the order of its section has it. What nobody knows is left
      out and named. Without --section, it asks which of the likeliest sections is meant.
      """,
    operands: [
      .init(name: "id", isRepeated: true, help: "What to add, by its number or address.")
    ],
    options: [
      .init(
        name: "section",
        value: "heading",
        help: "The section to add to; 'Outer > Inner' where several have one heading."
      ),
      .init(name: "tags", value: "tags", help: "The entry's tags, with commas between them."),
      .init(
        name: "label",
        value: "label=url",
        help: "Another link, as in 'code=https://github.com/owner/name'; once for each."
      ),
      .init(
        name: "keywords",
        value: "words",
        help: "The entry's keywords, with commas between them."
      ),
      .init(
        name: "field",
        value: "name=text",
        help:
          "What a column of the table or a nested item says, as in 'Auth=No'; once for each."
      ),
      .init(name: "title", value: "text", help: "The title, instead of the one that is known."),
      .init(name: "description", value: "text", help: "What the entry says of it."),
      .init(name: "diff", help: "Print the change instead of writing it."),
    ] + FactOptions.options + [FactOptions.timeLimit, FactOptions.quiet] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let request = try AddRequest(arguments, of: specification)
    let options = RepositoryOptions(arguments)
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let comparison = try Comparison(options, VersionOptions())
    let choice = try RulebookChoice(named, comparison, lookingAtAll: true)
    let paths = try comparison.listPaths(choice)
    guard paths.count == 1, let path = paths.first else {
      throw UsageError("name one of the lists with --list: \(paths.joined(separator: ", "))")
    }
    let old = try comparison.headText(path)
    var list = GrowingList(
      old,
      by: choice.rulebook(base: old, head: old),
      year: max(comparison.ends.year, Surroundings.system.year)
    )
    var report: [String] = []
    for identifier in request.identifiers {
      if let line = identifier.line(in: list.document) {
        throw AddFailure(.present(line: line), identifier, path)
      }
      let known = try request.particulars(
        of: identifier,
        by: list.rulebook,
        in: list.document
      )
      let section = try request.section(for: known, identifier, in: list.document)
      let name = list.sections.name(of: section)
      do throws(AdditionError) {
        report.append(try list.add(known, to: section).report(of: path, name))
      } catch {
        throw AddFailure(error, identifier, path)
      }
    }
    let text = list.document.text
    if arguments.flag("diff") {
      printForLog(try Repository.patch(from: old.bytes, to: text.bytes, path: path), terminator: "")
      return .clean
    }
    try FixCommand.write(text.bytes, over: old.bytes, path, options)
    for line in report { printForLog(line) }
    return .clean
  }
}

extension Addition {
  /// What somebody is told of it.
  fileprivate func report(of path: String, _ section: String) -> String {
    var lines = ["\(path):\(lines.lowerBound): added\(section.isEmpty ? "" : " in \(section)")"]
    if let order { lines[0] += ", in order of \(order)" }
    lines += entry.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    if !missing.isEmpty { lines.append("  fill in: \(missing.joined(separator: ", "))") }
    if !elsewhere.isEmpty {
      let numbers = elsewhere.map { "\($0)" }.joined(separator: ", ")
      lines.append("  look at this: line \(numbers), outside of the entries, named it already")
    }
    lines += findings.map { "  look at this: \($0)" }
    return lines.map(\.withVisibleControls).joined(separator: "\n")
  }
}

extension Surroundings {
  /// The calendar year by UTC.
  fileprivate var year: Int {
    // The mean year of the Gregorian calendar is near enough to judge years by.
    1970 + Int(Double(timeSince1970().components.seconds) / 31_556_952)
  }
}
