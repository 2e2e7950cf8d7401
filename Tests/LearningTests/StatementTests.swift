import ListModel
import Markdown
import Testing

@testable import Learning
@testable import Parsing

/// How the forms are found and understood that lists show to contributors.
struct StatementTests {
  private static let labels = LinkLabels([("paper", ["pdf"]), ("code", ["github"])])

  private func filled(_ form: String) -> String {
    let form = FilledForm(Array(form.utf8), labels: Self.labels)
    return String(decoding: form.text, as: UTF8.self)
  }

  @Test(arguments: [
    (
      "- Paper Name. Conference'Year. [[paper](link)] | [[code](link)] | ...",
      "- An Example of a Title. CVPR'2024. [[paper](https://example.org/45)] | [[code](https://example.org/80)]"
    ),
    (
      "**Here is the Paper Name.**<br>\n*Author 1, Author 2.*",
      "**An Example of a Title.**<br>\n*Ann Adams, Bob Brown, Ann Adams, Bob Brown.*"
    ),
    (
      "* [<title>](URL) - {description}.",
      "* [An Example of a Title](https://example.org/26) - Does one useful thing and another."
    ),
    (
      "TITLE, first author et al., VENUE YYYY/MM",
      "An Example of a Title, Ann Adams et al., CVPR 2024/05"
    ),
    (
      "| [Title](https://arxiv.org/abs/2401.00001) | author1, author2... |",
      "| [An Example of a Title](https://arxiv.org/abs/2401.00001) | Ann Adams, Bob Brown, Ann Adams, Bob Brown |"
    ),
    ("- Titled names. [[pdf](papers/one.pdf)]", "- Titled names. [[pdf](papers/one.pdf)]"),
  ])
  func `words that hold a place are filled in`(form: String, wanted: String) {
    #expect(filled(form) == wanted)
  }

  @Test
  func `what a list shows is found wherever it stands`() {
    let text = SourceText(
      """
      ## Contributing

      Write `[name](link) - Description.`, please, as in `[React](https://react.dev) - A library.`.

      1. Like this:
         ```markdown
         - Paper Name.
           [[pdf]](link)

           *Authors*
         - Other. [[pdf]](link)
         ```

      <!-- | [Title](link) | -->

      <!--
      - Title [[code](link)]
      -->

      > - Title. [[pdf](link)]
      """
    )
    let outline = DocumentOutline(text, asides: [], labels: Self.labels)
    let forms = StatedForms(in: outline, labels: Self.labels).forms.map(\.template)
    #expect(
      forms == [
        StatedTemplate(text: "- Paper Name.\n  [[pdf]](link)\n\n  *Authors*", line: 7),
        StatedTemplate(text: "- Other. [[pdf]](link)", line: 11),
        StatedTemplate(text: "[name](link) - Description.", line: 3),
        StatedTemplate(text: "| [Title](link) | ", line: 14),
        StatedTemplate(text: "- Title [[code](link)]", line: 17),
        StatedTemplate(text: "- Title. [[pdf](link)]", line: 20),
      ]
    )
  }

  @Test(arguments: [(0, 10, false), (1, 10, true), (4, 49, true), (4, 50, false), (5, 50, true)])
  func `what hardly any of many follow is out of date`(count: Int, total: Int, holds: Bool) {
    #expect(Statement.holds(count, of: total) == holds)
  }
}
