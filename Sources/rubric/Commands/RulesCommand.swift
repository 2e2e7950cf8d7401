internal import ArgumentParser
internal import Review
internal import Rules

/// `rubric rules`: what is checked, why, and how it looks.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or explain one."
  )

  @Argument(help: ArgumentHelp("The rule to explain, as in repeated-tag.", valueName: "rule"))
  var rule: String?

  @Flag(help: .hidden)
  var catalogue = false

  func run() throws {
    if catalogue {
      print(RuleCatalogue.page, terminator: "")
      return
    }
    guard let rule else {
      print(RuleCatalogue.list)
      return
    }
    guard let found = RuleCatalogue.rule(rule) else {
      let nearest = RuleCatalogue.nearest(to: rule).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("there is no rule '\(rule)'\(nearest)")
    }
    print(found.description.explanation)
  }
}
