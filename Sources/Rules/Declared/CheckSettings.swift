internal import Text
internal import YAML

/// The settings of one check, as they are read.
struct CheckSettings {
  var fields: Fields
  /// The labels of the rulebook's links, where there are no others.
  let labels: [String]

  var file: YAMLFile { fields.file }

  /// Takes a name out of several.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    of choices: Choice.Type,
    as what: String
  ) throws(YAMLError) -> Choice? where Choice.RawValue == String {
    guard let node = fields.node(key) else { return nil }
    let text = try node.string(in: file, as: "'\(key)'")
    guard let choice = Choice(rawValue: text) else {
      let names = choices.allCases.map(\.rawValue)
      let nearest = names.nearest(to: text)
      let hint = nearest.map { "did you mean '\($0)'?" }
      var error = file.error(
        "'\(text)' is not \(what); \(hint ?? "write one of \(names.joined(separator: ", "))")",
        at: node.mark
      )
      error.meant = nearest
      throw error
    }
    return choice
  }

  mutating func requiredChoice<Choice: RawRepresentable & CaseIterable>(
    _ key: String,
    of choices: Choice.Type,
    as what: String
  ) throws(YAMLError) -> Choice where Choice.RawValue == String {
    if let choice = try choice(key, of: choices, as: what) { return choice }
    _ = try fields.requiredNode(key)
    preconditionFailure("a key that is absent was read")
  }

  /// Takes a text of one line, with nothing invisible in it: it is shown to contributors as it is.
  mutating func line(_ key: String) throws(YAMLError) -> String? {
    guard let node = fields.node(key) else { return nil }
    return try line(node, as: "'\(key)'")
  }

  private func line(_ node: Node, as what: String) throws(YAMLError) -> String {
    let text = try node.string(in: file, as: what)
    guard text == text.withVisibleControls, !text.isEmpty, text.utf8.count <= 500 else {
      throw file.error("\(what) must be one line of at most 500 visible bytes", at: node.mark)
    }
    return text
  }

  /// Takes the headings below which a check holds.
  mutating func sections() throws(YAMLError) -> Set<String>? {
    guard let node = fields.node("sections") else { return nil }
    let names = try node.strings(in: file, as: "'sections'")
    guard !names.isEmpty else {
      throw file.error("'sections' names no section; leave it out to check all", at: node.mark)
    }
    return Set(names.map { $0.lowercased() })
  }

  /// Takes what a check is about.
  mutating func subject() throws(YAMLError) -> CheckSubject {
    let field = try requiredChoice("field", of: CheckSubject.Field.self, as: "a field")
    guard let node = fields.node("label") else { return CheckSubject(field: field) }
    guard field == .url || field == .linkLabel else {
      throw file.error(
        "'label' chooses among links; the field is '\(field.rawValue)'",
        at: node.mark
      )
    }
    return CheckSubject(field: field, label: try label(node))
  }

  /// Takes what must be there: a field, or the link of a label.
  mutating func requirement() throws(YAMLError) -> (CheckSubject, any CheckAssertion) {
    guard let node = fields.node("label") else {
      let field = try requiredChoice("field", of: CheckSubject.Field.self, as: "a field")
      return (CheckSubject(field: field), Requirement(label: nil))
    }
    let label = try label(node)
    if let field = fields.node("field") {
      throw file.error(
        "'field' does not go with 'label': the link '\(label)' is what is required",
        at: field.mark
      )
    }
    return (CheckSubject(field: .url, label: label), Requirement(label: label))
  }

  private func label(_ node: Node) throws(YAMLError) -> String {
    let label = try line(node, as: "'label'")
    guard labels.isEmpty || labels.contains(label) else {
      let nearest = labels.nearest(to: label).map { "; did you mean '\($0)'?" } ?? ""
      throw file.error("'\(label)' is none of the format's link labels\(nearest)", at: node.mark)
    }
    return label
  }

  /// Takes what the check says; without it, what checks of its kind say.
  mutating func message(for assertion: any CheckAssertion) throws(YAMLError) -> CheckMessage {
    let node = fields.node("message")
    let text = try node.map { (node) throws(YAMLError) in try line(node, as: "'message'") }
    let allowed = type(of: assertion).placeholders
    do throws(CheckMessage.UnknownPlaceholder) {
      return try CheckMessage(text ?? assertion.standardMessage, allowing: allowed)
    } catch {
      guard let node else { preconditionFailure("a standard message has '{\(error.word)}'") }
      let names = allowed.map(\.rawValue)
      let nearest = names.nearest(to: error.word).map { "did you mean '{\($0)}'?" }
      let all = names.map { "{\($0)}" }.joined(separator: ", ")
      throw file.error(
        "'{\(error.word)}' stands for nothing here; \(nearest ?? "write one of \(all)")",
        at: node.mark
      )
    }
  }
}
