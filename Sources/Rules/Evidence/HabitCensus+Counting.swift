internal import ListModel

extension HabitCensus {
  /// Returns evidence as it holds for who counts all entries that there are, those of the contribution as well
  /// where most of the whole still do what is asked for; the same where there are too many to count.
  func counted(
    _ evidence: Evidence,
    for finding: Finding,
    about subject: Subject,
    at place: EntryPlace
  ) -> Evidence {
    let all = sample(.all(evidence.scope == .section ? place.section : nil))
    guard all.isAll else { return evidence }
    let kind = FindingKind(finding)
    let old = isRewritten ? all : all.without(context.contributed)
    let (every, earlier) = (
      all.count(of: kind, among: subject, besides: place),
      old.count(of: kind, among: subject, besides: place)
    )
    guard earlier.of > 0 else { return evidence }
    let isClear =
      every.of > 0 && Levels.throughout.isReached(by: every.of - every.found, of: every.of)
    let count = isClear ? every : earlier
    return Evidence(
      agree: count.of - count.found,
      of: count.of,
      in: evidence.scope,
      isEarlier: !isClear && earlier.of < every.of
    )
  }
}
