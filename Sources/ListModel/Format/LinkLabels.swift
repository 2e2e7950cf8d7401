internal import Text

/// The labels that links may have, in the order in which they are written, and other words for them.
package struct LinkLabels: Sendable {
  /// The label under which the paper itself is linked.
  package static let paper = "paper"

  /// In the order in which links with them are written.
  package let names: [String]
  /// Whether there are no others.
  package let isClosed: Bool
  /// From a word in lower case to the label it stands for; labels stand for themselves.
  private let nameOfWord: [String: String]
  /// Labels as they are written, which stay as they are.
  package let accepted: Set<String>
  /// From what other lists call it to the label of this one.
  private let nameOfCommon: [String: String]

  package init(_ labels: [(name: String, aliases: [String])]) {
    self.init(labels, isClosed: true, accepted: [], knowing: nil)
  }

  /// Makes the labels of a list, with the words that links have on other lists: each stands for the
  /// label here that means the same.
  package init(
    _ labels: [(name: String, aliases: [String])],
    isClosed: Bool,
    accepted: Set<String>,
    knowing known: LinkLabels?
  ) {
    var nameOfCommon: [String: String] = [:]
    if let known {
      var own: [String: String] = [:]
      for label in labels.reversed() {
        let key = Self.key(label.name)
        own[known.name(of: key) ?? key] = label.name
      }
      for (word, name) in known.words { nameOfCommon[word] = own[name] ?? name }
    }
    self.nameOfCommon = nameOfCommon
    names = labels.map(\.name)
    self.isClosed = isClosed
    self.accepted = accepted
    var nameOfWord: [String: String] = [:]
    for label in labels {
      for alias in label.aliases { nameOfWord[alias.lowercased()] = label.name }
    }
    for label in labels { nameOfWord[Self.key(label.name)] = label.name }
    for label in labels { nameOfWord[label.name.lowercased()] = label.name }
    self.nameOfWord = nameOfWord
  }

  /// Returns the label that a word is or stands for, whatever its case and the signs before it.
  package func name(of word: String) -> String? {
    if accepted.contains(word) { return word }
    if let name = nameOfWord[word] { return name }
    // Small letters alone have no other form.
    if !word.isEmpty, word.utf8.allSatisfy(\.isLowercase) { return nameOfCommon[word] }
    if let name = nameOfWord[word.lowercased()] { return name }
    let key = Self.key(word)
    return nameOfWord[key] ?? nameOfCommon[key]
  }

  /// Tells whether a word says on other lists, too, where a link leads: `paper`, `code`.
  package func isCommon(_ word: String) -> Bool {
    let key = Self.key(word)
    return (nameOfCommon.isEmpty ? nameOfWord : nameOfCommon)[key] != nil
  }

  package func nearest(to word: String) -> String? { names.nearest(to: word) }

  /// Returns what two forms of one label share: letters and digits in lower case, and spaces between.
  package static func key(_ label: String) -> String {
    if label.isASCII {
      let bytes = Array(label.utf8)
      guard let first = bytes.firstIndex(where: \.isWord),
        let last = bytes.lastIndex(where: \.isWord)
      else { return "" }
      return bytes.string(first..<last + 1).lowercased()
    }
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || "0"..."9" ~= scalar
    }
    let scalars = label.unicodeScalars
    guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord)
    else { return "" }
    return String(scalars[first...last]).lowercased()
  }

  /// The same words, of which nobody says that there are no others.
  var opened: LinkLabels { LinkLabels([], isClosed: false, accepted: [], knowing: self) }

  /// All words with what they stand for.
  private var words: [String: String] { nameOfWord.merging(nameOfCommon) { own, _ in own } }
}
