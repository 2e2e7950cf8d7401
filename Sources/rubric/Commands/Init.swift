internal import Git
internal import GitHub
internal import Learning
internal import ListModel
internal import Markdown
internal import Parsing
internal import Review
internal import Rules

/// `rubric init`: learns the rulebook from the list itself and writes it down.
enum InitCommand: Command {
  static let specification = CommandSpecification(
    name: "init",
    abstract: "Learn the rulebook from the list itself.",
    discussion: """
      Reads how the list's entries are written and writes that to .github/rubric.yml. Each line says how many
      entries it rests on. Another rulebook that is there is kept, unless you add --force. Several lists
      that are written alike make one rulebook.
      """,
    options: [
      .init(name: "print", help: "Print the rulebook instead of writing it."),
      .init(
        name: "force",
        help:
          "Overwrite another rulebook; with --hook, also write to a folder of hooks outside the repository."
      ),
      .init(
        name: "hook",
        help: "Only install a git pre-commit hook that runs 'rubric check --staged'."
      ),
    ] + RepositoryOptions.options.filter { $0.name != "rulebook" }
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let options = RepositoryOptions(arguments)
    let repository = try Repository(at: options.repository, trustingOwner: options.trustsOwner)
    let named = options.lists.map(ListPaths(repository, folder: options.repository).fromRoot)
    if arguments.flag("hook") {
      print(try hook(named, arguments).install(in: repository))
      return .clean
    }
    let (lists, text) = try read(named, in: repository)
    let learned = Rulebook.standard.learned(from: text, or: text)
    let share = learned.rulebook.document(text).readingShare
    if share.isPoor {
      throw error(
        lists.joined(separator: ", ") + ": " + share.sentence(in: text),
        "write a rulebook by hand that says how its entries are written"
      )
    }
    let yaml = RulebookText(learned, of: lists, text).yaml
    if arguments.flag("print") {
      printForLog(yaml, terminator: "")
      return .clean
    }
    print(RulebookSummary(learned, of: lists, text).text)
    return try write(yaml, in: repository, forced: arguments.flag("force"))
  }

  private static func hook(
    _ lists: [String],
    _ arguments: Arguments
  ) -> PreCommitHook {
    PreCommitHook(lists: lists, leavesRepository: arguments.flag("force"))
  }

  /// Reads the lists that were named, or the README, from the work tree or, in a bare repository, from
  /// HEAD.
  private static func read(
    _ named: [String],
    in repository: borrowing Repository
  ) throws -> (paths: [String], text: SourceText) {
    var version = Version.workTree
    if repository.workTree == nil {
      guard let head = try repository.head() else {
        throw ListFileError(
          path: named.first ?? "README.md",
          place: "at HEAD",
          reason: "the repository has no commit yet",
          remedy: "commit the list first"
        )
      }
      version = .commit(head.id)
    }
    let candidates = try repository.markdownPaths(at: version)
    let readme = ListNames.readme(among: candidates) ?? "README.md"
    let paths = named.isEmpty ? [readme] : named
    var bytes: [UInt8] = []
    for path in paths {
      guard let file = try repository.file(path, at: version) else {
        let found = candidates.prefix(5).joined(separator: ", ")
        throw ListFileError(
          path: path,
          place: repository.workTree == nil ? "at HEAD" : "in the work tree",
          reason: "there is no such file",
          remedy: "name the list with --list" + (found.isEmpty ? "" : "; there is \(found)")
        )
      }
      do throws(TextFault) {
        bytes += try SourceText(validating: file).bytes + Array("\n\n".utf8)
      } catch {
        throw ListFileError(
          path: path,
          place: "in the work tree",
          reason: error.reason,
          remedy: error.remedy
        )
      }
    }
    return (paths, SourceText(bytes))
  }

  private static func write(
    _ yaml: String,
    in repository: borrowing Repository,
    forced: Bool
  ) throws -> ExitStatus {
    let path = RulebookChoice.path
    guard repository.workTree != nil else {
      throw error("the repository is bare", "use --print, or run it in a work tree")
    }
    let old = try repository.file(path, at: .workTree)
    if let old {
      if old == Array(yaml.utf8) {
        print("\(path) is up to date already")
        return .clean
      }
      guard forced else {
        throw error(
          "there is another rulebook",
          "look at the new one with --print, and write it with --force",
          isRefusal: true
        )
      }
    }
    guard try repository.replaceFile(path, expecting: old, with: Array(yaml.utf8)) else {
      throw error("somebody wrote one meanwhile", "look at it, and run it again")
    }
    print("written to \(path); commit it, and pull requests are checked against it")
    return .clean
  }

  private static func error(
    _ reason: String,
    _ remedy: String,
    isRefusal: Bool = false
  ) -> ListFileError {
    ListFileError(
      attempt: "write the rulebook",
      path: RulebookChoice.path,
      place: "in the work tree",
      reason: reason,
      remedy: remedy,
      isRefusal: isRefusal
    )
  }
}
