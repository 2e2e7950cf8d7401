internal import Patterns
internal import Text
internal import YAML

/// What checks look for.
extension CheckSettings {
  /// Takes `words` and `patterns`, at least one of which must be there.
  mutating func requiredPatterns() throws(YAMLError) -> PatternList {
    guard let patterns = try patterns() else { throw nothingToFind() }
    return patterns
  }

  private mutating func patterns() throws(YAMLError) -> PatternList? {
    let ignoresCase = try fields.bool("ignore-case") ?? false
    let words = fields.node("words")
    let sources = fields.node("patterns")
    var patterns: [Pattern] = []
    if let words {
      let list = try words.strings(in: file, as: "'words'")
      try require(list, in: words, "words")
      patterns.append(try compile(Pattern.source(ofWords: list), words, ignoresCase))
    }
    if let sources {
      try require(try sources.strings(in: file, as: "'patterns'"), in: sources, "patterns")
      for node in sources.items { patterns.append(try compile(node.text, node, ignoresCase)) }
    }
    return words == nil && sources == nil ? nil : PatternList(patterns: patterns)
  }

  /// Takes `pattern`, which must be there.
  mutating func requiredPattern() throws(YAMLError) -> Pattern {
    let ignoresCase = try fields.bool("ignore-case") ?? false
    let node = try fields.requiredNode("pattern")
    return try compile(try node.string(in: file, as: "'pattern'"), node, ignoresCase)
  }

  /// Takes what should stand for words and patterns.
  mutating func substitution() throws(YAMLError) -> Substitution {
    let ignoresCase = try fields.bool("ignore-case") ?? false
    let words = try pairs("words")
    let patterns = try pairs("patterns")
    if words == nil && patterns == nil { throw nothingToFind() }
    var compiled: [(Pattern, ReplacementTemplate)] = []
    for (key, replacement) in patterns?.pairs ?? [] {
      let pattern = try compile(key.text, key, ignoresCase)
      do throws(ReplacementTemplate.UnknownGroup) {
        compiled.append(
          (pattern, try ReplacementTemplate(replacement.text, groupCount: pattern.groupCount))
        )
      } catch {
        throw file.error(
          "the pattern has no group \(error.number); it has \(pattern.groupCount)",
          at: replacement.mark
        )
      }
    }
    return Substitution(
      words: try words.map { (words) throws(YAMLError) in
        try substitutedWords(words.pairs, at: words.node, ignoresCase)
      },
      patterns: compiled
    )
  }

  private func substitutedWords(
    _ pairs: [(key: Node, value: Node)],
    at node: Node,
    _ ignoresCase: Bool
  ) throws(YAMLError) -> Substitution.Words {
    var replacements: [String: String] = [:]
    for (key, value) in pairs {
      let word = ignoresCase ? key.text.lowercased() : key.text
      guard replacements.updateValue(value.text, forKey: word) == nil else {
        throw file.error("'\(key.text)' is here twice, as case is ignored", at: key.mark)
      }
    }
    let source = Pattern.source(ofWords: pairs.map(\.key.text))
    return Substitution.Words(
      pattern: try compile(source, node, ignoresCase),
      replacements: replacements,
      ignoresCase: ignoresCase
    )
  }

  /// Takes how often something may stand somewhere.
  mutating func occurrence(of field: CheckSubject.Field) throws(YAMLError) -> Occurrence {
    let mark = fields.mark
    let counted = try patterns()
    if counted == nil, !field.isRepeated { throw nothingToFind() }
    let min = try number("min")
    let maxNode = fields.node("max")
    let max = try maxNode.map { (node) throws(YAMLError) in try number(node, as: "'max'") }
    guard min != nil || max != nil else {
      throw file.error("say how many there may be: 'min', 'max' or both", at: mark)
    }
    if let min, let max, let maxNode, max < min {
      throw file.error("'max' is less than 'min'", at: maxNode.mark)
    }
    return Occurrence(counted: counted, min: min ?? 0, max: max)
  }

  /// Takes how words are to begin.
  mutating func capitalisation() throws(YAMLError) -> Capitalisation {
    let style = try requiredChoice("style", of: Capitalisation.Style.self, as: "a style")
    guard let node = fields.node("exceptions") else {
      return Capitalisation(style: style, exceptions: nil)
    }
    let words = try node.strings(in: file, as: "'exceptions'")
    try require(words, in: node, "exceptions")
    return Capitalisation(
      style: style,
      exceptions: try compile(Pattern.source(ofWords: words), node, false)
    )
  }

  private func compile(
    _ source: String,
    _ node: Node,
    _ ignoresCase: Bool
  ) throws(YAMLError) -> Pattern {
    do throws(PatternError) {
      return try Pattern(source, ignoringCase: ignoresCase)
    } catch {
      throw file.error("this is not a pattern: \(error)", at: node.mark)
    }
  }

  private func nothingToFind() -> YAMLError {
    file.error("say what to look for: 'words', 'patterns' or both", at: fields.mark)
  }

  /// Throws where a list has no text, or an empty one.
  private func require(_ texts: [String], in node: Node, _ key: String) throws(YAMLError) {
    guard !texts.isEmpty, !texts.contains("") else {
      throw file.error("'\(key)' must have an item, and none may be empty", at: node.mark)
    }
  }

  /// Takes a mapping from texts to texts.
  private mutating func pairs(
    _ key: String
  ) throws(YAMLError) -> (node: Node, pairs: [(key: Node, value: Node)])? {
    guard let node = fields.node(key) else { return nil }
    var mapping = try Fields(node, in: file, as: "'\(key)' of a substitution")
    let pairs = mapping.rest()
    try require(pairs.map(\.key.text), in: node, key)
    for pair in pairs { _ = try pair.value.string(in: file, as: "a replacement") }
    return (node, pairs)
  }

  private mutating func number(_ key: String) throws(YAMLError) -> Int? {
    guard let node = fields.node(key) else { return nil }
    return try number(node, as: "'\(key)'")
  }

  private func number(_ node: Node, as what: String) throws(YAMLError) -> Int {
    guard let number = Int(try node.string(in: file, as: what)), (0...9_999).contains(number) else {
      throw file.error("\(what) must be a number from 0 to 9999", at: node.mark)
    }
    return number
  }
}

extension Node {
  fileprivate var items: [Node] {
    if case .sequence(let items) = value { items } else { [] }
  }
}
