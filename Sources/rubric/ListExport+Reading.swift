internal import Git
internal import Learning
internal import ListModel
internal import Parsing
internal import Review
internal import Rules

extension ListExport {
  /// Reads the lists of a version, by the rulebook that `rubric check --all` uses, and asks registries about
  /// their entries where somebody wants that.
  init(
    _ options: RepositoryOptions,
    _ versions: VersionOptions,
    asking questions: FactOptions
  ) throws {
    let named = try options.rulebook.map { try Rulebook(file: $0) }
    let comparison = try Comparison(options, versions)
    let choice = try RulebookChoice(named, comparison, lookingAtAll: true)
    var lists: [List] = []
    for path in try comparison.listPaths(choice) {
      let text = try comparison.headText(path)
      let settings = choice.rulebook(base: text, head: text)
      let document = settings.rulebook.document(text)
      let facts =
        questions.isAsking
        ? try questions.answers(about: document.entries.map { document.fields(at: $0) })
        : .none
      lists.append(List(path: path, document: document, settings: settings, knowing: facts))
    }
    self.init(revision: comparison.ends.headID?.description, lists: lists)
  }
}
