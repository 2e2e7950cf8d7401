package import ListModel
internal import Markdown
internal import Text

/// How a list numbers its entries, and which entries are out of step.
package struct Numberings: Sendable {
  package struct Slip: Sendable {
    let number: Int
    /// What the number should be; nil where those after it are to be counted on.
    let expected: Int?
    /// The neighbour that says so: the entry before, or the one after where `expected` is nil.
    let neighbour: (number: Int, line: Int)
    /// Whether the entries after are in step with what it should be.
    let isAlone: Bool
  }

  private var slips: [EntryPlace: Slip] = [:]

  package static let none = Numberings()

  private init() {}

  /// Finds the entries of a document that are out of step with the numbering which their format states,
  /// else with the one that the list keeps.
  init(of document: ListDocument, _ runs: EntryRuns, contributed: Set<EntryPlace>) {
    let sequences = document.sequences(of: runs)
    guard !sequences.isEmpty else { return }
    func stated(_ sequence: [(place: EntryPlace, number: Int)]) -> Numbering? {
      document.format(of: sequence[0].place).numbering
    }
    let habit = NumberingHabit(sequences.filter { stated($0) == nil }, besides: contributed)
    for sequence in sequences {
      let numbering = stated(sequence)
      switch numbering ?? habit.numbering {
      case .counted: findSlips(in: sequence, contributed)
      case .ones: findCounted(in: sequence, isStated: numbering != nil)
      case .any, nil: break
      }
    }
  }

  /// Finds the numbers that should be one.
  private mutating func findCounted(
    in sequence: [(place: EntryPlace, number: Int)],
    isStated: Bool
  ) {
    // `1.` and `2.` by themselves are counted, unless somebody says otherwise.
    guard isStated || sequence.count(where: { $0.number == 1 }) > 1 else { return }
    if isStated, sequence.count > 1, sequence[0].number != 1 {
      slips[sequence[0].place] = Slip(
        number: sequence[0].number,
        expected: 1,
        neighbour: (sequence[1].number, sequence[1].place.lines.lowerBound),
        isAlone: true
      )
    }
    for (first, second) in zip(sequence, sequence.dropFirst())
    where second.number != 1 && (first.number == 1 || isStated) {
      slips[second.place] = Slip(
        number: second.number,
        expected: 1,
        neighbour: (first.number, first.place.lines.lowerBound),
        isAlone: true
      )
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
  /// Returns the document's numbered lists, each with its entries and their numbers.
  package func sequences(of runs: EntryRuns) -> [[(place: EntryPlace, number: Int)]] {
    let numbers = entries.map { number(of: $0) }
    guard numbers.contains(where: { $0 != nil }) else { return [] }
    return runs.runs.flatMap { sequences(of: $0, numbers) }
  }

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

  /// Cuts a run into its numbered lists: one begins after what has no number, and at a number one
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
