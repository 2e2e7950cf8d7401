import Learning
import ListModel
import Markdown
import Review
import Rules
import Testing

@testable import Sweep

/// What is changed in a list, and that nothing else is.
struct ListSweepTests {
  private func proposal(
    _ text: String,
    base: String? = nil,
    _ facts: FactTable,
    limit: Int? = nil,
    declined: (FactChange) -> Bool = { _ in false }
  ) throws -> Proposal {
    let sweep = ListSweep(
      "README.md",
      base: SourceText(base ?? text),
      head: SourceText(text),
      by: RulebookChoice(.standard),
      year: 2026,
      knowing: facts
    )
    let unwanted = sweep.subjects.flatMap(\.changes).filter(declined).map(\.fingerprint)
    return Proposal([sweep], limit: limit, declined: Set(unwanted))
  }

  private func text(_ proposal: Proposal) -> String {
    String(decoding: proposal.lists[0].bytes, as: UTF8.self)
  }

  @Test func `only the bytes that a registry speaks of are changed`() throws {
    // The second preprint has an address that a review would mend.
    let proposal = try proposal(Sample.text, Sample.facts())
    #expect(text(proposal) == Sample.changed())
    #expect(text(proposal).contains("http://www.arxiv.org/abs/2105.00002"))
    #expect(
      proposal.sentence
        == "3 entries brought up to date: 2 published preprints, 1 moved repository, 1 moved page"
    )
  }

  /// What a sweep proposes for a list of which one preprint was published.
  private func proposal(for text: String) throws -> Proposal {
    var facts = FactTable()
    Sample.publish("A Preprint That Was Published Since Then", "CVPR", 2024, &facts)
    let source = SourceText(text)
    let sweep = ListSweep(
      "README.md",
      base: source,
      head: source,
      by: try RulebookChoice(atBase: nil),
      year: 2026,
      knowing: facts
    )
    return Proposal([sweep], limit: nil, declined: [])
  }

  @Test func `a preprint's long name goes as a whole, and its number stays in the link`() throws {
    let others = (11..<23).map { number in
      let id = "2301.100\(number)"
      let venue = number.isMultiple(of: 3) ? "CVPR (2022)" : "arXiv preprint arXiv:\(id) (2023)"
      return
        "1. Adams, Ann, et al. **A Good Way to See the World in \(number) Ways.** \(venue). [[Paper]](https://arxiv.org/pdf/\(id).pdf)"
    }
    let old =
      "1. Brown, Bob, et al. **A Preprint That Was Published Since Then.** arXiv preprint arXiv:2305.00001 (2023). [[Paper]](https://arxiv.org/pdf/2305.00001.pdf)"
    let text = "# Papers\n\n## Seeing\n\n" + (others + [old]).joined(separator: "\n") + "\n"
    let proposal = try proposal(for: text)
    #expect(
      self.text(proposal)
        == text.replacing("arXiv preprint arXiv:2305.00001 (2023)", with: "CVPR (2024)")
    )
  }

  @Test func `a space at the end of an entry does not keep its preprint from being changed`() throws
  {
    let others = (11..<43).map { number in
      "1. Adams, Ann, et al. **A Good Way to See the World in \(number) Ways.** CVPR (2022). [[Paper]](https://arxiv.org/pdf/2301.100\(number).pdf)"
    }
    let old =
      "1. Brown, Bob, et al. **A Preprint That Was Published Since Then.** arXiv (2023). [[Paper]](https://arxiv.org/pdf/2305.00001.pdf) "
    let text = "# Papers\n\n## Seeing\n\n" + (others + [old]).joined(separator: "\n") + "\n"
    let proposal = try proposal(for: text)
    #expect(self.text(proposal) == text.replacing("arXiv (2023)", with: "CVPR (2024)"))
  }

  @Test func `a registry that does not answer is not an all-clear`() throws {
    var facts = FactTable()
    #expect(try proposal(Sample.text, facts).sentence == "nothing to bring up to date")
    facts.addresses["https://old.example.org/demo"] = .notKnown
    let proposal = try proposal(Sample.text, facts)
    #expect(proposal.sentence == "nothing to bring up to date as far as registries answered")
    #expect(
      proposal.notices == [
        "1 entry could not be looked up everywhere: run it again to ask for the rest"
      ]
    )
  }

  @Test func `with carriage returns, and no last line end, they stay`() throws {
    let source = String(Sample.text.replacing("\n", with: "\r\n").dropLast())
    #expect(
      text(try proposal(source, Sample.facts()))
        == String(Sample.changed().replacing("\n", with: "\r\n").dropLast())
    )
  }

  @Test func `a second time changes nothing`() throws {
    #expect(try proposal(Sample.changed(), Sample.facts()).changes.isEmpty)
  }

  @Test func `what cannot be corrected is left to people, by section`() throws {
    let proposal = try proposal(Sample.text, Sample.facts())
    #expect(
      proposal.restLines == [
        "", "README.md > General",
        "  line 15: GitHub says that the repository 'somebody/archived' is archived  [archived-repository]",
      ]
    )
  }

  @Test func `what is allowed in the list is let be`() throws {
    let comment = "<!-- rubric: allow published-preprint the workshop's -->"
    let source = Sample.text.replacing(
      "- **`[GRES]`** A Second",
      with: "\(comment)\n- **`[GRES]`** A Second"
    )
    let changed = text(try proposal(source, Sample.facts()))
    #expect(changed.contains("Its Fate. arXiv'2021"))
    #expect(changed.contains("Published Since. CVPR'2024"))
  }

  @Test func `a comment at the end of an entry stays where it is`() throws {
    let comment = " <!-- rubric: allow insecure-url the host has no other -->"
    let source = Sample.text.replacing("2105.00002)]", with: "2105.00002)]\(comment)")
    #expect(text(try proposal(source, Sample.facts())) == Sample.changed(source))
  }

  @Test func `what nobody wants is left, and not given to people either`() throws {
    let proposal = try proposal(Sample.text, Sample.facts()) { $0.rule == "published-preprint" }
    #expect(text(proposal).contains("somebody/new"))
    #expect(text(proposal).contains("Published Since. arXiv'2023"))
    #expect(proposal.declined == 2)
    #expect(proposal.restCount == 1)
  }

  @Test(arguments: [
    "https://new.example.org/a b", "https://new.example.org/)x", "https://new.example.org/\n- x",
    "https://new.example.org/\u{202E}x",
  ])
  func `an address that would break the entry is left to people`(_ address: String) throws {
    var facts = FactTable()
    facts.addresses["https://old.example.org/demo"] = .yes(AddressFacts(movedTo: address))
    let proposal = try proposal(Sample.text, facts)
    #expect(proposal.changes.isEmpty)
    #expect(proposal.restCount == 1)
  }

  @Test func `an entry that names the venue beside the preprint is left as it is`() throws {
    let entries = (1...6).map { number in
      "* Some Body and Another, *A Paper of the Number \(number)*, CVPR 201\(number) [[Paper](https://arxiv.org/abs/1\(number)01.10001)]\n"
    }
    let preprint = "* Some Body, *A Preprint That Was Published Since*, arXiv:1505.00001"
    let link = " [[Paper](https://arxiv.org/abs/1505.00001)]\n"
    func swept(_ more: String) throws -> Proposal {
      var facts = FactTable()
      Sample.publish("A Preprint That Was Published Since", "NeurIPS", 2015, &facts)
      let text = "# List\n\n## Papers\n\n" + entries.joined() + preprint + more + link
      let sweep = ListSweep(
        "README.md",
        base: SourceText(text),
        head: SourceText(text),
        by: try RulebookChoice(atBase: nil),
        year: 2026,
        knowing: facts
      )
      return Proposal([sweep])
    }
    #expect(try swept("").changes.map(\.new) == ["NeurIPS 2015"])
    let said = try swept(" / NIPS 2015")
    #expect(said.changes.isEmpty && said.restCount == 0)
    let long = try swept(" / Advances in Neural Information Processing Systems 2015")
    #expect(long.changes.isEmpty && long.restCount == 0)
    let label = try swept(" [[NIPS]](https://papers.nips.cc/paper/1)")
    #expect(label.changes.isEmpty && label.restCount == 0)
    // Another one beside the preprint is for a person to weigh.
    let other = try swept(" / ICCV 2015 workshop")
    #expect(other.changes.isEmpty && other.restCount == 1)
  }

  @Test func `of a limit those entries come first that have been out of date the longest`() throws {
    let proposal = try proposal(Sample.text, Sample.facts(), limit: 2)
    #expect(proposal.changes.map(\.new) == ["CVPR'2024", "somebody/new", "ICCV'2021"])
    #expect(proposal.waiting == 1)
    #expect(proposal.restCount == 1)
  }

  @Test func `a change keeps its fingerprint when other lines and fields change`() throws {
    let first = try proposal(Sample.text, Sample.facts())
    let moved = Sample.text.replacing("## General\n", with: "## General\n\nSome words.\n")
    let second = try proposal(moved, Sample.facts())
    #expect(first.changes.map(\.fingerprint) == second.changes.map(\.fingerprint))
    #expect(Set(first.changes.map(\.fingerprint)).count == 4)
  }

  @Test func `a marker is read as it was written, and nothing else is one`() throws {
    let proposal = try proposal(Sample.text, Sample.facts())
    let sha = String(repeating: "0a", count: 20)
    let body =
      "<!-- rubric sweep \(sha) \(sha) \(proposal.digest.text) "
      + proposal.tokens.map { "\($0.key.text)-\($0.value.text) " }.joined() + "-->\nwords"
    let marker = try #require(SweepMarker(ofBody: body))
    #expect(SweepMarker(ofBody: marker.line + "\r\nmore") == marker)
    #expect(SweepMarker(ofBody: "<!-- rubric sweep done -->") == .done)
    #expect(SweepMarker(ofBody: "words\n" + body) == nil)
    #expect(SweepMarker(ofBody: "<!-- rubric sweep -->") == nil)
    #expect(SweepMarker(ofBody: "<!-- rubric sweep \(sha) \(sha) x -->") == nil)
    #expect(SweepMarker(ofBody: body.replacing("-->", with: "zz -->")) == nil)
  }
}
