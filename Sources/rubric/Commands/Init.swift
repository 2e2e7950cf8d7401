internal import Git
internal import ListModel
internal import Markdown
internal import Rules

/// Learns the rulebook from the list itself.
enum InitCommand: Command {
  static let specification = CommandSpecification(
    name: "init",
    abstract: "Learn the rulebook from the list itself.",
    options: [
      .init(
        name: "print",
        help: "Print what was understood and the rulebook, and write nothing."
      ),
      .init(
        name: "hook",
        help: "Only install git's pre-commit hook that runs `rubric check --staged`."
      ),
    ] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let options = RepositoryOptions(arguments)
    guard let rulebook = try Rulebook.builtIn() else {
      preconditionFailure("the default rulebook is built in")
    }
    let repository = try Repository(at: options.repository, trustingOwner: options.trustsOwner)
    if arguments.flag("hook") {
      print(try PreCommitHook(options).install(in: repository))
      return .clean
    }
    for path in options.lists.isEmpty ? ["README.md"] : options.lists {
      let bytes = try repository.file(path, at: .workTree) ?? []
      let text = SourceText(bytes)
      let learned = rulebook.learned(from: text, or: text)
      print("\(path): \(learned.rulebook.name) fit \(String(describing: learned.fit))")
      for lesson in learned.lessons {
        let format = lesson.part.format
        print(
          "  \(format.unit.rawValue) '\(format.marker)' units \(lesson.units) read \(lesson.read) header \(lesson.part.header) sections \(lesson.part.sections?.count ?? -1)"
        )
        print(
          "    parts:",
          format.parts.map {
            "\($0.cell):\($0.open){\($0.field.rawValue)\($0.isOptional ? "?" : "")\($0.isLinked ? "@" : "")}\($0.close)⟨\($0.terminator)⟩"
          }.joined(separator: " ").debugDescription
        )
        print(
          "    link: \(format.links.write(label: "L", url: "U")) norm \(format.links.isNorm) sep \(format.links.separator.debugDescription) labels \(format.links.labels.names) closed \(format.links.labels.isClosed)"
        )
        for (pair, norm) in format.norms ?? [:] {
          print(
            "      \(pair.before?.rawValue ?? "^") \(pair.after?.rawValue ?? "$") \(norm.text.debugDescription) \(norm.count)/\(norm.total)"
          )
        }
      }
      let document = learned.rulebook.document(text)
      var read = 0
      for place in document.entries {
        let entry = document.entry(at: place)
        if entry.title != nil, entry.links.contains(where: { $0.url != nil }) { read += 1 }
      }
      print("  entries \(document.entries.count) read \(read)")
    }
    return .clean
  }
}
