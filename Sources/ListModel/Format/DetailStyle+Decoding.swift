internal import Text
internal import YAML

extension DetailStyle {
  init(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "a style of nested items")
    let items = try fields.requiredNode("items")
    guard case .sequence(let nodes) = items.value, !nodes.isEmpty else {
      throw file.error(
        "'items' must be a sequence of forms, as in 'Code: {links}', not \(items.kind)",
        at: items.mark
      )
    }
    var forms: [DetailForm] = []
    for node in nodes {
      let form = try DetailForm(node, in: file)
      // Without a key, an item is known by what it says.
      guard
        !forms.contains(where: { $0.key == form.key && (form.key != "" || $0.value == form.value) })
      else { throw file.error("the form of '\(form.name)' stands here twice", at: node.mark) }
      forms.append(form)
    }
    if try fields.bool("other-tails") ?? false {
      for index in forms.indices { forms[index].tail?.isUsual = false }
    }
    self.init(
      forms: forms,
      isOrdered: try fields.bool("ordered") ?? false,
      separator: try fields.string("separator")
    )
    try fields.finish()
  }
}

extension DetailForm {
  fileprivate init(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    let text = try node.string(in: file, as: "the form of a nested item")
    do throws(Fault) {
      self = try DetailForm(text)
    } catch {
      throw file.error(error.message(on: text), at: node.mark)
    }
  }
}

extension DetailForm.Fault {
  fileprivate func message(on text: String) -> String {
    switch self {
    case .noValue: return "'\(text)' has no value; write what stands there, as in 'Code: {links}'"
    case .unclosed: return "a value is not closed by '}'"
    case .tooMany: return "'\(text)' has more than two values"
    case .trailing(let words):
      return "nothing can stand after the only value of '\(text)': take away '\(words)'"
    case .mark(let mark): return "the second value of '\(text)' takes '?', not '\(mark)'"
    case .unparted: return "nothing parts the two values of '\(text)'"
    case .unknown(let name):
      let names = DetailForm.Value.allCases.map(\.rawValue)
      let nearest = names.nearest(to: name).map { "did you mean '{\($0)}'?" }
      return
        "'{\(name)}' is not a value; \(nearest ?? "values are \(names.joined(separator: ", "))")"
    }
  }
}
