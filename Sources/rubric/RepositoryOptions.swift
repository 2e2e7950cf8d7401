/// The options by which every command finds the repository, the lists in it and their rules.
struct RepositoryOptions {
  let repository: String
  /// Paths as they were named; empty for the README.
  let lists: [String]
  let rulebook: String?
  let trustsOwner: Bool

  static let options: [CommandSpecification.Option] = [
    .init(
      name: "repo",
      value: "dir",
      help:
        "The repository: a work tree, a folder in one, or a bare repository. Default: this folder."
    ),
    .init(
      name: "list",
      value: "path",
      help:
        "A list, or a pattern as in 'docs/*.md'; may be given several times. Default: the rulebook's lists, else README.md."
    ),
    .init(
      name: "rulebook",
      value: "file",
      help: "Use this rulebook instead of the repository's own."
    ),
    .init(
      name: "trust-repository",
      help: "Open the repository even if it belongs to another user, as in a container."
    ),
  ]

  /// A repository with a README as its list.
  init(repository: String) {
    self.repository = repository
    lists = []
    rulebook = nil
    trustsOwner = false
  }

  init(_ arguments: Arguments) {
    repository = arguments.value("repo") ?? "."
    lists = arguments.values("list")
    rulebook = arguments.value("rulebook")
    trustsOwner = arguments.flag("trust-repository")
  }
}

/// The two versions that a command compares.
struct VersionOptions {
  var base: String?
  var head: String?
  let looksAtAll: Bool
  let isStaged: Bool

  static let operands: [CommandSpecification.Operand] = [
    .init(
      name: "base",
      help:
        "The revision to compare with. Default: where HEAD left the default branch, or HEAD itself on that branch. A file is read as a list instead."
    ),
    .init(
      name: "head",
      help: "The revision to check, from its merge base with <base> on. Default: the work tree."
    ),
  ]

  static let options: [CommandSpecification.Option] = [
    .init(
      name: "all",
      help: "Check every entry, not only those that the contribution adds or changes."
    ),
    .init(name: "staged", help: "Check what the next commit would bring: the index, against HEAD."),
  ]

  /// The work tree, and where its branch came from.
  init() {
    base = nil
    head = nil
    looksAtAll = false
    isStaged = false
  }

  /// Two commits.
  init(base: String, head: String) {
    self.base = base
    self.head = head
    looksAtAll = false
    isStaged = false
  }

  /// One commit and nothing before it.
  init(revision: String) {
    self.init(base: revision, head: revision)
  }

  /// What another command is given for the same comparison, though it may not know `--staged`.
  func words(_ options: RepositoryOptions) -> [String] {
    let revisions = isStaged ? [base ?? "HEAD"] : [base, head].compactMap { $0 }
    return (looksAtAll ? ["--all"] : []) + revisions + options.lists.map { "--list \($0)" }
  }

  init(_ arguments: Arguments, of specification: CommandSpecification) throws(UsageError) {
    base = arguments.operand(0)
    head = arguments.operand(1)
    looksAtAll = arguments.flag("all")
    isStaged = arguments.flag("staged")
    if isStaged, head != nil {
      throw UsageError("'--staged' looks at the index, so it takes no <head>", of: specification)
    }
  }
}
