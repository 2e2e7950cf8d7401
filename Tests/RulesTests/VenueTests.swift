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
    ("conference: {all: A}\naliases:\n  B: C", "3:3: 'B' is no venue that stands above"),
    ("conferences: {all: A}", "1:1: 'conferences' is no key here; did you mean 'conference'?"),
    ("ordinary: {journals: A}", "1:12: 'journals' is no key here; did you mean 'journal'?"),
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

  private func venues() throws -> VenueVocabulary { try #require(try Rulebook.builtIn()).venues }
}
