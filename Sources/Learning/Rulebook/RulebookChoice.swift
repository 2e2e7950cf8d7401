package import Markdown
package import Rules

/// Which rulebook lists are held against: the one that somebody names, else the repository's own,
/// else what each list says itself.
///
/// A repository's own is that of the base commit: no contribution chooses its rules.
package struct RulebookChoice: Sendable {
  /// Where a rulebook comes from.
  package enum Origin: Sendable {
    case named
    case repository
    case builtIn
  }

  /// Where a repository keeps the rulebook of its lists.
  package static let path = ".github/rubric.yml"

  /// What to say of a contribution that changes the rulebook it might hope to be held against.
  package static let notice =
    "the contribution changes '\(path)'; the settings from before that change were used"

  private let rulebook: Rulebook
  package let origin: Origin

  /// A rulebook that somebody names.
  package init(_ named: Rulebook) {
    rulebook = named
    origin = .named
  }

  /// The rulebook that the base commit has at ``path``; nil for a built-in one.
  ///
  /// `fault` tells what is wrong with a list that the rulebook names; nil where it is there.
  /// It throws `YAMLError`, but not typed: a typed one in an asynchronous caller crashes Swift 6.3.1.
  package init(
    atBase text: [UInt8]?,
    faultOf fault: (PathPattern) throws -> String? = { _ in nil }
  ) throws {
    if let text {
      rulebook = try Rulebook(text, name: Self.path, faultOf: fault)
      origin = .repository
      return
    }
    rulebook = .standard
    origin = .builtIn
  }

  /// Returns the paths of the lists among some of the repository: those that somebody names, else those
  /// that the rulebook does; nil where nobody does.
  package func lists(named: [String], among paths: [String]) -> [String]? {
    guard named.isEmpty else { return named }
    guard !rulebook.lists.isEmpty else { return nil }
    var lists: [String] = []
    for pattern in rulebook.lists {
      let found = pattern.isPath ? [pattern.text] : paths.filter { pattern.matches($0) }
      lists += found.filter { !lists.contains($0) }
    }
    return lists
  }

  /// Settles it for a list: where nobody wrote down how its entries are written, its base says so, or
  /// the head of a list that is new.
  package func rulebook(base: SourceText, head: SourceText) -> LearnedRulebook {
    guard origin == .builtIn || rulebook.learnsFormats else {
      return LearnedRulebook(rulebook: rulebook)
    }
    return rulebook.learned(from: base, or: head)
  }
}
