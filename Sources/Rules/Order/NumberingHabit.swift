package import ListModel

/// How neighbours in numbered lists are numbered: which of the numberings a list keeps by itself.
package struct NumberingHabit {
  private var counted = 0
  private var ones = 0
  private var broken = 0

  private var total: Int { counted + ones + broken }

  /// Counts the neighbours in some numbered lists, but for those that a contribution wrote: they do not
  /// say what the list does.
  package init(
    _ sequences: some Sequence<[(place: EntryPlace, number: Int)]>,
    besides contributed: Set<EntryPlace>
  ) {
    for sequence in sequences {
      for (first, second) in zip(sequence, sequence.dropFirst()) {
        guard !contributed.contains(first.place), !contributed.contains(second.place) else {
          continue
        }
        if second.number == first.number + 1 {
          counted += 1
        } else if first.number == 1, second.number == 1 {
          ones += 1
        } else {
          broken += 1
        }
      }
    }
  }

  /// The numbering that the list keeps; nil where it keeps none.
  ///
  /// It counts where nearly all neighbours are in step; where every entry is number one, it leaves the
  /// counting to the page.
  var numbering: Numbering? {
    if counted >= 5, counted * 10 >= total * 9 { return .counted }
    return ones >= 8 && Share.certain.isReached(by: ones, of: total) ? .ones : nil
  }

  /// The numbering that most neighbours have, with their number; nil where there are none.
  package var most: (numbering: Numbering, evidence: String)? {
    guard total > 0 else { return nil }
    return counted >= ones
      ? (.counted, "\(counted) of \(total) neighbours") : (.ones, "\(ones) of \(total) neighbours")
  }
}
