internal import Classifier
internal import ListModel
internal import Rules
internal import Text

extension Report {
  /// Whether every entry was looked at.
  var isWhole: Bool { lists.allSatisfy { $0.unseen == 0 } }
}

extension ListReport {
  /// What to say in a review of a list that there was no time for; nil where there was.
  var unseenNotice: String? {
    unseen == 0 ? nil : "\(MarkdownText.code(path)): time ran out before \(counted) looked at."
  }

  /// The same for a log.
  var unseenLine: String? {
    unseen == 0
      ? nil
      : "\(path.withVisibleControls): time ran out before \(counted) looked at: see --time-limit"
  }

  private var counted: String { unseen == 1 ? "1 entry was" : "\(unseen) entries were" }
}
