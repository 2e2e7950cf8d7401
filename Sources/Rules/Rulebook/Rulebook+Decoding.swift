internal import ListModel
internal import RuleBooks
internal import Text
package import YAML

extension Rulebook {
  /// The rulebook that is used when nobody names one.
  package static let defaultName = "papers"

  /// Reads a rulebook.
  ///
  /// What it does not say is as in the one that it `extends`. One that neither extends another nor
  /// says how entries are written leaves that to each list. Every mistake in it is an error with
  /// line and column; the first one that is thrown has the others.
  package init(_ bytes: [UInt8], name: String) throws(YAMLError) {
    let file = try YAMLFile(bytes, name: name)
    do throws(YAMLError) {
      try self.init(file)
    } catch {
      throw RulebookMistakes(first: error, in: file).error
    }
  }

  /// Reads a rulebook of which its repository tells what is wrong with a list that it names.
  package init(
    _ bytes: [UInt8],
    name: String,
    faultOf fault: (PathPattern) throws -> String?
  ) throws {
    var errors: [YAMLError] = []
    let file = try YAMLFile(bytes, name: name)
    for node in file.root.items(of: "lists") {
      if case .scalar(let text, _) = node.value, let fault = try fault(PathPattern(text)) {
        errors.append(file.error(fault, at: node.mark))
      }
    }
    do throws(YAMLError) {
      try self.init(bytes, name: name)
    } catch {
      throw YAMLError.joined([error] + errors) ?? error
    }
    if let error = YAMLError.joined(errors) { throw error }
  }

  init(_ file: YAMLFile) throws(YAMLError) {
    var fields = try Fields(file.root, in: file, as: "a rulebook")
    let hasFormats = fields.has("entry") || fields.has("formats")
    var parent = try fields.node("extends").map { (node) throws(YAMLError) in
      try Self.extended(node, in: file)
    }
    learnsFormats = parent == nil && !hasFormats
    if learnsFormats { parent = Self.standard }
    name = try fields.string("name") ?? file.name
    lists = try fields.strings("lists")?.map { PathPattern($0) } ?? parent?.lists ?? []
    var venues: VenueVocabulary
    if let parent { venues = parent.venues } else { venues = try .builtIn() }
    let ownVenues = fields.node("venues")
    if let ownVenues { try venues.add(ownVenues, in: file) }
    ownHosts = parent?.ownHosts
    if let node = fields.node("hosts") {
      ownHosts = try (ownHosts ?? .builtIn).adding(node, in: file)
    }
    formats = try Self.formats(&fields, venues: venues, extending: parent)
    if let marker = try Self.marker(&fields) { formats = formats.with(marker: marker) }
    // The formats of another rulebook know its venues.
    if ownVenues != nil { formats = formats.knowing(venues) }
    let labels = Set(formats.parts.flatMap { $0.format.links.labels.names })
    asides =
      try fields.strings("asides").map { Set($0.map { $0.lowercased() }) } ?? parent?.asides ?? []
    tags = try fields.strings("tags") ?? parent?.tags ?? []
    let form = try fields.node("arxiv").map { (node) throws(YAMLError) in
      try ArXivForm(node, in: file)
    }
    arXivForm = form ?? parent?.arXivForm ?? .any
    let customs = try fields.node("arxiv-customs").map { (node) throws(YAMLError) in
      try ArXivCustom.named(node, in: file)
    }
    arXivCustoms =
      customs ?? (form == nil ? parent?.arXivCustoms : nil)
      ?? (arXivForm == .any ? [.version, .suffix] : [])
    keptParameters = Set(
      try fields.strings("keep-parameters") ?? parent?.keptParameters.sorted() ?? []
    )
    insecureHosts = Set(
      try fields.strings("insecure-hosts") ?? parent?.insecureHosts.sorted() ?? []
    )
    order = try fields.choice("order", as: "order") ?? parent?.order
    source = try Self.source(&fields) ?? parent?.source
    eligibility = try Eligibility(&fields) ?? parent?.eligibility
    // What another rulebook requires is about its own labels.
    let inherited = hasFormats ? nil : parent?.requiredLinks
    let ownLinks = try Self.labels(&fields, of: labels, in: file)
    requiredLinks = ownLinks ?? inherited ?? []
    // Where a list's own entries say what labels there are, or not all are named, any may be meant.
    let isClosed = !learnsFormats && formats.parts.allSatisfy { $0.format.links.labels.isClosed }
    let ownChecks = try fields.node("checks").map { (node) throws(YAMLError) in
      try Check.checks(node, in: file, labels: isClosed ? labels.sorted() : [])
    }
    checks = Check.merging(parent?.checks ?? [], ownChecks ?? [])
    ignored =
      try fields.node("ignore").map { [checks] (node) throws(YAMLError) in
        // The IDs are made from the descriptions of all rules, so only where they are asked for.
        try IgnoredFinding.all(node, in: file, rules: RuleCatalogue.ids + checks.map(\.name))
      } ?? []
    let own = try Self.severities(&fields, of: checks, in: file)
    severities = (parent?.severities ?? [:]).merging(own) { $1 }
    errorRules = try Self.errorRules(&fields, in: file) ?? parent?.errorRules
    let ownSections = try Self.sections(&fields, of: checks, labels: labels, in: file)
    sections = ownSections ?? parent?.sections ?? []
    statesRequiredLinks =
      !(ownLinks ?? []).isEmpty
      || ownSections?.contains { !($0.requiredLinks ?? []).isEmpty } ?? false
    try fields.finish()
  }

  /// Returns a rulebook that is built into the program.
  package static func builtIn(_ name: String = defaultName) throws(YAMLError) -> Rulebook? {
    guard let book = RuleBooks.all.first(where: { $0.name == name }) else { return nil }
    var rulebook = try Rulebook(YAMLFile(compiled: book.compiled, name: name))
    // It is a guess about the list.
    rulebook.statesRequiredLinks = false
    return rulebook
  }

  package static let builtInNames = RuleBooks.all.map(\.name)

  /// The rulebook that is used when nobody names one.
  package static let standard = certain(defaultName)

  /// All rulebooks that are built into the program, but for the default one.
  package static var builtIns: [Rulebook] { builtInNames.filter { $0 != defaultName }.map(certain) }

  /// Returns a rulebook of whose name and text no user has a say.
  private static func certain(_ name: String) -> Rulebook {
    do {
      guard let rulebook = try builtIn(name) else {
        preconditionFailure("there is no built-in rulebook '\(name)'")
      }
      return rulebook
    } catch {
      preconditionFailure("a built-in rulebook is wrong: \(error)")
    }
  }

  private static func extended(_ node: Node, in file: YAMLFile) throws(YAMLError) -> Rulebook {
    let name = try node.string(in: file, as: "'extends'")
    guard let rulebook = try builtIn(name) else {
      let names = builtInNames
      let nearest = names.nearest(to: name)
      let hint = nearest.map { "did you mean '\($0)'?" }
      var error = file.error(
        "there is no built-in rulebook '\(name)'; \(hint ?? "there are \(names.joined(separator: ", "))")",
        at: node.mark
      )
      error.meant = nearest
      throw error
    }
    return rulebook
  }

  private static func formats(
    _ fields: inout Fields,
    venues: VenueVocabulary,
    extending parent: Rulebook?
  ) throws(YAMLError) -> ListFormat {
    let file = fields.file
    let labels = parent?.format.links.labels ?? LinkLabels([])
    if let node = fields.node("formats") {
      return try ListFormat(formats: node, in: file, venues: venues, labels: labels)
    }
    // Asked for in any case, so that a misspelt one is known for what it is.
    let entry = fields.node("entry")
    if let entry {
      return try ListFormat(entry: entry, in: file, venues: venues, labels: labels)
    }
    guard let parent else { preconditionFailure("without formats another rulebook is extended") }
    return parent.formats
  }
}

extension Rulebook.ArXivForm {
  fileprivate init(_ node: Node, in file: YAMLFile) throws(YAMLError) {
    let text = try node.string(in: file, as: "'arxiv'")
    guard let form = Self(rawValue: text) else {
      throw file.error("'\(text)' is not a form of address; write abs, pdf or any", at: node.mark)
    }
    self = form
  }
}

extension Rulebook.ArXivCustom {
  fileprivate static func named(_ node: Node, in file: YAMLFile) throws(YAMLError) -> Set<Self> {
    var customs: Set<Self> = []
    for name in try node.strings(in: file, as: "'arxiv-customs'") {
      guard let custom = Self(rawValue: name) else {
        throw file.error("'\(name)' is not a custom; write version, suffix or http", at: node.mark)
      }
      customs.insert(custom)
    }
    return customs
  }
}

extension VenueVocabulary {
  fileprivate static func builtIn() throws(YAMLError) -> VenueVocabulary {
    try VenueVocabulary(YAMLFile(compiled: RuleBooks.venues, name: "venues.yml"))
  }
}
