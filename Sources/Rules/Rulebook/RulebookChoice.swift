package import Markdown

/// Which rulebook a list is read and judged by.
package enum RulebookChoice: Sendable {
  /// One that somebody named.
  case named(Rulebook)
  /// The built-in one where the list follows it, else one that is learned from the list.
  case fitting(Rulebook)

  /// Settles it for a list: by its base, so that a contribution does not choose its own rules, or by
  /// the head of a list that is new.
  package func rulebook(base: SourceText, head: SourceText) -> LearnedRulebook {
    switch self {
    case .named(let rulebook): LearnedRulebook(rulebook: rulebook, lessons: [], fit: nil)
    case .fitting(let rulebook): rulebook.learned(from: base, or: head)
    }
  }
}
