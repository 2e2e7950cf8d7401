internal import ArgumentParser

/// The options by which every command finds the repository, the lists in it and their rules.
struct RepositoryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The repository: a work tree, a folder in it, or a bare one.",
      valueName: "dir"
    )
  )
  var repo = "."

  @Option(
    name: .customLong("list"),
    parsing: .singleValue,
    help: ArgumentHelp(
      "A list, by its path from the root of the repository; give it once for each. (default: README.md)",
      valueName: "path"
    )
  )
  var lists: [String] = []

  @Option(
    help: ArgumentHelp("A rulebook instead of the built-in one for papers.", valueName: "file")
  )
  var rulebook: String?

  @Flag(help: "Open the repository even if it belongs to another user.")
  var trustRepository = false
}

/// The two versions that a command compares.
struct ComparisonOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The revision to compare with. (default: where HEAD left the default branch, or HEAD itself on that branch)",
      valueName: "base"
    )
  )
  var base: String?

  @Argument(
    help: ArgumentHelp(
      "The revision to look at, from its merge base with <base> on. (default: the work tree)",
      valueName: "head"
    )
  )
  var head: String?

  @Flag(help: "Look at every entry, not only at those that the contribution brought.")
  var all = false

  @Flag(help: "Look at what is staged instead of the work tree.")
  var staged = false

  func validate() throws {
    if staged, head != nil {
      throw ValidationError("--staged looks at the index, so it takes no <head>")
    }
  }
}
