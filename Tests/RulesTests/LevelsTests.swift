import Testing

@testable import Rules

/// The levels speak of rules that there are.
struct LevelsTests {
  @Test func `every rule that is named in the levels is in the catalogue`() {
    let known = Set(RuleCatalogue.all.map { $0.description.id })
    #expect(!Levels.named.isEmpty)
    #expect(Levels.named.subtracting(known).isEmpty)
  }
}
