internal import RuleBooks
internal import Rules

/// `rubric rules`: what is checked, why, and how it looks.
enum RulesCommand: Command {
  static let specification = CommandSpecification(
    name: "rules",
    abstract: "List the rules, or explain one.",
    audience: .contributor,
    discussion: """
      An editor with a YAML language server can complete and check a rulebook by its schema. Run
      'rubric rules --schema > .github/rubric.schema.json', and make
      '# yaml-language-server: $schema=rubric.schema.json' the first line of .github/rubric.yml.
      """,
    operands: [.init(name: "rule", help: "The rule to explain, as in repeated-tag.")],
    options: [
      .init(name: "names", help: "Print the names of the rules alone, one a line."),
      .init(name: "catalogue", help: "Print the page rules/README.md."),
      .init(name: "schema", help: "Print the JSON Schema of a rulebook."),
    ]
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    if arguments.flag("names") {
      print(RuleCatalogue.ids.joined(separator: "\n"))
    } else if arguments.flag("catalogue") {
      print(RuleCatalogue.page, terminator: "")
    } else if arguments.flag("schema") {
      print(String(decoding: RuleBooks.schema, as: UTF8.self), terminator: "")
    } else if let id = arguments.operand(0) {
      guard let rule = RuleCatalogue.rule(id) else {
        let nearest = RuleCatalogue.nearest(to: id).map { "; did you mean '\($0)'?" } ?? ""
        throw UsageError("there is no rule '\(id)'\(nearest)", of: specification)
      }
      print(rule.description.explanation)
    } else {
      print(RuleCatalogue.list)
    }
    return .clean
  }
}
