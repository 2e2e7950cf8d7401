import FoundationEssentials
import Rules
import Testing

struct CatalogueTests {
  @Test func `the page of the rules is that of their descriptions`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../rules/README.md").standardized
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(
      text == RuleCatalogue.page,
      "swift build && .build/debug/rubric rules --catalogue > rules/README.md"
    )
  }

  @Test func `rules stand in order of their IDs, each once`() {
    #expect(RuleCatalogue.ids == Set(RuleCatalogue.ids).sorted())
  }

  @Test(arguments: RuleCatalogue.ids)
  func `an ID is in small letters and hyphens`(_ id: String) {
    let isPlain = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
    }
    #expect(isPlain)
  }
}
