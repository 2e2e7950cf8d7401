package import ListModel
internal import Markdown

/// How a list numbers its entries, and which entries are out of step.
package struct Numberings: Sendable {
  package struct Slip: Sendable {
    let number: Int
    /// What the number should be; nil where those behind it are to be counted on.
    let expected: Int?
    /// The neighbour that says so: the entry before, or the one behind where `expected` is nil.
    let neighbour: (number: Int, line: Int)
    /// Whether the entries behind are in step with what it should be.
    let isAlone: Bool
  }

  private var slips: [EntryPlace: Slip] = [:]

  package static let none = Numberings()

  private init() {}

  /// Counts the numbers of a document's entries.
  ///
  /// A list keeps numbers where nearly all neighbours are in step; where every entry is number one,
  /// it leaves the counting to the page.
  init(of document: ListDocument, _ runs: EntryRuns, contributed: Set<EntryPlace>) {
    let numbers = document.entries.map { document.number(of: $0) }
    guard numbers.contains(where: { $0 != nil }) else { return }
    let sequences = runs.runs.flatMap { document.sequences(of: $0, numbers) }
    var pairs = (kept: 0, ones: 0, broken: 0)
    for sequence in sequences {
      for (first, second) in zip(sequence, sequence.dropFirst()) {
        // What the contribution wrote does not say what the list does.
        guard !contributed.contains(first.place), !contributed.contains(second.place) else {
          continue
        }
        if second.number == first.number + 1 {
          pairs.kept += 1
        } else if first.number == 1, second.number == 1 {
          pairs.ones += 1
        } else {
          pairs.broken += 1
        }
      }
    }
    let all = pairs.kept + pairs.ones + pairs.broken
    if pairs.kept >= 5, pairs.kept * 10 >= all * 9 {
      for sequence in sequences { findSlips(in: sequence, contributed) }
    } else if pairs.ones >= 8, pairs.ones * 100 >= all * 95 {
      // `1.` and `2.` by themselves are counted.
      for sequence in sequences where sequence.count(where: { $0.number == 1 }) > 1 {
        for (first, second) in zip(sequence, sequence.dropFirst())
        where first.number == 1 && second.number != 1 {
          slips[second.place] = Slip(
            number: second.number,
            expected: 1,
            neighbour: (1, first.place.lines.lowerBound),
            isAlone: true
          )
        }
      }
    }
  }

  private mutating func findSlips(
    in sequence: [(place: EntryPlace, number: Int)],
    _ contributed: Set<EntryPlace>
  ) {
    for index in sequence.indices {
      let (place, number) = sequence[index]
      let next = index + 1 < sequence.count ? sequence[index + 1] : nil
      if index > 0, number != sequence[index - 1].number + 1 {
        let last = sequence[index - 1]
        slips[place] = Slip(
          number: number,
          expected: last.number + 1,
          neighbour: (last.number, last.place.lines.lowerBound),
          isAlone: next.map { $0.number == last.number + 2 } ?? true
        )
      } else if let next, contributed.contains(place), !contributed.contains(next.place),
        next.number != number + 1
      {
        slips[place] = Slip(
          number: number,
          expected: nil,
          neighbour: (next.number, next.place.lines.lowerBound),
          isAlone: false
        )
      }
    }
  }

  /// Returns what is wrong with an entry's number, nil where nothing is.
  package func slip(of place: EntryPlace) -> Slip? { slips[place] }
}

extension ListDocument {
  /// Returns the number that an entry's marker has, nil where it has none.
  fileprivate func number(of place: EntryPlace) -> Int? {
    let line = text.bytes[text.line(place.lines.lowerBound)].drop { $0.isWhitespace }
    let digits = line.prefix { $0.isDigit }
    guard !digits.isEmpty, digits.count < 7, let sign = line.dropFirst(digits.count).first,
      sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"),
      line.dropFirst(digits.count + 1).first?.isWhitespace ?? true
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Cuts a run into its numbered lists: one begins behind what has no number, and at a number one
  /// that stands apart from the entry before.
  fileprivate func sequences(
    of run: [Int],
    _ numbers: [Int?]
  ) -> [[(place: EntryPlace, number: Int)]] {
    var sequences: [[(place: EntryPlace, number: Int)]] = []
    var isOpen = false
    for index in run {
      let place = entries[index]
      guard let number = numbers[index] else {
        isOpen = false
        continue
      }
      let last = isOpen ? sequences.last?.last : nil
      let isApart = last.map { $0.place.lines.upperBound < place.lines.lowerBound } ?? true
      if last == nil || number == 1 && last?.number != 1 && isApart { sequences.append([]) }
      sequences[sequences.count - 1].append((place, number))
      isOpen = true
    }
    return sequences
  }
}
