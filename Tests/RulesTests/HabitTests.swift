import Classifier
import Rules
import Testing

/// What a list's own ways let be, and what they let be heard.
struct HabitTests {
  private func papers(_ entry: (Int) -> String) -> String {
    Contribution.list((10..<22).map(entry))
  }

  @Test(arguments: ["-", "N/A", "Coming soon", ""])
  func `a cell that others leave open may be open`(cell: String) throws {
    let rows = (10..<26).map { number in
      let code = number % 8 == 0 ? cell : "[code](https://github.com/a/b\(number))"
      return "| [Paper \(number)](https://arxiv.org/abs/2401.000\(number)) | \(code) | CVPR |"
    }
    let base = Contribution.list(["| Title | Code | Venue |", "| --- | --- | --- |"] + rows)
    let row = "| [Paper New](https://arxiv.org/abs/2401.00099) | \(cell) | CVPR |"
    #expect(try Contribution(row, to: base).rules.isEmpty)
  }

  @Test(arguments: [4, 5, 6])
  func `empty bullets of one's own are not a custom`(count: Int) throws {
    let lines = Array(repeating: "-", count: count).joined(separator: "\n")
    let rules = try Contribution(lines, to: Contribution.tools).rules
    #expect(rules == Array(repeating: "empty-bullet", count: count))
  }

  @Test func `labels without an address are the list's words for what is to come`() throws {
    let base = papers { number in
      let code = number % 4 == 0 ? "[Code]" : "[[Code](https://github.com/a/b\(number))]"
      return
        "- Paper \(number). CVPR 2024. [[Paper](https://arxiv.org/abs/2401.000\(number))]\(code)"
    }
    let line = "- Paper New. CVPR 2024. [[Paper](https://arxiv.org/abs/2401.00099)][Code]"
    #expect(try !Contribution(line, to: base).rules.contains("placeholder-link"))
  }

  @Test func `spaces that break lines may end an entry`() throws {
    let base = papers { number in
      "- **Paper \(number)**, CVPR 2024.  \n  *A. Smith, B. Jones.*  \n  [[Paper](https://arxiv.org/abs/2401.000\(number))]"
    }
    let line =
      "- **Paper New**, CVPR 2024.  \n  *A. Smith, B. Jones.*  \n  [[Paper](https://arxiv.org/abs/2401.00099)]"
    #expect(try Contribution(line + "   ", to: base).rules.isEmpty)
    #expect(try Contribution(line + " ", to: base).rules.isEmpty)
  }

  @Test func `a list with levels may have one more`() throws {
    let base = Contribution.list(
      (1...4).map { group in
        "- Group \(group)\n"
          + (1...3).map { "  - [Tool\(group)\($0)](https://a.org/\(group)\($0)) - A tool." }
          .joined(separator: "\n")
      }
    )
    #expect(try Contribution("    - [Sub](https://a.org/sub) - A tool.", to: base).rules.isEmpty)
    #expect(
      try Contribution("   - [Sub](https://a.org/sub) - A tool.", to: base).rules
        == ["indented-entry"]
    )
  }

  @Test(arguments: [
    "- [New] - Does more.", "- New - Does more.", "- [New] https://example.org/new - Does more.",
  ])
  func `a title that lost its address is heard`(line: String) throws {
    #expect(try Contribution(line, to: Contribution.tools).rules.contains("unlinked-title"))
  }

  @Test func `a title of several words gets its bracket back`() throws {
    let base = papers { number in
      "* [Paper \(number): Towards Diffusion](https://arxiv.org/abs/2401.000\(number)) (from G)"
    }
    let rest = "New: Towards Diffusion Models](https://arxiv.org/abs/2401.00099) (from G)"
    #expect(try Contribution("* " + rest, to: base).replacement == "* [" + rest)
  }

  @Test(arguments: [
    "[![Web](https://img.shields.io/badge/Web-9cf)](https://new.io/x",
    "[![Web](https://img.shields.io/badge/Web-9cf)(https://new.io/x)",
    "[![Web](https://img.shields.io/badge/Web-9cf)] (https://new.io/x)",
    "[![Web]https://img.shields.io/badge/Web-9cf)](https://new.io/x)",
    "[![Web](https://img.shields.io/badge/Web-9cf](https://new.io/x)",
  ])
  func `a badge gets the one sign that it lacks`(badge: String) throws {
    func entry(_ name: String, _ badge: String) -> String {
      "- **Paper \(name)** (CVPR, 2024)\n  [![Paper](https://img.shields.io/badge/arXiv-24)](https://arxiv.org/abs/2401.000\(name))\n  \(badge)"
    }
    let whole = "[![Web](https://img.shields.io/badge/Web-9cf)](https://new.io/x)"
    let base = papers { entry("\($0)", whole.replacing("new", with: "web\($0)")) }
    let contribution = try Contribution(entry("99", badge), to: base)
    #expect(contribution.rules.contains("unbalanced-bracket"))
    #expect(contribution.replacement == entry("99", whole))
  }

  @Test(arguments: [
    "*New Transformer, in *ECCV* 2024. [[paper]](https://arxiv.org/abs/2407.19918)",
    "*[New](https://arxiv.org/abs/2407.19918), in *ECCV* 2024. [[paper]](https://arxiv.org/abs/2407.19918)",
  ])
  func `a star that touches the title is the bullet`(line: String) throws {
    let base = papers { number in
      "* Paper \(number) Transformer, in *ICML* 2022. [[paper]](https://arxiv.org/abs/2205.000\(number))"
    }
    #expect(try Contribution(line, to: base).rules.contains("malformed-marker"))
  }

  @Test func `a bullet that touches the title is heard after nested items`() throws {
    let base = papers { number in
      "- [Paper \(number)](https://arxiv.org/abs/2205.000\(number))\n  - A. Smith, B. Jones. ICML, 2022."
    }
    let lines =
      "-[Paper New](https://arxiv.org/abs/2205.00099)\n  - A. Smith, B. Jones. ICML, 2022."
    let contribution = try Contribution(lines, to: base)
    #expect(contribution.rules == ["malformed-marker"])
    #expect(contribution.replacement == "- " + lines.dropFirst())
  }

  @Test func `a line that stood there before is not new`() throws {
    let base = Contribution.list([
      "| Method | Title | Year |", "| --- | --- | --- |",
      "| U-Net | U-net: Convolutional networks | 2015 |",
      "| V-Net | V-net: Volumetric networks | 2016 |",
      "| FCN | Efficient CNN [[pdf]](https://arxiv.org/pdf/1603.05959) | 2016 |",
      "| CNN | q-Space Learning [[pdf]](https://arxiv.org/pdf/1603.05960) | 2016 |",
      "| RNN | Recurrent Learning [[pdf]](https://arxiv.org/pdf/1603.05961) | 2016 |",
    ])
    let rows = """
      | CNN | Supervised Network [[pdf]](https://arxiv.org/pdf/1703.05959) | 2017 |
      | GAN | Adversarial Nets [[pdf]](https://arxiv.org/pdf/1710.09288) | 2018 |
      """
    let report = try Contribution(rows, to: base).report
    #expect(report.changes.count == 2)
    #expect(report.findings.allSatisfy { $0.line > 11 })
  }

  @Test func `another bullet is heard in a section where all have one`() throws {
    func section(_ name: String, _ bullet: String) -> String {
      "## \(name)\n\n"
        + (10..<16).map { "\(bullet) [\(name)\($0)](https://a.org/\(name)\($0)) - A tool.\n" }
        .joined()
    }
    let base = section("Cee", "*") + "\n" + section("Dee", "-")
    let contribution = try Contribution("* [New](https://a.org/new) - A tool.", to: base)
    #expect(contribution.rules == ["malformed-marker"])
    #expect(contribution.replacement == "- [New](https://a.org/new) - A tool.")
  }

  @Test func `a host that a list writes without https is let be`() throws {
    let base = Contribution.list(
      (10..<22).map {
        "- [Paper\($0)](http://openaccess.thecvf.com/content/\($0).pdf) - A paper."
      }
    )
    let line = "- [New](http://openaccess.thecvf.com/content/new.pdf) - A paper."
    #expect(try Contribution(line, to: base).severities.isEmpty)
  }

  @Test func `two spaces between words of a title show nothing`() throws {
    let base = papers { "- Paper Number\($0)  |  **[CVPR]**  |  [pdf](https://a.org/\($0).pdf)" }
    let line = "- Paper  New  |  **[CVPR]**  |  [pdf](https://a.org/new.pdf)"
    let contribution = try Contribution(line, to: base)
    #expect(contribution.rules.isEmpty)
    #expect(contribution.replacement == nil)
  }

  @Test func `a bracket too many goes where the list's links have one pair`() throws {
    let rows = (10..<26).map { number in
      "|[Paper \(number)](https://arxiv.org/abs/2401.000\(number))|CVPR 2024|[Code](https://github.com/a/b\(number))|"
    }
    let base = Contribution.list(["|Title|Venue|Code|", "|---|---|---|"] + rows)
    let row =
      "|[Paper New](https://arxiv.org/abs/2401.00099)]|CVPR 2024|[Code](https://github.com/a/new)|"
    let contribution = try Contribution(row, to: base)
    #expect(contribution.rules.contains("unbalanced-bracket"))
    #expect(contribution.replacement == row.replacing(")]|", with: ")|"))
  }

  @Test func `an entry without a bullet is heard in a section that it begins`() throws {
    let base = papers { number in
      "- [Paper \(number)](https://arxiv.org/abs/2401.000\(number)), A. Smith et al., CVPR 2024 | [code](https://github.com/a/b\(number))"
    }
    let line =
      "[Paper New](https://arxiv.org/abs/2401.00099), B. Jones et al., CVPR 2024 | [code](https://github.com/a/new)"
    let contribution = try Contribution("\n## General\n" + line, to: base)
    #expect(contribution.rules == ["malformed-marker"])
    #expect(contribution.replacement == "- " + line)
    let prose = "[This list](https://a.org/a) follows another | [code](https://github.com/a/b)"
    #expect(try Contribution("\n## About\n" + prose, to: base).rules.isEmpty)
  }
}
