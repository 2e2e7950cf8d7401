internal import Text

/// The keys of a mapping, read one by one; what nobody asked for is a mistake of the file.
package struct Fields {
  package let file: YAMLFile
  package let mark: Mark
  private var unread: [(key: Node, value: Node)]
  /// Every key that was asked for: what the file may have meant by an unknown one.
  private var known: [String] = []

  /// Opens a mapping.
  ///
  /// `what` names it in the error, as in "a tag style".
  package init(_ node: Node, in file: YAMLFile, as what: String) throws(YAMLError) {
    guard case .mapping(let pairs) = node.value else {
      throw file.error("\(what) must be a mapping, not \(node.kind)", at: node.mark)
    }
    self.file = file
    self.mark = node.mark
    unread = pairs
  }

  /// Tells whether a key is there that nobody has taken yet.
  package func has(_ key: String) -> Bool { unread.contains { $0.key.text == key } }

  /// Takes the value of a key, nil where the key is absent.
  package mutating func node(_ key: String) -> Node? {
    known.append(key)
    guard let index = unread.firstIndex(where: { $0.key.text == key }) else { return nil }
    return unread.remove(at: index).value
  }

  package mutating func string(_ key: String) throws(YAMLError) -> String? {
    guard let node = node(key) else { return nil }
    return try node.string(in: file, as: "'\(key)'")
  }

  package mutating func requiredString(_ key: String) throws(YAMLError) -> String {
    guard let string = try string(key) else { throw missing(key) }
    return string
  }

  /// Takes the value of a key that must be there.
  package mutating func requiredNode(_ key: String) throws(YAMLError) -> Node {
    guard let node = node(key) else { throw missing(key) }
    return node
  }

  /// The error of a key that is not there; one that looks like it was most likely meant for it.
  private func missing(_ key: String) -> YAMLError {
    guard let slip = unread.first(where: { [key].nearest(to: $0.key.text) != nil }) else {
      return file.error("the key '\(key)' is missing", at: mark)
    }
    return file.error(
      "'\(slip.key.text)' is not a key here; did you mean '\(key)'?",
      at: slip.key.mark
    )
  }

  package mutating func strings(_ key: String) throws(YAMLError) -> [String]? {
    guard let node = node(key) else { return nil }
    return try node.strings(in: file, as: "'\(key)'")
  }

  /// Takes one of the names of an enumeration; `what` is what they are names of.
  package mutating func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ key: String,
    as what: String
  ) throws(YAMLError) -> Value? {
    guard let node = node(key) else { return nil }
    let text = try node.string(in: file, as: "'\(key)'")
    guard let value = Value(rawValue: text) else {
      let names = Value.allCases.map(\.rawValue)
      let nearest = names.nearest(to: text)
      let hint = nearest.map { "did you mean '\($0)'?" }
      var error = file.error(
        "'\(text)' is not a known \(what); \(hint ?? "there are \(names.joined(separator: ", "))")",
        at: node.mark
      )
      error.meant = nearest
      throw error
    }
    return value
  }

  package mutating func bool(_ key: String) throws(YAMLError) -> Bool? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, isPlain: true) = node.value, text == "true" || text == "false"
    else { throw file.error("'\(key)' must be true or false", at: node.mark) }
    return text == "true"
  }

  /// Takes all keys that are left, in the file's order: for mappings whose keys are names.
  package mutating func rest() -> [(key: Node, value: Node)] {
    defer { unread = [] }
    return unread
  }

  /// Throws where a key is left that nothing asked for.
  package func finish() throws(YAMLError) {
    guard let first = unread.first else { return }
    let key = first.key.text
    let nearest = known.nearest(to: key).map { "; did you mean '\($0)'?" } ?? ""
    var error = file.error("'\(key)' is not a key here\(nearest)", at: first.key.mark)
    error.expected = known
    throw error
  }
}

extension Node {
  /// The text of a scalar; empty for anything else.
  package var text: String {
    if case .scalar(let text, _) = value { text } else { "" }
  }

  package func string(in file: YAMLFile, as what: String) throws(YAMLError) -> String {
    guard case .scalar(let text, _) = value else {
      throw file.error("\(what) must be a string, not \(kind)", at: mark)
    }
    return text
  }

  package func strings(in file: YAMLFile, as what: String) throws(YAMLError) -> [String] {
    guard case .sequence(let items) = value else {
      throw file.error("\(what) must be a sequence of strings, not \(kind)", at: mark)
    }
    var strings: [String] = []
    for item in items { strings.append(try item.string(in: file, as: "an item of \(what)")) }
    return strings
  }
}
