internal import Text
package import YAML

extension TagStyle {
  init(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "a tag style")
    open = try fields.string("open") ?? ""
    let item = try fields.node("item").map { (node) throws(YAMLError) in
      try node.split(around: ["{tag}"], in: file)
    }
    itemOpen = item?[0] ?? "["
    itemClose = item?[1] ?? "]"
    separator = try fields.string("separator") ?? ""
    close = try fields.string("close") ?? ""
    try fields.finish()
  }
}

extension VenueStyle {
  init(
    _ node: Node,
    in file: YAMLFile,
    vocabulary: VenueVocabulary
  ) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "a venue style")
    let form = try fields.requiredNode("form")
    hasShortYear = form.text.has("{yy}")
    let literals = try form.split(around: ["{name}", hasShortYear ? "{yy}" : "{year}"], in: file)
    open = literals[0]
    middle = literals[1]
    close = literals[2]
    self.vocabulary = vocabulary
    try fields.finish()
  }
}

extension LinkStyle {
  /// Reads a style; `known` are words that stand for the labels, where these need not be said.
  init(_ node: Node, in file: YAMLFile, knowing known: LinkLabels?) throws(YAMLError) {
    var fields = try Fields(node, in: file, as: "a link style")
    let literals = try fields.requiredNode("item").split(around: ["{label}", "{url}"], in: file)
    (open, middle, close) = (literals[0], literals[1], literals[2])
    isUsual = try !(fields.bool("other-forms") ?? false)
    isOrdered = try fields.bool("ordered") ?? (known == nil)
    separator =
      try known == nil ? fields.requiredString("separator") : fields.string("separator") ?? ""
    let isClosed = try !(fields.bool("other-labels") ?? false)
    let accepted = Set(try fields.strings("accepted-labels") ?? [])
    if let known, !fields.has("labels") {
      labels = known.opened
    } else {
      labels = LinkLabels(
        try fields.requiredNode("labels").namesWithAliases(in: file, as: "labels"),
        isClosed: isClosed,
        accepted: accepted,
        knowing: known
      )
    }
    let hosts = try fields.node("host-labels").map { (node) throws(YAMLError) in
      try Self.hostLabels(node, in: file)
    }
    hostLabels = hosts ?? [:]
    for label in try fields.strings("label-cases") ?? [] {
      labelCases[label.lowercased()] = UsualLabel(label: label, count: 0, total: 0)
    }
    try fields.finish()
  }

  private static func hostLabels(
    _ node: Node,
    in file: YAMLFile
  ) throws(YAMLError) -> [String: UsualLabel] {
    var hosts = try Fields(node, in: file, as: "'host-labels'")
    var labels: [String: UsualLabel] = [:]
    for (host, value) in hosts.rest() {
      var fields = try Fields(value, in: file, as: "the label of a host")
      let label = try fields.requiredString("label")
      labels[host.text] = UsualLabel(label: label, count: try fields.share(), total: 100)
      try fields.finish()
    }
    return labels
  }
}

extension Fields {
  /// Takes how many in a hundred do so.
  mutating func share() throws(YAMLError) -> Int {
    let node = try requiredNode("share")
    guard let share = Int(node.text), (1...100).contains(share) else {
      throw file.error("'share' must be a whole number from 1 to 100", at: node.mark)
    }
    return share
  }

  /// Takes how many of how many do so: `share`, in a hundred, or `count` and `of`.
  mutating func counts() throws(YAMLError) -> (count: Int, total: Int) {
    guard let whole = self.node("of") else { return (try share(), 100) }
    guard let total = Int(whole.text), (1...Self.most).contains(total) else {
      throw file.error("'of' must be a whole number from 1 to \(Self.most)", at: whole.mark)
    }
    let counted = try requiredNode("count")
    guard let count = Int(counted.text), (1...total).contains(count) else {
      throw file.error("'count' must be a whole number from 1 to \(total)", at: counted.mark)
    }
    return (count, total)
  }

  /// More entries than any list has.
  private static var most: Int { 1_000_000 }
}

extension Node {
  /// Splits a scalar around placeholders that must stand in it once and in this order.
  fileprivate func split(
    around placeholders: [String],
    in file: YAMLFile
  ) throws(YAMLError) -> [String] {
    let form = Array(try string(in: file, as: "a form").utf8)
    var literals: [String] = []
    var start = 0
    for placeholder in placeholders {
      guard let range = form.firstRange(of: placeholder, in: start..<form.count) else {
        let all = placeholders.joined(separator: " and ")
        throw file.error("'\(text)' must hold \(all), once and in this order", at: mark)
      }
      literals.append(form.string(start..<range.lowerBound))
      start = range.upperBound
    }
    return literals + [form.string(start..<form.count)]
  }

  /// Reads a mapping from names to sequences of other words for them.
  package func namesWithAliases(
    in file: YAMLFile,
    as what: String
  ) throws(YAMLError) -> [(name: String, aliases: [String])] {
    var fields = try Fields(self, in: file, as: what)
    var names: [(name: String, aliases: [String])] = []
    for (key, value) in fields.rest() {
      names.append((key.text, try value.strings(in: file, as: "'\(key.text)'")))
    }
    return names
  }
}
