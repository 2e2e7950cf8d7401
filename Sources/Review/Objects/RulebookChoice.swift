package import Rules
internal import YAML

/// Which rulebook lists are held against: the one that somebody names, else the repository's own,
/// else one that is built in.
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
  package static let notice = "the contribution changes '\(path)'; the base's settings were used"

  package let rulebook: Rulebook
  package let origin: Origin

  /// A rulebook that somebody names.
  package init(_ named: Rulebook) {
    rulebook = named
    origin = .named
  }

  /// The rulebook that the base commit has at ``path``; nil for a built-in one.
  package init(atBase text: [UInt8]?) throws {
    if let text {
      rulebook = try Rulebook(text, name: Self.path)
      origin = .repository
      return
    }
    guard let builtIn = try Rulebook.builtIn() else {
      preconditionFailure("the default rulebook is built in")
    }
    rulebook = builtIn
    origin = .builtIn
  }
}
