internal import FoundationEssentials
internal import Git
internal import Learning
internal import Review
internal import Rules
internal import Text

/// `rubric demo`: the whole thing on a sample list.
enum Demo: Command {
  static let specification = CommandSpecification(
    name: "demo",
    abstract: "Show a review of a sample list.",
    audience: .newcomer,
    discussion: """
      Creates a small repository with a real list of papers and a contribution full of honest mistakes, and
      reviews it. Nothing is downloaded. The repository stays, so that you can try other commands on it.
      """,
    operands: [.init(name: "dir", help: "Where to create it. Default: a new temporary folder.")]
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let folder = arguments.operand(0) ?? newFolder
    let list = PackageResources.list_md
    let head = SampleContribution.contributed(to: String(decoding: list, as: UTF8.self))
    try SampleRepository.make(
      at: folder,
      path: "README.md",
      base: list,
      head: Array(head.utf8),
      branch: "contribution"
    )
    let options = RepositoryOptions(repository: folder)
    let comparison = try Comparison(options, VersionOptions(base: "main", head: "contribution"))
    let choice = try RulebookChoice(nil, comparison)
    let report = try Report(comparison, choice)
    print("$ rubric check main contribution --repo \(folder)\n")
    print(report.text(style: .standardOutput, width: standardOutputWidth))
    print(
      """

      This list and its contribution are in \(folder). Try there:
        rubric check --format markdown    what a comment on GitHub would say
        rubric fix --diff                 the safe corrections; without --diff they are written
        rubric rules repeated-tag         what a rule is about
      """
    )
    return .clean
  }

  private static var newFolder: String {
    let name = "rubric-demo-" + UUID().uuidString.prefix(8).lowercased()
    return FileManager.default.temporaryDirectory.appending(path: name).path
  }
}
