package import YAML

extension VenueVocabulary {
  /// Reads the venues of `rules/venues.yml`: names under their kinds, then what else stands for them.
  ///
  /// Few values make a quick start, so what a name is stands once above many.
  package init(_ file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(file.root, in: file, as: "the venues")
    var venues = try Self.venues(&fields)
    venues += (try fields.strings("other") ?? []).map { Venue(name: $0, kind: nil) }
    let ordinary = try fields.node("ordinary").map { (node) throws(YAMLError) in
      var fields = try Fields(node, in: file, as: "'ordinary'")
      let venues = try Self.venues(&fields)
      try fields.finish()
      return venues
    }
    let aliases = fields.node("aliases")
    try fields.finish()
    self.init(
      venues,
      aliases: try aliases.map { (node) throws(YAMLError) in
        try Self.aliases(node, of: venues, in: file)
      } ?? [],
      ordinary: ordinary ?? []
    )
  }

  private static func venues(_ fields: inout Fields) throws(YAMLError) -> [Venue] {
    var venues: [Venue] = []
    for kind in Kind.allCases {
      for name in try fields.strings(kind.rawValue) ?? [] {
        venues.append(Venue(name: name, kind: kind))
      }
    }
    return venues
  }

  private static func aliases(
    _ node: Node,
    of venues: [Venue],
    in file: YAMLFile
  ) throws(YAMLError) -> [(name: String, aliases: [String])] {
    let names = Set(venues.map(\.name))
    var fields = try Fields(node, in: file, as: "'aliases'")
    var aliases: [(name: String, aliases: [String])] = []
    for (key, value) in fields.rest() {
      guard names.contains(key.text) else {
        let nearest = names.sorted().nearest(to: key.text).map { "; did you mean '\($0)'?" } ?? ""
        throw file.error("'\(key.text)' is no venue here\(nearest)", at: key.mark)
      }
      aliases.append((key.text, try value.strings(in: file, as: "'\(key.text)'")))
    }
    return aliases
  }
}
