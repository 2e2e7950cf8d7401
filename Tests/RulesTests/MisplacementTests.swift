import Testing

@testable import Rules

struct MisplacementTests {
  @Test(arguments: [
    ("</a>:", "</a>: ", "Write ': ' after the title, not ':'"),
    ("</a>,", "</a>.", "Write '.' after the title, not ','"),
    ("<br>", "<br> ", "Add a space after the title"),
    ("<br>", "<br/>", "Write '<br/>' after the title, not '<br>'"),
  ])
  func `a tag that stays is not quoted`(found: String, expected: String, told: String) {
    #expect(Message.misplacement(of: found, expected, "after the title").plain == told)
  }
}
