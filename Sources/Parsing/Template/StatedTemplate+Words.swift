package import ListModel
internal import Text

extension StatedTemplate {
  /// A field whose place a word can hold.
  package enum Field: Sendable, CaseIterable {
    case name
    case authors
    case venue
    case year
    case date
    case description

    /// What stands for it in a form that is filled in.
    fileprivate var example: String {
      switch self {
      case .name: "GigaNet"
      case .authors: "Ann Adams, Bob Brown"
      case .venue: "CVPR"
      case .year: "2024"
      case .date: "2024-05-01"
      case .description: "Does one useful thing and another"
      }
    }
  }

  /// The words that hold the places of fields, as in `Paper Name. Conference'Year`.
  package var words: [Field: String] {
    let form = Array(text.utf8)
    var words: [Field: String] = [:]
    var index = 0
    while index < form.count {
      // An address holds the place of none.
      if form.matches("](", at: index), let close = form[index...].firstIndex(of: UInt8(ascii: ")"))
      {
        index = close
      }
      let isStart = index == 0 || !form[index - 1].isWord
      guard isStart, let place = Placeholder.first(in: form, at: index) else {
        index += 1
        continue
      }
      if let field = Field.allCases.first(where: { $0.example == place.example }),
        words[field] == nil
      {
        words[field] = form.string(index..<place.end)
      }
      index = place.end
    }
    return words
  }
}
