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

  @Test func `so it is where the title is the link`() throws {
    let base = Contribution.list(
      ["| Year | Paper | Code |", "| --- | --- | --- |"]
        + (10..<30).map { number in
          let paper =
            number % 2 == 0
            ? "https://arxiv.org/abs/2401.000\(number)" : "https://example.org/papers/\(number)"
          return
            "| 2024 | [Paper \(number)](\(paper)) | [code](https://github.com/a/b\(number)) |"
        }
    )
    let line =
      "| 2024 | [Paper New](https://arxiv.org/pdf/2401.00099) | [code](https://github.com/a/n) |"
    let evidence = try evidence(line, "non-canonical-arxiv-url", in: base)
    #expect(evidence == Evidence(agree: 10, of: 10, in: .section))
  }

  @Test func `an order of links is that of entries that have both`() throws {
    let base = Contribution.list(
      (10..<30).map { number in
        let site = number == 10 ? " [[site](https://a.org/\(number))]" : ""
        return
          "- Paper \(number). CVPR 2024. [[paper](https://arxiv.org/abs/2401.000\(number))] [[code](https://github.com/a/\(number))]\(site)"
      }
    )
    let line =
      "- Paper New. CVPR 2024. [[site](https://a.org/new)] [[paper](https://arxiv.org/abs/2401.00099)] [[code](https://github.com/a/n)]"
    let contribution = try Contribution(line, to: base)
    #expect(
      zip(contribution.rules, contribution.severities).allSatisfy {
        $0 != "link-order" || $1 == .note
      }
    )
  }

  @Test func `what is missing could stand in every entry`() throws {
    let line = "- Paper New. [[paper](https://arxiv.org/abs/2401.00099)]"
    let evidence = try evidence(line, "missing-field", in: papers(withCode: 3))
    #expect(evidence == Evidence(agree: 12, of: 12, in: .section))
  }

  /// A paper with a link to code.
  private func coded(_ number: Int, labelled label: String = "code") -> String {
    "- Paper \(number). CVPR 2024. [[paper](https://arxiv.org/abs/2401.0\(number))] [[\(label)](https://github.com/a/b\(number))]"
  }

  @Test(arguments: [1_100, 2_100])
  func `entries at which nobody looked are not counted as others`(end: Int) throws {
    let base = Contribution.list((1_000..<end).map { coded($0) })
    let evidence = try #require(try evidence(upper, "link-label-case", in: base))
    let isCounted = end == 1_100
    #expect(evidence.of == (isCounted ? 100 : 48))
    #expect(
      evidence.words
        == "all \(isCounted ? "100 others" : "48 others sampled") in this section do"
    )
  }

  @Test func `what the contribution itself brings is counted, or said not to be`() throws {
    let base = Contribution.list((1_000..<1_020).map { coded($0) })
    func words(_ own: [String]) throws -> String? {
      try evidence(([upper] + own).joined(separator: "\n"), "link-label-case", in: base)?.words
    }
    #expect(try words([]) == "all 20 others in this section do")
    #expect(try words([coded(1_030, labelled: "Code")]) == "20 of 21 others in this section do")
    let many = try words((1_030..<1_036).map { coded($0, labelled: "Code") })
    #expect(many == "all 20 earlier entries in this section do")
  }

  @Test func `a label for a host is that of the entries that link that host`() throws {
    let base = Contribution.list(
      (1_000..<1_020).map {
        "- Paper \($0). CVPR 2024. [[arXiv](https://arxiv.org/abs/2401.0\($0))]"
      }
        + (1_020..<1_024).map {
          "- Paper \($0). CVPR 2024. [[Paper](https://example.org/papers/\($0))]"
        }
    )
    let line = "- Paper New. CVPR 2024. [[Paper](https://arxiv.org/abs/2401.00099)]"
    let evidence = try evidence(line, "unknown-link-label", in: base)
    #expect(evidence == Evidence(agree: 20, of: 20, in: .section))
  }
}
