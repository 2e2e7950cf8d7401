internal import ListModel
internal import Parsing
internal import Text

/// What stands between the fields of a list's entries, where its habit was weighed against what it states.
///
/// The statement decides, and entries that are written otherwise do not vote. Habit is kept where hardly
/// any entry follows, for then the statement is out of date, and where a statement only leaves something
/// out, for that forbids nothing.
struct Weighing {
  /// The one of several statements that is nearest to the habit; nil where there is none.
  let statement: Statement?
  private(set) var usualSeparators: UsualSeparators = [:]
  /// What is stated, but not what most entries have, where habit is kept.
  private(set) var overruled: UsualSeparators = [:]
  /// Whether lines are indented in other ways than the stated one.
  private(set) var mixesIndentation = false
  /// Whether some entries have a line end where others have a space.
  private(set) var wrapsLines = false

  init(_ counts: [FieldPair: Tally<String>], against statements: [Statement]) {
    statement = Self.nearest(of: statements, to: counts)
    for (pair, tally) in counts {
      let most = tally.most
      // Where a line ends that was long enough says nothing of what stands there.
      let wrapped =
        most.map { most in
          tally.ranked.reduce(0) { sum, other in
            sum
              + (other.thing != most.thing && other.thing.unwrapped == most.thing ? other.count : 0)
          }
        } ?? 0
      if wrapped > 1, wrapped * 20 >= tally.total { wrapsLines = true }
      usualSeparators[pair] = most.map { most in
        UsualSeparator(text: most.thing, count: most.count + wrapped, total: tally.total)
      }
      guard let statement, let text = statement.texts[pair] else { continue }
      var stated = UsualSeparator(text: text, count: tally.counts[text] ?? 0, total: tally.total)
      stated.statedOn = statement.template.line
      let count = tally.ranked.reduce(0) { $0 + ($1.thing.lines == text.lines ? $1.count : 0) }
      // How far a line is indented is not a matter of the form, where entries differ in it.
      if text.contains("\n"), stated.count * 100 < count * 95 { mixesIndentation = true }
      let leavesOut =
        pair != FieldPair(.links, .links) && text.leavesOut(of: tally.most?.thing ?? "")
      if !leavesOut, Statement.holds(stated.count, of: stated.total) {
        usualSeparators[pair] = stated
      } else {
        overruled[pair] = stated
      }
    }
  }

  /// Returns the statement that most entries follow in most of what it says; nil where none says two
  /// things of which one in ten entries has any.
  private static func nearest(
    of statements: [Statement],
    to counts: [FieldPair: Tally<String>]
  ) -> Statement? {
    var nearest: (statement: Statement, share: Double)?
    for statement in statements {
      let asked = statement.texts.filter { counts[$0.key] != nil }
      let total = asked.reduce(0) { $0 + (counts[$1.key]?.total ?? 0) }
      let count = asked.reduce(0) { $0 + (counts[$1.key]?.counts[$1.value] ?? 0) }
      guard asked.count >= 2, count * 10 >= total else { continue }
      let share = Double(count) / Double(total)
      if share > nearest?.share ?? 0 { nearest = (statement, share) }
    }
    return nearest?.statement
  }
}

extension String {
  /// Whether it is another text without some of its signs, or without its hard line break.
  fileprivate func leavesOut(of other: String) -> Bool {
    let signs = filter { !$0.isWhitespace }
    var rest = other.filter { !$0.isWhitespace }[...]
    let hasMore = signs.count < rest.count || other.breaksHard && !breaksHard
    return hasMore
      && signs.allSatisfy { sign in
        guard let index = rest.firstIndex(of: sign) else { return false }
        rest = rest[rest.index(after: index)...]
        return true
      }
  }
}
