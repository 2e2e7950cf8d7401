internal import ArgumentParser
internal import Classifier
internal import Git
internal import ListModel
internal import Markdown
internal import Review
internal import Rules

/// `rubric check`: what a contribution does, what is wrong with it, what it should read.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong with the entries a contribution brings.",
    discussion: """
      With no <base>, the work tree is compared with the point where HEAD left the default branch.
      With <base> and <head> no work tree is needed, so a bare repository will do.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case markdown
  }

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error
    case warning
    case note
    case never

    /// The least severity that makes the check fail; nil for none.
    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  @OptionGroup var comparison: ComparisonOptions
  @OptionGroup var options: RepositoryOptions

  @Option(help: "How to print the findings.")
  var format = Format.text

  @Option(help: "The least severity for which the exit status is 1.")
  var failOn = FailOn.error

  func run() throws {
    let rulebook = try Rulebook.load(options.rulebook)
    let report = try Report(options, comparison, rulebook)
    switch format {
    case .text: print(report.text(style: .standardOutput, width: standardOutputWidth))
    case .json: print(try report.json())
    case .markdown: print(report.markdown())
    }
    if let severity = failOn.severity, report.hasFindings(atLeast: severity) {
      throw ExitCode(ExitStatus.findings.rawValue)
    }
  }
}

extension Report {
  /// Reviews the lists of a repository between two versions.
  init(
    _ options: RepositoryOptions,
    _ versions: ComparisonOptions,
    _ rulebook: Rulebook
  ) throws {
    let comparison = try Comparison(options, versions)
    let reviewer = Reviewer(rulebook: rulebook, year: comparison.ends.year)
    var lists: [ListReport] = []
    for path in try comparison.listPaths(options.lists) {
      let head = try comparison.headDocument(path, rulebook)
      let base = try comparison.baseDocument(path, rulebook)
      let hunks = try Repository.hunks(from: base.text.bytes, to: head.text.bytes)
      lists.append(
        reviewer.review(
          path: path,
          base: base,
          head: head,
          touched: hunks.map(\.head),
          lookingAtAll: versions.all
        )
      )
    }
    self.init(
      base: comparison.ends.base.id.description,
      head: comparison.ends.headID?.description,
      mergeBase: comparison.ends.mergeBase.description,
      lists: lists
    )
  }
}
