internal import Classifier
internal import GitHub
internal import ListModel
internal import Review
internal import Rules

/// The hidden first line by which a pull request of the program's is known, and what it proposes.
///
/// Anybody can write such a line: it counts only in what the program's own account wrote.
enum SweepMarker: Hashable {
  /// A pull request that proposes something.
  case proposal(State)
  /// One of which nothing was left, so that the program closed it.
  case done

  /// What a pull request proposes.
  struct State: Hashable {
    /// The commit that the changes are made to.
    let base: CommitSHA
    /// The commit with the changes.
    let head: CommitSHA
    /// What the text says, wherever it stands by now.
    let digest: Fingerprint
    /// The changes, each with the entry that it is of.
    let changes: [Fingerprint: Fingerprint]
  }

  /// The line, without its end.
  var line: String {
    switch self {
    case .done: "<!-- rubric sweep done -->"
    case .proposal(let state):
      "<!-- rubric sweep \(state.base) \(state.head) \(state.digest.text) "
        + state.changes.map { "\($0.key.text)-\($0.value.text)" }.sorted()
        .map { $0 + " " }.joined() + "-->"
    }
  }

  /// Reads the first line of a body; nil when it is not a marker.
  init?(ofBody body: String) {
    let words = body.prefix { !$0.isNewline }.split(separator: " ")
    guard words.count > 4, words[..<3] == ["<!--", "rubric", "sweep"], words.last == "-->" else {
      return nil
    }
    let values = Array(words[3..<(words.count - 1)])
    if values == ["done"] {
      self = .done
      return
    }
    guard values.count >= 3, let base = CommitSHA(String(values[0])),
      let head = CommitSHA(String(values[1])), let digest = Fingerprint(values[2])
    else { return nil }
    var changes: [Fingerprint: Fingerprint] = [:]
    for value in values.dropFirst(3) {
      let parts = value.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let change = Fingerprint(parts[0]), let entry = Fingerprint(parts[1])
      else { return nil }
      changes[change] = entry
    }
    self = .proposal(State(base: base, head: head, digest: digest, changes: changes))
  }
}

extension Proposal {
  /// The changes, each with the entry that it is of.
  var tokens: [Fingerprint: Fingerprint] {
    Dictionary(changes.map { ($0.fingerprint, $0.entryKey) }) { first, _ in first }
  }

  /// What a text about this says, wherever the entries stand.
  var digest: Fingerprint {
    let rest = lists.flatMap { list in
      list.rest.map { located in
        let finding = located.finding
        return [
          list.path, finding.rule, finding.message.plain,
          located.identity?.description ?? "none",
        ]
        .joined(separator: "\u{0}")
      }
    }
    return Fingerprint(
      changes.map(\.fingerprint.text).sorted() + ["\(waiting)"] + rest.sorted()
    )
  }
}
