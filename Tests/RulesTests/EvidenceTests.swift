import Classifier
import Rules
import Testing

/// "12 of 13 others do" counts entries that do it, among those that could.
struct EvidenceTests {
  /// Twelve papers, of which the first have a link to code.
  private func papers(withCode count: Int, labelled label: String = "code") -> String {
    Contribution.list(
      (10..<22).map { number in
        let code = number - 10 < count ? " [[\(label)](https://github.com/a/b\(number))]" : ""
        return
          "- Paper \(number). CVPR 2024. [[paper](https://arxiv.org/abs/2401.000\(number))]\(code)"
      }
    )
  }

  private func evidence(_ line: String, _ rule: String, in base: String) throws -> Evidence? {
    let found = try Contribution(line, to: base).report.findings.map(\.finding)
    return try #require(found.first { $0.rule == rule }).evidence
  }

  private let upper =
    "- Paper New. CVPR 2024. [[paper](https://arxiv.org/abs/2401.00099)] [[Code](https://github.com/a/n)]"

  @Test(arguments: [5, 8, 12])
  func `a label's case is that of the entries with such a label`(count: Int) throws {
    let evidence = try evidence(upper, "link-label-case", in: papers(withCode: count))
    #expect(evidence == Evidence(agree: count, of: count, in: .section))
  }

  @Test func `an address's form is that of the entries with such an address`() throws {
    let base = Contribution.list(
      (10..<30).map { number in
        let paper =
          number % 2 == 0
          ? "https://arxiv.org/abs/2401.000\(number)" : "https://example.org/papers/\(number)"
        return "- Paper \(number). CVPR 2024. [[paper](\(paper))]"
      }
    )
    let line = "- Paper New. CVPR 2024. [[paper](https://arxiv.org/pdf/2401.00099)]"
    let evidence = try evidence(line, "non-canonical-arxiv-url", in: base)
    #expect(evidence == Evidence(agree: 10, of: 10, in: .section))
  }

  @Test func `what is missing could stand in every entry`() throws {
    let line = "- Paper New. [[paper](https://arxiv.org/abs/2401.00099)]"
    let evidence = try evidence(line, "missing-field", in: papers(withCode: 3))
    #expect(evidence == Evidence(agree: 12, of: 12, in: .section))
  }

  @Test func `entries at which nobody looked are not counted as others`() throws {
    let base = Contribution.list(
      (100..<200).map {
        "- Paper \($0). CVPR 2024. [[paper](https://arxiv.org/abs/2401.00\($0))] [[code](https://github.com/a/b\($0))]"
      }
    )
    let evidence = try #require(try evidence(upper, "link-label-case", in: base))
    #expect(evidence.of == 48)
    #expect(evidence.words == "all 48 others sampled in this section do")
  }
}
