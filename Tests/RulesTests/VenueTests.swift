import Classifier
import ListModel
import Rules
import Testing
import YAML

/// What is known of venues.
struct VenueTests {
  @Test(arguments: [
    ("CVPR", VenueVocabulary.Kind.conference), ("cvpr", .conference), ("CVRP", .conference),
    ("CVPRW", .workshop), ("ICLR Workshop", .workshop), ("IEEE TPAMI", .journal),
    ("Nature", .journal), ("arXiv", .preprint), ("Axriv", .preprint), ("Neural Networks", .journal),
    ("OpenReview", nil), ("Nowhere", nil), ("", nil),
  ])
  func `a venue is of a kind`(_ name: String, _ kind: VenueVocabulary.Kind?) throws {
    #expect(try venues().kind(of: name) == kind)
  }

  @Test(arguments: [
    ("NIPS", "NeurIPS"), ("neurips", "NeurIPS"), ("INTERSPEECH", "INTERSPEECH"),
    ("interspeech", "Interspeech"), ("TPAMI", "TPAMI"), ("PAMI", "PAMI"),
    ("Neural Networks", nil), ("cell", nil),
  ])
  func `a venue is known by its names, and not by ordinary words`(
    _ word: String,
    _ name: String?
  ) throws {
    #expect(try venues().name(of: word) == name)
  }

  @Test(arguments: [
    ("arXiv", true), ("arXiv preprint arXiv:1503.08895", true), ("arXiv:1502.03671 /", true),
    ("arXiv cs/0501234", true), ("arXiv:1503.08895 / NIPS", false), ("CVPR", false),
  ])
  func `a number on arXiv before a venue is where the paper stood first`(
    _ name: String,
    _ isPreprint: Bool
  ) throws {
    #expect(VenueReader(try venues()).isPreprint(name) == isPreprint)
  }

  @Test(arguments: [
    ("CVPR", true), ("CVPR (Oral)", true), ("NextGenAISafety@ICLR", true),
    ("Findings of ACL", true),
    ("Journal of Words", true), ("International Symposium on Things", true), ("arXiv", false),
    ("arXiv preprint arXiv:1809.01337", false), ("OpenReview", false), ("Under Review", false),
    ("submitted to CVPR", false), ("ACL ARR", false), ("Github", false), ("", false),
  ])
  func `a publication is told from a preprint, and from what nobody knows`(
    _ name: String,
    _ isPublication: Bool
  ) throws {
    #expect(VenueReader.standard.isPublication(name) == isPublication)
  }

  @Test(arguments: [
    ("arXiv preprint arXiv:1809.01337", "arXiv"), ("arXiv:2306.00890v2", "arXiv"),
    ("ArXiv 2306.00890", "arXiv"), ("CoRR, abs/1510.00149", "CoRR"),
    ("arXiv:2301.13823. ICML2023", nil), ("arXiv", nil), ("CVPR 2019", nil), ("", nil),
  ])
  func `a preprint's number is told from its server`(_ name: String, _ server: String?) {
    #expect(VenueReader.standard.server(ofNumbered: name) == server)
  }

  @Test(arguments: [
    ("conference: {all: A}\naliases:\n  B: C", "3:3: 'B' is not a venue that stands above"),
    ("conferences: {all: A}", "1:1: 'conferences' is not a key here; did you mean 'conference'?"),
    ("ordinary: {journals: A}", "1:12: 'journals' is not a key here; did you mean 'journal'?"),
    ("journal: {all: \"A, , B\"}", "1:16: a name is missing between two commas"),
  ])
  func `a mistake among venues is told at its place`(_ text: String, _ expected: String) {
    #expect {
      try VenueVocabulary(try YAMLFile(Array(text.utf8), name: "venues.yml"))
    } throws: { error in
      guard let error = error as? YAMLError else { return false }
      return "\(error.mark.line):\(error.mark.column): \(error.message)" == expected
    }
  }

  @Test(arguments: [
    ("{name: FOO, aliases: [Foo Conference]}", "Foo conference", "FOO", nil),
    ("{name: FOO, kind: journal}", "foo", "FOO", VenueVocabulary.Kind.journal),
    // What is known of a venue stays, and what stood for its name stands for the new one.
    ("{name: NIPS, aliases: [NeurIPS]}", "NeurIPS", "NIPS", .conference),
    ("{name: NIPS, aliases: [NeurIPS]}", "NuerIPS", "NIPS", .conference),
    ("{name: NeurIPS, aliases: [Neural Systems]}", "NIPS", "NeurIPS", .conference),
    ("{name: INTERSPEECH}", "Interspeech", "INTERSPEECH", .conference),
    ("{name: CVPR, kind: workshop}", "CVRP", "CVPR", .workshop),
    // An alias of its own takes a word away from another venue, and no more than that.
    ("{name: FOO, aliases: [NIPS]}", "NIPS", "FOO", nil),
    ("{name: FOO, aliases: [NIPS]}", "NeurIPS", "NeurIPS", .conference),
    ("{name: ALT}", "Alt", "ALT", .conference),
  ])
  func `a list's own venues go before those that are known`(
    _ venue: String,
    _ word: String,
    _ name: String,
    _ kind: VenueVocabulary.Kind?
  ) throws {
    let venues = try rulebook("extends: awesome\nvenues: [\(venue)]").venues
    #expect(venues.name(of: word) == name)
    #expect(venues.kind(of: word) == kind)
  }

  private static let papers = "extends: papers\n"
  private static let linked =
    "formats: [{marker: '-', template: '[{title}]({url}), {venue}'}]\n"
  private static let stated = "venues: [{name: FOO, aliases: [Foo Conference]}]"

  @Test(arguments: [
    (
      papers + stated, "LISA: Reasoning Segmentation. Foo Conference'2024.",
      "LISA: Reasoning Segmentation. FOO'2024."
    ),
    (papers + stated, "LISA: Reasoning Segmentation. FOO'2024.", nil),
    (
      linked + stated, "[LISA: Reasoning Segmentation](https://a.org), Foo Conference 2024",
      "[LISA: Reasoning Segmentation](https://a.org), FOO 2024"
    ),
    (
      linked + "venues: [{name: NeurIPS}]",
      "[LISA: Reasoning Segmentation](https://a.org), NIPS 2022",
      "[LISA: Reasoning Segmentation](https://a.org), NeurIPS 2022"
    ),
    (linked, "[LISA: Reasoning Segmentation](https://a.org), NIPS 2022", nil),
  ])
  func `another name of a stated venue is mended`(
    _ yaml: String,
    _ entry: String,
    _ mended: String?
  ) throws {
    let links = yaml.hasPrefix("extends") ? " [[paper](https://arxiv.org/abs/2308.00692)]" : ""
    let report = report(on: "## A\n\n- \(entry)\(links)\n", by: try rulebook(yaml))
    #expect(report.findings.map(\.finding.rule) == (mended == nil ? [] : ["misspelt-venue"]))
    #expect(
      report.suggestions.map(\.replacement) == [mended.map { "- \($0)\(links)" }].compactMap(\.self)
    )
  }

  @Test func `a preprint server of the list's own makes the identifier's year the right one`()
    throws
  {
    let entry = "- LISA: Reasoning. HAL'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n"
    let papers = try rulebook("extends: papers")
    #expect(try findings(on: entry, by: papers) == [])
    let own = try rulebook("extends: papers\nvenues: [{name: HAL, kind: preprint}]")
    #expect(
      try findings(on: entry, by: own) == [
        "1 contradicted-year: The year is 2024, but arXiv 2308.00692 is from 2023: check the year and the link"
      ]
    )
  }

  private func rulebook(_ yaml: String) throws -> Rulebook {
    try Rulebook(Array(yaml.utf8), name: "rubric.yml")
  }

  private func venues() throws -> VenueVocabulary { try #require(try Rulebook.builtIn()).venues }
}
