import RuleBooks
import Rules
import Testing
import YAML

/// `rules/schema.json`, by which editors complete and check rulebooks, held against what reads them.
struct SchemaTests {
  /// Rulebooks in which one mapping has a key that nobody knows, by the place of what the schema says
  /// of the mapping.
  ///
  /// What reads the mapping knows these keys and no others; several, as one key may exclude another.
  private static let probes: [(path: String, rulebooks: [String])] = [
    (
      "", ["entry: \(entry())\n?: 0", "formats: [\(format())]\n?: 0", "extends: papers\n?: 0"]
    ),
    (
      "definitions/entry",
      ["entry: \(entry("?: 0"))", "entry: {unit: row, template: '|{title}|', ?: 0}"]
    ),
    ("definitions/format", ["formats: [\(format("?: 0"))]"]),
    ("definitions/tag-style", ["entry: \(entry("tags: {?: 0}"))"]),
    (
      "definitions/venue-style",
      ["entry: {marker: '-', template: '{title?}', venue: {form: '{name}{year}', ?: 0}}"]
    ),
    (
      "definitions/link-style",
      ["entry: {marker: '-', template: '{title}. {links}', links: {\(links), ?: 0}}"]
    ),
    (
      "definitions/detail-style",
      ["entry: {marker: '-', template: '{title?}', details: {items: ['{authors}'], ?: 0}}"]
    ),
    ("definitions/venue", ["venues: [{name: A, ?: 0}]"]),
    ("definitions/hosts", ["hosts: {?: 0}"]),
    ("definitions/eligibility", ["eligibility: {?: 0}"]),
    ("definitions/section", ["sections: [{names: [A], ?: 0}]"]),
    ("definitions/ignored", ["ignore: [{rule: repeated-tag, reason: b, ?: 0}]"]),
    ("definitions/check-existence", [check("kind: existence, field: url, words: [a]")]),
    ("definitions/check-substitution", [check("kind: substitution, field: url, words: {a: b}")]),
    ("definitions/check-occurrence", [check("kind: occurrence, field: url, max: 1")]),
    ("definitions/check-pattern", [check("kind: pattern, field: url, pattern: a")]),
    ("definitions/check-capitalisation", [check("kind: capitalisation, field: url, style: title")]),
    (
      "definitions/check-required",
      [check("kind: required, field: url"), check("kind: required, label: a")]
    ),
  ]

  @Test(arguments: probes.map(\.path))
  func `the schema has the keys that are read, and no others`(_ path: String) throws {
    let probe = try #require(Self.probes.first { $0.path == path })
    var known: Set<String> = []
    for rulebook in probe.rulebooks {
      let text = rulebook.replacing("?: 0", with: "zzzzzzzz: 0")
      let mistake = try #require(error(in: text))
      #expect(mistake.message.hasPrefix("'zzzzzzzz' is not a key here"), "\(mistake)")
      known.formUnion(mistake.expected)
    }
    let properties = try Schema().properties(at: path)
    #expect(properties.subtracting(known) == [], "only the schema has them")
    #expect(known.subtracting(properties) == [], "the schema lacks them")
  }

  @Test func `the schema has all rules`() throws {
    let rules = try Schema().at("definitions/rules/properties")
    guard case .mapping(let pairs) = rules.value else { return }
    let names = Set(pairs.map(\.key.text))
    #expect(names.symmetricDifference(RuleCatalogue.ids) == [])
  }

  @Test func `the schema has all rulebooks that can be extended`() throws {
    let names = try Schema().at("properties/extends/enum").items.map(\.text)
    #expect(names == RuleBooks.all.map(\.name))
  }

  @Test(arguments: RuleBooks.all.map(\.name))
  func `a built-in rulebook has the values of its text`(_ name: String) throws {
    let book = try #require(RuleBooks.all.first { $0.name == name })
    #expect(try YAMLFile(book.text, name: name).compiled == book.compiled)
  }

  @Test(arguments: RuleBooks.all.map(\.name))
  func `a built-in rulebook is as the schema says`(_ name: String) throws {
    let book = try #require(RuleBooks.all.first { $0.name == name })
    #expect(try Schema().fault(of: YAMLFile(book.text, name: name).root) == nil)
  }

  @Test(arguments: [
    "extends: papers",
    "name: a\nentry: \(entry())",
    "formats: [\(format("sections: [A]")), \(format())]",
    "entry: {unit: row, template: '|{title}|{links}|', column-values: [any, [x, '1']]}",
    "entry: {marker: '1.', template: '{title?}', between: {title end: ' ', start title: any}}",
    "entry: {marker: '-', template: '{title?}', links: {\(links)}, customs: [tab]}",
    "entry: \(entry("details: {items: ['{authors}. *{venue?}*', 'Code: {links*}'], ordered: true}"))",
    "extends: papers\narxiv: pdf\narxiv-customs: [version, http]\nerrors: certain\ntags: [A, 3D]",
    "extends: papers\nrules: {unknown-tag: off, own: error}\nchecks: {own: {kind: required, field: tags}}",
    "extends: papers\nsections: [{names: [A], rules: {unknown-tag: note}, required-links: [code]}]",
    "venues: [{name: A, aliases: [B, 3], kind: journal}, {name: C}]\norder: newest-date",
    "hosts: {paper: [a.org, .b.org, c.org/d], other: [], tracking: [ref*], moved: {a.org: b.org}}",
    "hosts: {view: {a.org: [b, 1]}, signed: {any: [c], b.org: []}, lasting: [bit.ly/x]}",
    "generated-from: data/a.yml\nsections: [{names: [A], order: none, generated-from: b.yml}]",
    "entry: \(entry("numbering: ones, venue-year: \"'{yy}\""))",
    "checks: {a: {kind: existence, field: title, words: [a, 2], patterns: ['b'], ignore-case: true}}",
    "checks: {a: {kind: occurrence, field: url, label: code, max: 3, sections: [A], level: note}}",
    "checks: {a: {kind: substitution, field: url, patterns: {a: b}, message: m, reason: r}}",
    "checks: {a-1: {kind: capitalisation, field: title, style: first, exceptions: [iPhone]}}",
    "checks: {a: {kind: required, label: code}}",
    "ignore: [{rule: unknown-tag, entry: A Title, reason: it is so}]",
    "checks: {a: {kind: required, label: code}}\nignore: [{rule: a, entry: B, reason: it is so}]",
  ])
  func `what is read is as the schema says`(_ rulebook: String) throws {
    #expect(error(in: rulebook) == nil)
    #expect(try fault(in: rulebook) == nil)
  }

  @Test(arguments: [
    "extends: nobody",
    "entri: {}",
    "entry: \(entry())\nformats: [\(format())]",
    "formats: []",
    "entry: {marker: '#', template: '{title?}'}",
    "entry: {unit: line, marker: '-', template: '{title?}'}",
    "entry: {marker: '-'}",
    "entry: {marker: '-', template: 'title'}",
    "entry: {marker: '-', template: '{title?}', between: {title: ' '}}",
    "entry: {marker: '-', template: '{title?}', customs: [tabs]}",
    "entry: {marker: '-', template: '{title?}', venue: {form: '{year}'}}",
    "entry: \(entry("details: {items: []}"))",
    "entry: \(entry("details: {items: [Code]}"))",
    "entry: \(entry("details: {items: ['Code: {title}']}"))",
    "extends: papers\narxiv: html",
    "extends: papers\nerrors: none",
    "extends: papers\nrules: {unknown-tag: false}",
    "extends: papers\nsections: [{rules: {}}]",
    "extends: papers\nsections: {}",
    "venues: {}",
    "venues: [{aliases: [A]}]",
    "venues: [{name: ''}]",
    "venues: [{name: A, kind: other}]",
    "venues: [{name: A, aliases: B}]",
    "hosts: {paper: ['https://a.org']}",
    "hosts: {paper: [www.a.org]}",
    "hosts: {paper: [A.org]}",
    "hosts: {paper: [localhost/x.y]}",
    "hosts: {moved: {a.org: B.org}}",
    "hosts: {view: [a.org]}",
    "order: random",
    "generated-from: /a.yml",
    "entry: \(entry("numbering: roman"))",
    "checks: {Own: {kind: required, field: tags}}",
    "checks: {a: {kind: existence, field: title}}",
    "checks: {a: {kind: existence, field: title, words: []}}",
    "checks: {a: {kind: existence, field: titles, words: [a]}}",
    "checks: {a: {kind: existence, field: title, words: [a], level: off}}",
    "checks: {a: {kind: existence, field: title, words: [a], max: 1}}",
    "checks: {a: {kind: occurrence, field: url}}",
    "checks: {a: {kind: occurrence, field: url, max: many}}",
    "checks: {a: {kind: required, field: url, label: code}}",
    "checks: {a: {kind: capitalisation, field: url, style: camel}}",
    "checks: {a: {kind: none, field: url}}",
    "checks: {a: {kind: patterns, field: url, pattern: a}}",
    "ignore: [{rule: unknown-tag, entry: A Title}]",
    "ignore: [{rule: unknown-tags, entry: A Title, reason: it is so}]",
    "rules: {unknown-tags: off}",
    "sections: [{names: [A], rules: {unknown-tags: off}}]",
  ])
  func `what is not read is not as the schema says`(_ rulebook: String) throws {
    #expect(error(in: rulebook) != nil)
    #expect(try fault(in: rulebook) != nil)
  }

  private static let links = "item: '[{label}]({url})', separator: ' ', labels: {paper: []}"

  private static func entry(_ more: String = "tags: {}") -> String {
    "{marker: '-', template: '{title?}', \(more)}"
  }

  private static func format(_ more: String = "header: []") -> String { entry(more) }

  private static func check(_ settings: String) -> String { "checks: {own: {\(settings), ?: 0}}" }

  private func error(in rulebook: String) -> YAMLError? {
    do throws(YAMLError) {
      _ = try Rulebook(Array(rulebook.utf8), name: "rubric.yml")
      return nil
    } catch {
      return error
    }
  }

  private func fault(in rulebook: String) throws -> String? {
    try Schema().fault(of: YAMLFile(Array(rulebook.utf8), name: "rubric.yml").root)
  }
}
