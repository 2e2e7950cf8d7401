import Classifier
import Rules
import Testing

/// What a title that is a link is told in a list that links papers elsewhere, and what odd addresses are.
struct LinkedUnlikeTests {
  private let papers = Contribution.list(
    (10..<24).map {
      "- A Study of Thing \($0) [[CVPR 2024]](https://arxiv.org/abs/2401.000\($0)) [[code]](https://github.com/a/b\($0))"
    }
  )

  @Test(arguments: [
    "- [A Survey Paper](https://arxiv.org/abs/2501.00004) ICML 2025",
    "- [Universal Adaptation Project](https://a.org/c) [[ICML 2025]](https://arxiv.org/abs/2501.00004)",
    "- [A Study of Code](https://a.org/c)",
  ])
  func `a title's last word does not become a label`(line: String) throws {
    let contribution = try Contribution(line, to: papers)
    #expect(contribution.rules.first == "linked-title")
    for replacement in [contribution.replacement].compactMap({ $0 }) {
      #expect(!replacement.contains("[["), "\(replacement)")
    }
  }

  @Test func `a link in brackets of its own and nothing more is a label`() throws {
    let line = "- [[Python]](https://a.org/c)"
    #expect(try !Contribution(line, to: papers).rules.contains("linked-title"))
  }

  @Test func `brackets may be part of an address`() throws {
    let line =
      "- A Study of Brackets [[CVPR 2024]](http://a.org/[AAAI17]Distant%20Transfer.pdf) [[code]](https://github.com/a/n)"
    #expect(try !Contribution(line, to: papers).rules.contains("unbalanced-bracket"))
  }

  @Test func `an address in two pairs of parentheses leads nowhere`() throws {
    let line =
      "- A Study of Signs [[CVPR 2024]]((https://arxiv.org/abs/2501.00004)) [[code]](https://github.com/a/n)"
    let contribution = try Contribution(line, to: papers)
    #expect(contribution.rules == ["unbalanced-bracket"])
    #expect(
      contribution.replacement
        == "- A Study of Signs [[CVPR 2024]](https://arxiv.org/abs/2501.00004) [[code]](https://github.com/a/n)"
    )
  }
}
