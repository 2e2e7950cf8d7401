import Classifier
import Rules
import Testing

/// Links in nested items go by the items' keys.
struct NestedLinkTests {
  private let papers =
    "# List\n\n## Papers\n\n"
    + (10..<22).map { number in
      """
      - [A Study of Thing \(number)](https://arxiv.org/abs/2401.000\(number))
        - Jane Doe, John Roe
        - Keyword: Something
        - Code: [Official](https://github.com/a/b\(number))

      """
    }
    .joined()

  @Test func `a label without an address is not made a word of its own`() throws {
    let line = """
      - [A Study of Nothing](https://arxiv.org/abs/2501.00001)
        - Jane Doe, John Roe
        - Keyword: Something
        - Code: [Official]()
      """
    let contribution = try Contribution(line, to: papers)
    #expect(contribution.rules == ["placeholder-link"])
    #expect(contribution.replacement == nil)
  }
}
