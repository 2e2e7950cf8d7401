internal import Classifier
internal import Learning
internal import ListModel
internal import Review
internal import Rules
internal import Text
internal import YAML

extension Report {
  /// What to say of settings of the repository's rulebook that can have no effect on the lists it is for.
  func idleSettings(_ choice: RulebookChoice) -> [String] {
    guard choice.origin != .builtIn else { return [] }
    let rulebooks = lists.compactMap(\.settings?.rulebook)
    guard let first = rulebooks.first else { return [] }
    var notices: [String] = []
    let formats = rulebooks.flatMap(\.formats.parts).map(\.format)
    let hasTags = formats.contains { format in format.parts.contains { $0.field == .tags } }
    if !first.tags.isEmpty, !hasTags {
      notices.append("the rulebook's 'tags' have no effect: this list's entries have no tags")
    }
    let labels = formats.map(\.links.labels)
    let required = first.requiredLinks + first.sections.flatMap { $0.requiredLinks ?? [] }
    var told: Set<String> = []
    for label in required where told.insert(label).inserted {
      guard labels.allSatisfy({ !$0.names.isEmpty && !$0.names.contains(label) }) else { continue }
      let known = labels.flatMap(\.names).map { "'\($0)'" }.joined(separator: ", ")
      notices.append(
        "the rulebook's 'required-links' asks for '\(label)', but this list's links are \(known)"
      )
    }
    let headings = Dictionary(
      lists.flatMap { $0.document.sections.flatMap(\.path) }.map { ($0.lowercased(), $0) }
    ) { first, _ in first }
    for name in first.sections.flatMap(\.headings)
    where headings[name.lowercased()] == nil && told.insert("section \(name)").inserted {
      let nearest = headings.keys.sorted().nearest(to: name.lowercased()).flatMap { headings[$0] }
      notices.append(
        "the rulebook's 'sections' names '\(name)', but the list has no such heading"
          + (nearest.map { "; did you mean '\($0)'?" } ?? "")
      )
    }
    return notices.map(\.withVisibleControls)
  }
}
