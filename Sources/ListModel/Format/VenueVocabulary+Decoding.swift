internal import Text
package import YAML

extension VenueVocabulary {
  /// Reads the venues of `rules/venues.yml`: names under their kinds and fields, then what else stands
  /// for them.
  ///
  /// They are read at every start, so many names are one value of the file, separated by commas.
  package init(_ file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(file.root, in: file, as: "the venues")
    var vocabulary = VenueVocabulary(capacity: 600)
    for kind in Kind.allCases {
      guard let node = fields.node(kind.rawValue) else { continue }
      var topics = try Fields(node, in: file, as: "'\(kind.rawValue)'")
      for (_, value) in topics.rest() {
        for name in try vocabulary.names(value, in: file) { vocabulary.add(name, kind) }
      }
    }
    if let node = fields.node("other") {
      for name in try vocabulary.names(node, in: file) { vocabulary.add(name, nil) }
    }
    if let node = fields.node("ordinary") {
      var kinds = try Fields(node, in: file, as: "'ordinary'")
      for kind in Kind.allCases {
        guard let node = kinds.node(kind.rawValue) else { continue }
        for name in try vocabulary.names(node, in: file) { vocabulary.add(ordinary: name, kind) }
      }
      try kinds.finish()
    }
    if let node = fields.node("aliases") {
      var venues = try Fields(node, in: file, as: "'aliases'")
      for (key, value) in venues.rest() {
        for alias in try vocabulary.names(value, in: file) {
          guard vocabulary.add(alias: alias, of: key.text) else {
            throw file.error("'\(key.text)' is not a venue that stands above", at: key.mark)
          }
        }
      }
    }
    try fields.finish()
    self = vocabulary
  }
}

extension VenueVocabulary {
  /// Reads the venues of a list's own rulebook, as in `- {name: FOO, aliases: [Foo Conference]}`.
  package mutating func add(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    guard case .sequence(let nodes) = node.value else {
      throw file.error("'venues' must be a sequence of venues, not \(node.kind)", at: node.mark)
    }
    var venueOfWord: [String: Int] = [:]
    for (index, node) in nodes.enumerated() {
      var fields = try Fields(node, in: file, as: "a venue")
      let name = try fields.requiredNode("name")
      let aliases = fields.node("aliases")
      let kind: Kind? = try fields.choice("kind", as: "kind of venue")
      try fields.finish()
      var words = [(text: try name.string(in: file, as: "'name'"), mark: name.mark)]
      if let aliases {
        words += try aliases.strings(in: file, as: "'aliases'").map { ($0, aliases.mark) }
      }
      for (text, mark) in words {
        guard !text.isEmpty, !text.contains(where: \.isNewline) else {
          throw file.error("the name of a venue is one line of text", at: mark)
        }
        guard venueOfWord.updateValue(index, forKey: text.lowercased()) ?? index == index else {
          throw file.error("'\(text)' stands for two venues", at: mark)
        }
      }
      state(words[0].text, aliases: words.dropFirst().map(\.text), kind)
    }
  }
}

extension VenueVocabulary {
  /// Reads names that commas separate.
  private mutating func names(_ node: Node, in file: YAMLFile) throws(YAMLError) -> [Range<Int>] {
    let names = names(in: try node.string(in: file, as: "a list of names"))
    guard !names.contains(where: { $0.isEmpty }) else {
      throw file.error("a name is missing between two commas", at: node.mark)
    }
    return names
  }
}
